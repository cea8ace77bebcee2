import { describe, expect, it } from 'vitest';
import type { Report } from '../../../scripts/lib/changes/report-schema.ts';
import { reportRenderers } from '../../../scripts/lib/changes/render.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { append, paths, readSample, replace, sample, type Change } from '../../sample.ts';
import { compareStates } from '../../../scripts/lib/changes/compare.ts';
import { createState } from '../../../scripts/lib/changes/state.ts';
import {
  compareSamples,
  listSentences,
  listUpdated,
  rereadReport,
  renderReport,
  source,
  type Changes,
} from './report-sample.ts';

const all =
  (from: string, to: string): Change =>
  (text) =>
    text.replaceAll(from, to);
const every =
  (...changes: ((text: string) => string)[]): Change =>
  (text) =>
    changes.reduce((changed, change) => change(changed), text);
const lecture = '---\ntitle: Talk\nstart: 2030-03-20\nend: 2030-03-20\nattendance: online\n---\n\nWe talk.\n';
const hiddenLecture = lecture.replace('attendance', 'draft: true\nattendance');
const squares = '---\ntitle: Squares\nsummary: All about squares.\n---\n';
const cancelled = replace('attendance', 'status: cancelled\nstatusNote: The hall is closed.\nattendance');
const asDraft = replace('attendance', 'draft: true\nattendance');

const nextYear = sample[paths.programme]?.replaceAll('2030', '2031') ?? '';
const draftOfNextYear: Record<string, string> = {
  '2031/programme.yaml': `${nextYear}draft: true\n`,
  '2031/phases/only.yaml': sample[paths.phase]?.replace('number: 2', 'number: 1') ?? '',
  '2031/weeks/one.mdx':
    '---\nphase: only\nnumber: 1\nstart: 2031-03-04\nend: 2031-03-10\ntitle: Begin\n---\n',
};

