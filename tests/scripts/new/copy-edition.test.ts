import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../../src/pipeline/settings.ts';
import { createScope } from '../../../src/model/rules/scope.ts';
import { toInstant } from '../../../src/model/timezone.ts';
import { copyEdition } from '../../../scripts/lib/new/copy-edition.ts';
import { renderCopy } from '../../../scripts/lib/new/copy-report.ts';
import { loadContent } from '../../../src/pipeline/content.ts';
import { checkNewFiles, createWorkspace } from '../../../scripts/lib/new/draft.ts';
import { paths, writeSample } from '../../sample.ts';

const label = 'tests/site/editions/content';
const root = resolve(import.meta.dirname, '../../..');
const settings = readSettings({ CONTENT_DIR: label, PUBLIC_DIR: 'tests/site/editions/public' }, root);
const workspace = createWorkspace(settings, loadContent(settings, label));

describe('copyEdition of an edition over New Year, 20 weeks later', () => {
  const copy = copyEdition(workspace, { from: '2030', to: '2032', weeks: 20 });
  const trial = checkNewFiles(workspace, copy.files);
  const old = createScope(trial.content.library, '2030');
  const scope = createScope(trial.content.library, '2032');
  const findEvent = (id: string) => scope.entries('events').find((event) => event.id === id)?.data;

  it('copies all files, except a translation that would be empty', () => {
    const files = readdirSync(join(root, label, '2030'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(yaml|mdx)$/.test(name))
      .map((name) => `2032/${name.replaceAll('\\', '/')}`);
    expect([...copy.files.keys()].toSorted()).toEqual(files.toSorted());
  });

  it('moves every day and time by 140 days, at the same time of day', () => {
    const spans = (each: typeof scope) =>
      [...each.entries('weeks'), ...each.entries('events')].map(
        ({ id, data }) => [id, data.start, data.end ?? data.start] as const,
      );
    const expected = spans(old).map(([id, ...times]) => [
      id,
      ...times.map(
        (time) =>
          new Date(Date.parse(`${time.slice(0, 10)}T00:00:00Z`) + 140 * 86_400_000)
            .toISOString()
            .slice(0, 10) + time.slice(10),
      ),
    ]);
    expect(spans(scope)).toEqual(expected);
    expect(expected).toContainEqual(['munich', '2031-05-20T18:00', '2031-05-21T01:00']);
    expect(scope.programme?.data).toMatchObject({
      start: '2031-04-21',
      end: '2031-07-06',
      state: 'upcoming',
      draft: true,
    });
    expect(scope.programme?.data.applications).toEqual({ opens: '2031-01-20', closes: '2031-04-04' });
  });

  it('keeps the wall time of an event that moves from winter to summer time', () => {
    const geneva = findEvent('geneva');
    expect(geneva).toMatchObject({ start: '2031-06-04T09:30', timezone: 'Europe/Zurich' });
    expect(toInstant('2031-01-15T09:30', 'Europe/Zurich')).toBe('2031-01-15T08:30:00Z');
    expect(toInstant(geneva?.start ?? '', 'Europe/Zurich')).toBe('2031-06-04T07:30:00Z');
  });

  it('is reported with everything to decide or check by hand', () => {
    const issues = trial.issues.filter(
      ({ code }) => code !== 'translation-unconfirmed' && code !== 'state-dates',
    );
    expect(renderCopy(workspace, copy, { ...trial, issues })).toMatchInlineSnapshot(`
      "tests/site/editions/content/2032/ is written: 63 files copied from tests/site/editions/content/2030/. 40 dates are 20 weeks later, on the same days of the week: the first day is Monday, 21 April 2031.

      It is a draft: a preview shows it, and the published site does not. Nothing else was changed.

      Cleared, to be decided anew (tests/site/editions/content/2030/ still has it):
        tests/site/editions/content/2032/events/geneva.mdx: status (postponed), statusNote (The lake room is being painted.)
        tests/site/editions/content/2032/events/questions.mdx: status (cancelled), statusNote (Nobody had questions.)
        tests/site/editions/content/2032/programme.yaml: applications.url (https://harbour.example.org/apply)
        tests/site/editions/content/2032/weeks/reading-6.mdx: status (cancelled), statusNote (The lecturers meet in spring instead.)

      Dates, places and people to look at:
        tests/site/editions/content/2032/programme.yaml: applications.opens is 2031-01-20
        tests/site/editions/content/2032/programme.yaml: applications.closes is 2031-04-04
        tests/site/editions/content/2032/weeks/reading-4.mdx: a break, 12 – 18 May 2031
        tests/site/editions/content/2032/events/athens.mdx: 2031-06-11T14:00 to 2031-06-11T16:30, venues
        tests/site/editions/content/2032/events/baku.mdx: 2031-04-23T10:00 to 2031-04-23T12:00, venues, people
        tests/site/editions/content/2032/events/geneva.mdx: 2031-06-04T09:30 to 2031-06-04T11:00, venues
        tests/site/editions/content/2032/events/lantern.mdx: 2031-06-19T19:00 to 2031-06-19T21:00, venues
        tests/site/editions/content/2032/events/milan.mdx: 2031-09-03T16:00 to 2031-09-03T17:30, venues
        tests/site/editions/content/2032/events/munich.mdx: 2031-05-20T18:00 to 2031-05-21T01:00, venues
        tests/site/editions/content/2032/events/questions.mdx: 2031-06-13T20:00 to 2031-06-13T21:00, venues

      Words that name 2030 or 2031 or its days, by file and line:
        tests/site/editions/content/2032/programme.ar.yaml:1
        tests/site/editions/content/2032/programme.ko.yaml:1
        tests/site/editions/content/2032/programme.yaml:1

      Copied as it was. Is it still true?
        tests/site/editions/content/2032/partners/: 2 partners
        tests/site/editions/content/2032/prizes/: 3 prizes
        tests/site/editions/content/2032/people/: 1 file
        tests/site/editions/content/2032/weeks/building-5.mdx: a draft by itself
        tests/site/editions/content/2032/events/lantern.mdx: a draft by itself

      tests/site/editions/content/2032/programme.yaml:4:8 warning edition-id
        The folder is called 2032, and the programme runs from 2031-04-21 to 2031-07-06.
        Correct the dates, or give the folder the name of the right year.

      More about each: docs/errors.md#edition-id

      Next:
      - Go through the lists above, file by file. npm run check says whether all is well, npm run translations which translations are outdated, and npm start shows it.
      - To publish it, take "draft: true" out of tests/site/editions/content/2032/programme.yaml, and name it as "current" in tests/site/editions/content/site.yaml.
      - npm run calendar shows what subscribers will get once it is published."
    `);
  });
});

describe('copyEdition onto a clock change', () => {
  let dir = '';
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'new-edition-'));
    writeSample(dir, {
      [paths.partner]: undefined,
      '2030/events/night.mdx':
        '---\ntitle: Night\nstart: 2030-03-24T02:30\nend: 2030-03-24T04:00\nattendance: online\n---\n',
    });
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it('is refused with the time that does not exist', () => {
    const smallSettings = { ...settings, contentDir: dir };
    const small = createWorkspace(smallSettings, loadContent(smallSettings));
    const { files } = copyEdition(small, { from: '2030', to: '2031', weeks: 1 });
    expect(() => checkNewFiles(small, files)).toThrow(/events\/night\.mdx:3:8 error time-skipped/);
    expect(readFileSync(join(dir, '2030/events/night.mdx'), 'utf8')).toContain('2030-03-24T02:30');
  });
});
