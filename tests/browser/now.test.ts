import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite, type SiteServer } from '../../scripts/lib/server.ts';
import { copyProject, type Project } from '../project.ts';
import { openPage } from './browser.ts';

/** The programme of 2022 while it had not ended: what staff set in its file then. */
let project: Project;
let server: SiteServer;
beforeAll(async () => {
  project = copyProject();
  const file = join(project.root, 'content/2022/programme.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('state: ended', 'state: running'));
  const week = join(project.root, 'content/2022/weeks/phase-2-week-3.mdx');
  writeFileSync(week, readFileSync(week, 'utf8').replace('number: 3', 'number: 3\nstatus: cancelled'));
  const { code, output } = await project.run('build');
  if (code !== 0) throw new Error(output);
  server = await serveSite({ dir: join(project.root, 'dist') });
});
afterAll(async () => {
  await server.close();
  project.remove();
});

const open = (now: string, timezone = 'Asia/Seoul') =>
  openPage('', { now: new Date(now), timezone, siteUrl: server.url });

describe('now and next', () => {
  it.each([
    ['2022-02-20T03:00:00Z', 'Starts in 12 days'],
    ['2022-03-30T03:00:00Z', 'Phase I, week 5, day 3'],
    ['2022-03-05T03:00:00Z', 'Phase I, week 2 starts in 2 days'],
    ['2022-05-07T03:00:00Z', 'Phase II, week 2, day 6'],
    // Week 3, which is not held, is no week to wait for.
    ['2022-05-10T03:00:00Z', 'Phase II, week 4 starts in 6 days'],
    ['2022-06-13T03:00:00Z', 'Ended on 12 June 2022'],
  ])('at %s says “%s”', async (now, text) => {
    const { page, trouble } = await open(now);
    expect(await page.locator('programme-now').innerText()).toBe(text);
    expect(trouble).toEqual([]);
  });

  it("goes by the programme's day, not by the visitor's", async () => {
    // In Seoul it is 1 April, 00:30; in Los Angeles it is still 31 March.
    const { page } = await open('2022-03-31T15:30:00Z', 'America/Los_Angeles');
    expect(await page.locator('programme-now').innerText()).toBe('Phase I, week 5, day 5');
  });

  it('is right when midnight passes in Seoul while the page is open', async () => {
    const { page } = await openPage('', { timezone: 'Europe/London', siteUrl: server.url });
    await page.clock.install({ time: new Date('2022-03-30T14:59:30Z') });
    await page.reload();
    const line = page.locator('programme-now');
    expect(await line.innerText()).toBe('Phase I, week 5, day 3');
    await page.clock.runFor(60_000);
    expect(await line.innerText()).toBe('Phase I, week 5, day 4');
  });

  it('stands as staff have set it without JavaScript', async () => {
    const { page } = await openPage('', { javaScript: false, siteUrl: server.url });
    expect((await page.locator('programme-now').innerText()).trim()).toBe('Under way until 12 June 2022');
    expect(await page.locator('main').innerText()).toContain('4 March – 12 June 2022');
  });
});