/** Name, changes, sentences, and the changes before if there were any. */
const edits: [name: string, now: Changes, sentences: string[], before?: Changes][] = [
  [
    'a week begins later',
    { [paths.week]: replace('start: 2030-03-04', 'start: 2030-03-05') },
    [
      'see: Phase I, week 1 starts on 5 March 2030 instead of 4 March 2030.',
      'get: Phase I, week 1 starts on 5 March 2030 instead of 4 March 2030.',
    ],
  ],
  [
    'a week moves to another year, as the last of another phase',
    {
      [paths.pause]: every(
        replace('start: 2030-03-11', 'start: 2030-12-30'),
        replace('end: 2030-03-17', 'end: 2031-01-05'),
        replace('phase: phase-1', 'phase: phase-2'),
      ),
    },
    [
      'see: Phase II, week 2 is on 30 December 2030 – 5 January 2031 instead of 11 – 17 March 2030.',
      'see: Phase I, week 2 is now Phase II, week 2.',
      'get: Phase II, week 2 is on 30 December 2030 – 5 January 2031 instead of 11 – 17 March 2030.',
      'get: Phase I, week 2 is now Phase II, week 2.',
    ],
  ],
  [
    'an event moves to another day',
    { [paths.event]: all('2030-03-04T', '2030-03-05T') },
    [
      'see: Kick-off is on 5 March 2030, 15:00 – 16:45 instead of 4 March 2030, 15:00 – 16:45.',
      'get: Kick-off is on 5 March 2030, 15:00 – 16:45 instead of 4 March 2030, 15:00 – 16:45.',
    ],
  ],
  [
    'an event is cancelled',
    { [paths.event]: cancelled },
    [
      'see: Kick-off is cancelled.',
      'see: The note on the status of Kick-off is new: “The hall is closed.”',
      'get: Kick-off is cancelled.',
    ],
  ],
  [
    'an event is restored',
    {},
    [
      'see: Kick-off takes place after all.',
      'see: The note on the status of Kick-off is gone: “The hall is closed.”',
      'get: Kick-off takes place after all.',
    ],
    { [paths.event]: cancelled },
  ],
  [
    'an event is renamed',
    { [paths.event]: replace('title: Kick-off', 'title: Opening') },
    [
      'see: The title of Opening is now “Opening” instead of “Kick-off”.',
      'get: The title of Opening is now “Opening” instead of “Kick-off”.',
    ],
  ],
  [
    'the file of an event is renamed',
    { [paths.event]: undefined, '2030/events/opening.mdx': sample[paths.event] },
    [
      'get: Kick-off has a new page address.',
      'at: /2030/events/kick-off/ is now /2030/events/opening/, and the old address leads there.',
    ],
  ],
  [
    'the file of an event is renamed, and its title as well, as its uid says',
    {
      [paths.event]: undefined,
      '2030/events/opening.mdx': sample[paths.event]?.replace(
        'title: Kick-off',
        'title: Opening\nuid: 2030-event-kick-off@small.example.org',
      ),
    },
    [
      'see: The title of Opening is now “Opening” instead of “Kick-off”.',
      'get: The title of Opening is now “Opening” instead of “Kick-off”.',
      'get: Opening has a new page address.',
      'at: /2030/events/kick-off/ is now /2030/events/opening/, and the old address leads there.',
    ],
  ],
  [
    'an event is deleted',
    { [paths.event]: undefined },
    [
      'see: Kick-off is no longer held.',
      'get: Kick-off is no longer held.',
      'at: /2030/events/kick-off/ says that this is no longer held.',
    ],
  ],
  [
    'an event is added',
    { '2030/events/talk.mdx': lecture },
    [
      'see: Talk is new: 20 March 2030.',
      'get: Talk is new: 20 March 2030.',
      'at: /2030/events/talk/ is new.',
    ],
  ],
  ['an event is added as a draft', { '2030/events/talk.mdx': hiddenLecture }, []],
  [
    'a draft becomes public',
    { '2030/events/talk.mdx': lecture },
    [
      'see: Talk is new: 20 March 2030; it was a draft.',
      'get: Talk is new: 20 March 2030.',
      'at: /2030/events/talk/ is new.',
    ],
    { '2030/events/talk.mdx': hiddenLecture },
  ],
  [
    'an event becomes a draft again',
    { [paths.event]: asDraft },
    [
      'see: Kick-off is a draft again, so visitors no longer see it.',
      'get: Kick-off is no longer held.',
      'at: /2030/events/kick-off/ says that this is no longer held.',
    ],
  ],
  [
    'the place of an event, who speaks there, and how to take part',
    {
      [paths.event]: every(
        replace('Town hall', 'Old mill'),
        replace('role: Host', 'role: Guest'),
        replace('attendance: hybrid', 'attendance: in-person'),
      ),
    },
    [
      'see: Kick-off is held here: Old mill (before: Town hall).',
      'see: The attendance of Kick-off is now “In person” instead of “Online and in person”.',
      'see: A speaker of Kick-off is now “Ada (Guest)” instead of “Ada (Host)”.',
      'get: Kick-off is held here: Old mill (before: Town hall).',
    ],
  ],
  [
    'a topic is added',
    { '2030/topics/squares.mdx': squares },
    ['see: The topic “Squares” is new.', 'at: /2030/topics/squares/ is new.'],
  ],
  [
    'a topic is deleted',
    {},
    ['see: The topic “Squares” is gone.', 'at: /2030/topics/squares/ leads nowhere any more.'],
    { '2030/topics/squares.mdx': squares },
  ],
  [
    'a topic is renamed: said once, though its weeks bear its name',
    { [paths.topic]: replace('title: Streets', 'title: Roads') },
    [
      'see: The topic “Streets” is now called “Roads”.',
      'get: The title of Phase I, week 1 is now “Roads” instead of “Streets”.',
      'get: The title of Phase II, week 1 is now “Roads” instead of “Streets”.',
    ],
  ],
  [
    'the file of a topic is renamed',
    { '2030/topics/squares.mdx': undefined, '2030/topics/places.mdx': squares },
    ['at: /2030/topics/squares/ is now /2030/topics/places/, and the old address leads nowhere any more.'],
    { '2030/topics/squares.mdx': squares },
  ],
  [
    'the goals and the text of a topic',
    {
      [paths.topic]: every(
        replace('summary:', 'sdgs: [11, 13]\nsummary:'),
        replace('They do.', 'They do, and corners.'),
      ),
    },
    [
      'see: A Sustainable Development Goal of the topic “Streets” is new: 11.',
      'see: A Sustainable Development Goal of the topic “Streets” is new: 13.',
      'see: The text of the topic “Streets” now says “Two sides They do, and corners.”',
    ],
  ],
  [
    'a week has another topic than before',
    { [paths.week]: replace('topic: streets', 'title: Lanes') },
    [
      'see: The title of Phase I, week 1 is now “Lanes” instead of “Streets”.',
      'get: The title of Phase I, week 1 is now “Lanes” instead of “Streets”.',
      'old: content/2030/weeks/phase-1-week-1.ko.mdx (Korean): the title',
    ],
  ],
  [
    'what is done in a week, and its translation does not say so',
    { [paths.week]: replace('Reading aloud', 'Reading together') },
    [
      'see: The activity of Phase I, week 1 is now “Reading together” instead of “Reading aloud”.',
      'get: The description of Phase I, week 1 has changed.',
      'old: content/2030/weeks/phase-1-week-1.ko.mdx (Korean): the activity',
    ],
  ],
  [
    'a translation is corrected',
    { [paths.translation]: replace('읽기', '함께 읽기') },
    [
      'see: The translation of Phase I, week 1 (Korean) has changed.',
      'get: The description of Phase I, week 1 has changed.',
    ],
  ],
  [
    'a translation is added, and another deleted',
    { '2030/people/ada.ko.yaml': 'name: 에이다\n', [paths.translation]: undefined },
    [
      'see: The translation of Phase I, week 1 (Korean) is gone.',
      'see: The translation of the person “Ada” (Korean) is new.',
      'get: The description of Phase I, week 1 has changed.',
    ],
  ],
  [
    'an original and its translation, both',
    {
      [paths.week]: replace('Reading aloud', 'Reading together'),
      [paths.translation]: replace('읽기', '함께 읽기'),
    },
    [
      'see: The activity of Phase I, week 1 is now “Reading together” instead of “Reading aloud”.',
      'see: The translation of Phase I, week 1 (Korean) has changed.',
      'get: The description of Phase I, week 1 has changed.',
    ],
  ],
  [
    'a prize',
    { [paths.prize]: every(replace('200', '250.5'), append('givenBy: The mayor\n')) },
    [
      'see: The amount of the prize “Second prize” is now CHF 250.50 instead of CHF 200.',
      'see: The giver of the prize “Second prize” is new: “The mayor”.',
    ],
  ],
  [
    'a prize is replaced by another',
    {
      [paths.prize]: undefined,
      '2030/prizes/third.yaml': 'kind: opportunity\ntitle: A walk\n',
    },
    ['see: The prize “A walk” is new.', 'see: The prize “Second prize” is gone.'],
  ],
  [
    'a partner',
    { [paths.partner]: replace('list: domestic', 'list: international\nurl: https://example.org/') },
    [
      'see: The list of the partner “University” is now “International partner schools and institutions” instead of “Domestic partner schools and institutions”.',
      'see: The home page of the partner “University” is new: “https://example.org/”.',
    ],
  ],
  [
    'a partner is added, and one renamed',
    {
      [paths.partner]: replace('name: University', 'name: College'),
      '2030/partners/mill.yaml': 'name: Mill\nlist: domestic\nkind: institution\n',
    },
    ['see: The partner “Mill” is new.', 'see: The partner “University” is now called “College”.'],
  ],
  [
    'the file of a partner is renamed, which nobody sees',
    { [paths.partner]: undefined, '2030/partners/uni.yaml': sample[paths.partner] },
    [],
  ],
  [
    'a person',
    { '2030/people/ada.yaml': replace('role: Mayor', 'role: President') },
    ['see: The position of the person “Ada” is now “President” instead of “Mayor”.'],
  ],
  [
    'a phase',
    { [paths.phase]: every(replace('title: Building', 'title: Making'), replace('We build', 'We make')) },
    [
      'see: Phase II is now called “Making”.',
      'see: The activity of Phase II is now “We make” instead of “We build”.',
      'get: The description of Phase II, week 1 has changed.',
    ],
  ],
  [
    'the file of a phase is renamed, which takes the feed of its subscribers away',
    {
      [paths.phase]: undefined,
      '2030/phases/two.yaml': sample[paths.phase],
      '2030/weeks/phase-2-week-1.mdx': replace('phase: phase-2', 'phase: two'),
    },
    [
      'at: /2030/phase-2.ics is now /2030/two.ics, and whoever subscribed to the old calendar gets nothing any more.',
    ],
  ],
  [
    'a page says something else',
    { [paths.page]: replace('About us.', 'About all of us.') },
    ['see: The text of the page “About” now says “About all of us.”'],
  ],
  [
    'a page says less',
    { [paths.topic]: replace('\nThey do.\n', '') },
    ['see: The text of the topic “Streets” now says “Two sides”.'],
  ],
  [
    'lines of a page break elsewhere, which nobody sees',
    { [paths.page]: replace('About us.', 'About\nus.') },
    [],
  ],
  [
    'the file of a page is renamed',
    { [paths.page]: undefined, '2030/pages/us.mdx': sample[paths.page] },
    ['at: /2030/about/ is now /2030/us/, and the old address leads nowhere any more.'],
  ],
  [
    'facts of the programme',
    {
      [paths.programme]: every(
        replace('title: Small Cities 2030', 'title: Small Towns 2030'),
        replace('theme: Streets', 'theme: Lanes'),
        replace('end: 2030-03-31', 'end: 2030-04-07'),
        replace('state: running', 'state: ended'),
        append('applications: { opens: 2030-01-07, url: https://example.org/ }\n'),
        append('results: [{ text: It was fun., source: { publisher: Small, title: News } }]\n'),
      ),
    },
    [
      'see: “Small Cities 2030” is now called “Small Towns 2030”.',
      'see: The theme of “Small Towns 2030” is now “Lanes” instead of “Streets”.',
      'see: The last day of “Small Towns 2030” is now 7 April 2030 instead of 31 March 2030.',
      'see: The state of “Small Towns 2030” is now “Ended” instead of “Under way”.',
      'see: The first day of applications of “Small Towns 2030” is new: 7 January 2030.',
      'see: The address for applications of “Small Towns 2030” is new: “https://example.org/”.',
      'see: A result of “Small Towns 2030” is new: “It was fun.”',
      'see: A source of “Small Towns 2030” is new: “Small, News”.',
    ],
  ],
  [
    'an edition is added as a draft',
    draftOfNextYear,
    ['see: The edition “Small Cities 2031” is new, as a draft: visitors do not see it yet.'],
  ],
  [
    'an edition is published',
    { ...draftOfNextYear, '2031/programme.yaml': nextYear },
    [
      'see: The edition “Small Cities 2031” is published: 1 week, 0 events, 0 topics; it was a draft.',
      'get: New weeks and events: 1.',
      'at: /2031/ and the pages below it are new.',
    ],
    draftOfNextYear,
  ],
  [
    'an edition is deleted',
    Object.fromEntries(Object.keys(draftOfNextYear).map((path) => [path, undefined])),
    [
      'see: The edition “Small Cities 2031” is gone, with its pages and its calendar, and subscribers are not told why.',
      'at: /2031/ and all pages below it lead nowhere any more.',
    ],
    { ...draftOfNextYear, '2031/programme.yaml': nextYear },
  ],
  [
    'an edition becomes a draft again',
    { [paths.programme]: append('draft: true\n') },
    [
      'see: The edition “Small Cities 2030” is a draft again, so visitors no longer see it.',
      'get: Phase I, week 1 is no longer held.',
      'get: Kick-off is no longer held.',
      'get: Phase I, week 2 is no longer held.',
      'get: Phase II, week 1 is no longer held.',
      'at: /2030/ and all pages below it lead nowhere any more.',
    ],
  ],
  [
    'what holds for the whole site',
    {
      [paths.site]: every(
        replace('name: Small Cities', 'name: Small Places'),
        append('contact: { email: a@example.org }\n'),
      ),
    },
    ['see: The site is now called “Small Places”.', 'see: The contact of the site is new: “a@example.org”.'],
  ],
  [
    'what is known of an edition of the past',
    { 'history/2029.yaml': replace('It was held.', 'It was held in May.') },
    [
      'see: A sentence of the note on “Small Cities 2029” is now “It was held in May.” instead of “It was held.”',
    ],
  ],
  ['nothing', {}, []],
];

