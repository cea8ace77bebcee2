import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sample } from '../../sample.ts';
import { copyContent, csv, showSheet, takeSheet, type ImportSite } from './site.ts';

let site: ImportSite;
beforeEach(() => {
  site = copyContent({ ...sample });
});
afterEach(() => site.remove());

const take = (text: string, ...args: string[]) => takeSheet(site, text, ...args);
const show = (text: string, ...args: string[]) => showSheet(site, text, ...args);

describe('new entries', () => {
  it('have ids in Latin letters', async () => {
    const rows = csv(
      'Date,Event,Place',
      '2030-03-08,회의,Online',
      '2030-03-09,Réunion à Genève,Online',
      '2030-03-10,회의,Online',
    );
    const { written } = await take(rows);
    expect(written.map((path) => path.split('/').at(-1))).toEqual([
      'event-2030-03-08.mdx',
      'reunion-a-geneve.mdx',
      'event-2030-03-10.mdx',
    ]);
    expect(await show(csv('이름,국가,목록,구분', '제네바 학교,스위스,국내,학교'))).toContain(
      'content/2030/partners/partner-1.yaml',
    );
  });

  it('are deadlines or have an open end, and need no attendance', async () => {
    const { written } = await take(
      csv(
        'Date,Time,Event,Type',
        '2030-03-12,23:59,Proposals,Deadline',
        '2030-03-13,19:00,Dinner,Social',
        '2030-03-14,TBA,Reports,마감',
      ),
    );
    expect(written.map((path) => site.read(path))).toEqual([
      '---\ntitle: Proposals\nkind: deadline\nstart: 2030-03-12T23:59\n---\n',
      '---\ntitle: Dinner\nstart: 2030-03-13T19:00\n---\n',
      '---\ntitle: Reports\nkind: deadline\nstart: 2030-03-14\ntime: unannounced\n---\n',
    ]);
  });

  it('have all fields that follow from the row', async () => {
    await take(
      csv(
        'Phase,Week,Dates,Title,Description',
        'Building,2,25–31 March 2030,Orientation,"Bring {nothing} <yet>.' + '\n' + 'See http://a.example."',
      ),
    );
    expect(site.read('2030/weeks/phase-2-week-2.mdx')).toBe(
      csv(
        '---',
        'phase: phase-2',
        'number: 2',
        'start: 2030-03-25',
        'end: 2030-03-31',
        'kind: orientation',
        'title: Orientation',
        '---',
        '',
        'Bring \\{nothing\\} \\<yet\\>.\\',
        'See `http://a.example`.',
      ),
    );
    await take(
      csv('Name,Country,City,Type,Website', 'ETH Zürich,Switzerland,Zürich,University,https://ethz.ch/'),
      '--list',
      'international',
    );
    expect(site.read('2030/partners/eth-zurich.yaml')).toBe(
      csv(
        'name: ETH Zürich',
        'list: international',
        'kind: school',
        'country: CH',
        'city: Zürich',
        'url: https://ethz.ch/',
      ),
    );
    await take(csv('Prize,Rank,Amount', 'Third prize,3,100'));
    expect(site.read('2030/prizes/third-prize-3.yaml')).toBe(
      csv('kind: money', 'title: Third prize', 'rank: 3', 'amount:', '  value: 100', '  currency: CHF'),
    );
  });
});

describe('validating the content with all rows', () => {
  it('rejects rows that bring errors, and writes the others', async () => {
    const rows = csv(
      'Phase,Week,Start,End,Topic',
      '1,2,2030-03-11,2030-03-18,A pause',
      '2,1,2030-03-18,2030-03-24,Streets and squares',
      '2,2,2030-03-25,2030-03-30,End',
    );
    const { text, written } = await take(rows);
    expect(written).toEqual(['2030/weeks/phase-2-week-1.mdx', '2030/weeks/phase-2-week-2.mdx']);
    expect(text.split('Cannot be placed')[1]).toMatchInlineSnapshot(`
      " (1)
        row 2, “Start”
          content/2030/weeks/phase-2-week-1.mdx would be wrong then: This week begins on 2030-03-18, and phase-1-week-2 lasts until 2030-03-18.
          Correct the dates of one of the two: weeks must not overlap."
    `);
  });

  it('rejects both of two rows in conflict, and rows that depend on them', async () => {
    const rows = csv(
      'Phase,Week,Start,End,Topic',
      '2,2,2030-03-25,2030-03-28,A',
      '2,3,2030-03-28,2030-03-29,B',
      '2,4,2030-03-30,2030-03-31,C',
    );
    const { text, written } = await take(rows);
    expect(written).toEqual([]);
    expect(text.split('Cannot be placed')[1]).toMatchInlineSnapshot(`
      " (3)
        row 2, “Start”
          content/2030/weeks/phase-2-week-3.mdx would be wrong then: This week begins on 2030-03-28, and phase-2-week-2 lasts until 2030-03-28.
          Correct the dates of one of the two: weeks must not overlap.
        row 3, “Start”: 2030-03-28
          This week begins on 2030-03-28, and phase-2-week-2 lasts until 2030-03-28.
          Correct the dates of one of the two: weeks must not overlap.
        row 4, “Week”: 4
          After week 1 of phase-2, week 2 is missing.
          Write 2 here, or add the missing week."
    `);
  });

  it('suggests the text for the cell', async () => {
    const rows = csv('Name,List,Type,Website', 'A School,Domestic,School,www.a-school.example');
    const { errors } = await take(rows);
    expect(errors.map(({ fix }) => fix)).toEqual([
      'Write https://www.a-school.example, after trying it in a browser.',
    ]);
    const { written } = await take(rows.replace('www.', 'https://www.'));
    expect(written).toEqual(['2030/partners/a-school.yaml']);
  });

  it('rejects only the row with further errors of two in conflict', async () => {
    const rows = csv('Prize,Rank,Amount,Type', 'Third,3,CHF 100,Money', 'Fourth,3,CHF 50,Award');
    const { written, errors } = await take(rows);
    expect(written).toEqual(['2030/prizes/third-3.yaml']);
    expect(new Set(errors.map(({ place }) => place))).toEqual(new Set(['row 3']));
  });

  it('ignores errors that were there before', async () => {
    site.change('2030/programme.yaml', (text) => text.replace('Europe/Zurich', 'Europe/Zürich'));
    site.change('2030/weeks/phase-1-week-1.mdx', (text) => text.replace('topic: streets', 'topic: squares'));
    expect((await take(csv('Name,Country,List', 'Example College,CH,Domestic'))).written).toEqual([
      '2030/partners/example-college.yaml',
    ]);
  });
});
