import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sample } from '../../sample.ts';
import { copyContent, csv, takeSheet, type ImportSite } from './site.ts';

let site: ImportSite;
beforeEach(() => {
  site = copyContent({ ...sample });
});
afterEach(() => site.remove());

const take = (text: string) => takeSheet(site, text);

describe('columns Start and End', () => {
  it.each([
    ['Date,Start,End,Event,Place', '15:00,16:30'],
    ['일자,시작,종료,행사,장소', '오후 3시,오후 4시 30분'],
  ])('are times beside a column of days: %s', async (head, times) => {
    const { text } = await take(
      csv(head, `2030-03-06,${times},Talk,Online`, '2030-03-07,TBA,TBA,Visit,Online'),
    );
    expect(text).toContain('-> time of start\n');
    expect(site.read('2030/events/talk.mdx')).toContain('start: 2030-03-06T15:00\nend: 2030-03-06T16:30\n');
    expect(site.read('2030/events/visit.mdx')).toContain('time: unannounced\n');
  });

  it('are days if one cell is a day; then a time alone is refused', async () => {
    const { errors, written } = await take(
      csv('Date,Start,End,Event,Place', ',2030-03-06,2030-03-07,Talk,Online', ',15:00,16:00,Visit,Online'),
    );
    expect(written).toEqual(['2030/events/talk.mdx']);
    expect(errors).toMatchObject([
      { value: '15:00', why: 'This is a time of day, and no day stands with it.' },
    ]);
  });
});