/** Several edits at once. */
const many: Changes = {
  'history/2029.yaml': undefined,
  [paths.event]: cancelled,
  [paths.week]: every(
    replace('end: 2030-03-10', 'end: 2030-03-09'),
    replace('Reading aloud', 'Reading together'),
    replace('We read about', 'We talk about'),
  ),
  [paths.page]: undefined,
  [paths.prize]: replace('value: 200', 'value: 250'),
};

describe('describeReport', () => {
  it.each(edits)('describes: %s', (_, now, sentences, before = {}) => {
    const report = compareSamples(before, now);
    expect(listSentences(report)).toEqual(sentences);
    expect(renderReport(report).startsWith('Nothing changes for visitors or subscribers.')).toBe(
      sentences.length === 0,
    );
    expect(rereadReport(report)).toEqual(report);
  });

  it('orders sections by edition, then visitors, subscribers, addresses and translations', () => {
    const report = compareSamples({}, many);
    expect(`${renderReport(report)}\n`).toMatchInlineSnapshot(`
      "The whole site

      What visitors see
        The note on “Small Cities 2029” is gone.

      Small Cities 2030 (2030)

      What visitors see
        Phase I, week 1 ends on 9 March 2030 instead of 10 March 2030.
        The activity of Phase I, week 1 is now “Reading together” instead of “Reading aloud”.
        The text of Phase I, week 1 now says “We talk about [streets](/2030/topics/streets/).”
        Kick-off is cancelled.
        The note on the status of Kick-off is new: “The hall is closed.”
        The amount of the prize “Second prize” is now CHF 250 instead of CHF 200.
        The page “About” is gone.

      What subscribers get
        Phase I, week 1 ends on 9 March 2030 instead of 10 March 2030.
        Kick-off is cancelled.

      Addresses of pages
        /2030/about/ leads nowhere any more.

      Translations that are now behind
        content/2030/weeks/phase-1-week-1.ko.mdx (Korean): the activity, the text
      "
    `);
  });

  it('describes in Korean', () => {
    const report = compareSamples({}, many);
    expect(`${renderReport(report, 'text', 'ko')}\n`).toMatchInlineSnapshot(`
      "사이트 전체

      방문자에게 보이는 내용
        “Small Cities 2029” 소개: 삭제됨

      Small Cities 2030(2030)

      방문자에게 보이는 내용
        1단계 1주차: 종료 일시 변경, 2030년 3월 10일 → 2030년 3월 9일
        1단계 1주차: 활동 변경, “Reading aloud” → “Reading together”
        1단계 1주차: 본문 변경, “We talk about [streets](/2030/topics/streets/).”
        Kick-off: 취소됨
        Kick-off: 상태 안내 추가, “The hall is closed.”
        시상 “Second prize”: 금액 변경, CHF 200 → CHF 250
        페이지 “About”: 삭제됨

      구독자에게 전달되는 내용
        1단계 1주차: 종료 일시 변경, 2030년 3월 10일 → 2030년 3월 9일
        Kick-off: 취소됨

      페이지 주소
        /2030/about/: 페이지가 삭제되어 열리지 않음

      갱신이 필요한 번역
        content/2030/weeks/phase-1-week-1.ko.mdx(한국어): 활동, 본문
      "
    `);
  });

  it('escapes the content in Markdown', () => {
    const title = 'title: "[Kick-off](https://example.org) @all #1 <b>"';
    const report = compareSamples({}, { [paths.event]: replace('title: Kick-off', title) });
    expect(`${renderReport(report, 'markdown')}\n`).toMatchInlineSnapshot(`
      "### Small Cities 2030 (2030)

      **What visitors see**

      - The title of \\[Kick-off\\](https:&#8203;//example.org) \\@&#8203;all \\#&#8203;1 \\<b\\> is now “\\[Kick-off\\](https:&#8203;//example.org) \\@&#8203;all \\#&#8203;1 \\<b\\>” instead of “Kick-off”.

      **What subscribers get**

      - The title of \\[Kick-off\\](https:&#8203;//example.org) \\@&#8203;all \\#&#8203;1 \\<b\\> is now “\\[Kick-off\\](https:&#8203;//example.org) \\@&#8203;all \\#&#8203;1 \\<b\\>” instead of “Kick-off”.
      "
    `);
  });

  it('names the commit, and files that were not valid', () => {
    const report = compareSamples({}, {});
    const render = (before: Partial<Report['before']>) =>
      reportRenderers.text({ ...report, before: { ...report.before, ...before } }, createTranslator('en'));
    expect(render({})).toBe(
      'Compared with main (commit 0123456789).\nNothing changes for visitors or subscribers.',
    );
    expect(render({ name: '01234567' })).toContain('Compared with commit 0123456789.');
    expect(render({ content: 'absent' })).toContain('There was no content then, so everything is new.');
    expect(
      render({ content: 'partial', unread: Array.from({ length: 12 }, (_, index) => `${index}.mdx`) }),
    ).toContain(
      'Some files could not be read as they were then, so what changes in them is not told: 0.mdx, 1.mdx, 2.mdx, 3.mdx, 4.mdx, 5.mdx, 6.mdx, 7.mdx, 8.mdx, 9.mdx, and 2 more',
    );
  });

  it('counts the entries that are worded differently while their content stays', () => {
    const { library } = readSample({});
    const [file] = listUpdated(createState(library, []));
    const reworded = file?.ledger?.events.map((entry) => ({
      ...entry,
      stamps: { ...entry.stamps, en: { modified: '2029-01-01T00:00:00Z', hash: '0123456789abcdef' } },
    }));
    const ledgers =
      file?.ledger && reworded ? [{ ...file, ledger: { ...file.ledger, events: reworded } }] : [];
    const moved = readSample({ [paths.event]: replace('T15:00', 'T15:15') }).library;
    const report = compareStates(createState(library, ledgers), createState(moved, ledgers), source);
    expect(listSentences(report)).toEqual([
      'see: Kick-off starts on 4 March 2030, 15:15 instead of 4 March 2030, 15:00.',
      'get: Kick-off starts on 4 March 2030, 15:15 instead of 4 March 2030, 15:00.',
      'get: Calendar entries with a new wording and the same content: 3.',
    ]);
  });

  it('counts what is over the limit of a list', () => {
    const partners = Array.from({ length: 205 }, (_, index) => [
      `2030/partners/p${String(index).padStart(3, '0')}.yaml`,
      `name: P${index}\nlist: domestic\nkind: school\n`,
    ]);
    const report = compareSamples({}, Object.fromEntries(partners) as Changes);
    expect(listSentences(report).slice(199)).toEqual(['see: The partner “P199” is new.', 'see: and 5 more']);
    expect(rereadReport(report)).toEqual(report);
  });

  it('shortens long texts, and does not quote equal beginnings', () => {
    const long = (end: string) => replace('Streets', `${'Streets and squares '.repeat(30)}${end}`);
    const [line = ''] = listSentences(compareSamples({}, { [paths.programme]: long('here') }));
    expect(line).toMatch(
      /^see: The theme of “Small Cities 2030” is now “(Streets and squares ){7}.*…” instead of “Streets”\.$/,
    );
    expect(
      listSentences(
        compareSamples({ [paths.programme]: long('here') }, { [paths.programme]: long('there') }),
      ),
    ).toEqual(['see: The theme of “Small Cities 2030” has changed.']);
  });

  it('describes the first edition and its first calendar', () => {
    const nothing = Object.fromEntries(Object.keys(sample).map((path) => [path, undefined]));
    const report = compareSamples({ ...nothing, [paths.site]: sample[paths.site] }, {});
    expect(listSentences(report)).toEqual([
      'see: The note on “Small Cities 2029” is new.',
      'see: The edition “Small Cities 2030” is new: 3 weeks, 1 event, 1 topic.',
      'get: New weeks and events: 4.',
      'at: /2030/ and the pages below it are new.',
    ]);
  });
});
