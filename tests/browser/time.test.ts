import { describe, expect, it } from 'vitest';
import { openPage } from './browser.ts';

const zone = 'America/Los_Angeles';

describe('my own time', () => {
  const path = '2022/events/kick-off/';

  it("shows the programme's time, and the visitor's with its day where that differs", async () => {
    const { page, trouble } = await openPage(path, { timezone: zone });
    const main = page.locator('main');
    expect(await main.innerText()).toContain('15:00 – 16:45 Korea Standard Time (GMT+9)');
    expect(await page.locator('local-time [role=status]').innerText()).toBe(
      '22:00 – 23:45 your time, 22 February (Pacific Time)',
    );
    expect(trouble).toEqual([]);
  });

  it('says that it is the same for a visitor in the zone of the event', async () => {
    const { page } = await openPage(path, { timezone: 'Asia/Seoul' });
    expect(await page.locator('local-time [role=status]').innerText()).toBe(
      'The same on your clock (Korea Standard Time)',
    );
  });

  it('remembers another zone that was chosen, and goes back to the own one', async () => {
    const { page } = await openPage(path, { timezone: 'Asia/Seoul' });
    const text = page.locator('local-time [role=status]');
    await page.getByLabel('Time zone').selectOption('Europe/Zurich');
    expect(await text.innerText()).toBe('07:00 – 08:45 (Central European Time)');
    await page.reload();
    expect(await text.innerText()).toBe('07:00 – 08:45 (Central European Time)');
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Zurich');
    await page.getByLabel('Time zone').selectOption('');
    await page.reload();
    expect(await text.innerText()).toContain('The same on your clock');
  });

  it('calls no time theirs that their clock does not show', async () => {
    const { page } = await openPage(path, { timezone: zone });
    const text = page.locator('local-time [role=status]');
    await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
    expect(await text.innerText()).toBe('The same time (Japan Standard Time)');
    await page.getByLabel('Time zone').selectOption('Pacific/Honolulu');
    expect(await text.innerText()).toBe('20:00 – 21:45, 22 February (Hawaii-Aleutian Standard Time)');
  });

  it('shows nothing but the time of the event without JavaScript', async () => {
    const { page } = await openPage(path, { javaScript: false, timezone: zone });
    expect(await page.locator('main').innerText()).toContain('15:00 – 16:45');
    expect(await page.getByText('Your time').isVisible()).toBe(false);
  });

  it.each([
    // What the typeface moves where the system has none like it; the time itself adds nothing.
    { address: path, limit: 0.05 },
    { address: '', limit: 0.005 },
  ])('moves nothing when it appears: /$address', async ({ address, limit }) => {
    const { page } = await openPage(address, { timezone: zone, width: 360 });
    const shift = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0;
          const observer = new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as PerformanceEntry & { value: number }).value;
          });
          observer.observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => done(sum), 500);
        }),
    );
    expect(shift).toBeLessThan(limit);
  });
});

describe('the schedule', () => {
  it('shows the view that the address names, and says which, with the keyboard alone', async () => {
    const { page, trouble } = await openPage('2022/schedule/', { width: 360 });
    const views = page.getByRole('navigation', { name: 'How to show the schedule' });
    const month = page.getByRole('table', { name: 'March 2022' });
    expect(await month.isVisible()).toBe(false);
    await views.getByRole('link', { name: 'Month' }).focus();
    await page.keyboard.press('Enter');
    // The address changes first; what marks its link runs in a task of its own.
    await views.getByRole('link', { name: 'Month' }).and(page.locator('[aria-current]')).waitFor();
    expect(await month.isVisible()).toBe(true);
    expect(page.url()).toMatch(/#month$/);
    expect(await views.locator('[aria-current]').allInnerTexts()).toEqual(['Month']);
    expect(await page.getByRole('heading', { name: /Phase I:/ }).isVisible()).toBe(false);
    expect(trouble).toEqual([]);
  });

  it('can be linked to in each view, without JavaScript', async () => {
    const { page } = await openPage('2022/schedule/#table', { javaScript: false });
    expect(await page.getByRole('table', { name: /Phase I:/ }).isVisible()).toBe(true);
    const phase = await openPage('2022/schedule/#phase-2', { javaScript: false });
    expect(await phase.page.getByRole('heading', { name: /Phase II:/ }).isVisible()).toBe(true);
  });

  it('shows weeks as bars and events on their day', async () => {
    const { page } = await openPage('2022/schedule/#month');
    const march = page.getByRole('table', { name: 'March 2022' });
    expect(await march.getByRole('link', { name: /Phase I, week 2/ }).count()).toBe(1);
    const february = page.getByRole('table', { name: 'February 2022' });
    const day = await february.getByText('23', { exact: true }).boundingBox();
    const event = february.getByRole('cell', { name: '2022 Season Kick-off' });
    const dot = await event.locator('.dot').boundingBox();
    expect(Math.abs((day?.x ?? 0) - (dot?.x ?? 1000))).toBeLessThan(4);
  });

  it.each(['2022/schedule/', '2022/weeks/phase-1-week-5/'])('/%s prints on one A4 page', async (path) => {
    const { page } = await openPage(path);
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});
