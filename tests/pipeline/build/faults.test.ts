import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRandom } from '../../faults/command.ts';
import { fillDisk, tryReadOnly } from '../../faults/disk.ts';
import { killBuilds, killCalendars } from '../../faults/kills.ts';
import { buildMutations } from '../../faults/mutations.ts';
import { copyProject, type Project } from '../../project.ts';
import { copyFixture } from './fixture.ts';

const ledger = 'content/2030/calendar.lock.yaml';
const event = 'content/2030/weeks/phase-1-week-1.mdx';

// Each builds several sites.
vi.setConfig({ testTimeout: 600_000 });

let project: Project;
afterEach(() => project.remove());

// A few tries each of what `npm run test:faults` does many times.
describe('a build', () => {
  beforeEach(() => {
    project = copyFixture();
  });

  it('leaves the last good site whole when it is killed, whenever that is', async () => {
    expect(await killBuilds(project, 1, createRandom(1))).toContain('was whole each time');
  });

  it('says in words that the disk is full, and keeps the site', async () => {
    expect(await fillDisk(project, 1, createRandom(1))).toMatch(/was whole|not tried/);
  });

  it('says in words that a folder is read-only, and keeps the site', async () => {
    expect(await tryReadOnly(project, ledger)).toMatch(/was whole|not tried/);
  });

  it('leaves the ledger whole when `npm run calendar` is killed, whenever that is', async () => {
    expect(await killCalendars(project, { ledger, event }, 1, createRandom(1))).toContain(
      'was whole each time',
    );
  });
});

describe('content that passes the check', () => {
  it('builds, also if it was changed at random', async () => {
    project = copyProject();
    const report = await buildMutations(project, { count: 30, batch: 30 }, createRandom(1));
    expect(report).toMatch(/[1-9]\d* built in 1 batches$/);
  });
});
