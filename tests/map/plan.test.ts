import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/reader/read.ts';
import { assembleSite } from '../../src/model/assemble.ts';
import { toRoman } from '../../src/format/labels.ts';
import { createPlan, placeEvents } from '../../src/map/plan.ts';
import { makeEvent, makeLine } from './fixture.ts';

const site = assembleSite(readContent('tests/fixtures/gardens/content').library, {
  locale: 'en',
  drafts: false,
});
const [programme] = site.programmes.filter(({ edition }) => edition === '2022');
if (!programme) throw new Error('There is no edition of 2022.');
const words = {
  dates: ({ kind, start, end = 'open' }: { kind?: string; start: string; end?: string | undefined }) =>
    `${kind === 'deadline' ? 'due ' : ''}${start}/${end}`,
  status: (status: string) => status.toUpperCase(),
  numeral: ({ number }: { number: number }) => toRoman(number),
  phase: ({ number }: { number: number }) => `Line ${number}`,
  week: ({ number }: { number: number }) => `Stop ${number}`,
};

describe('createPlan', () => {
  const plan = createPlan(programme, words);

  it('makes each phase a line and each week a station', () => {
    expect(plan.lines.map(({ numeral, stations }) => [numeral, stations.length])).toEqual([
      ['I', 8],
      ['II', 7],
    ]);
    expect(plan.lines[0]?.stations[4]).toEqual({
      id: 'phase-1-week-5',
      number: 5,
      sign: 'Stop 5',
      title: { text: 'Frostbite Threats in the Age of Unsettled Growing Seasons', lang: 'en' },
      kind: 'week',
      topic: 'frostbite-threats',
      start: '2022-03-28',
      end: '2022-04-03',
      dates: '2022-03-28/2022-04-03',
      status: 'scheduled',
      notice: undefined,
    });
  });

  it('takes the day of an event with times, a deadline or an open end included', () => {
    const start = '2022-02-23T19:00';
    const [kickOff] = programme.events;
    if (!kickOff) throw new Error('There is no event.');
    const { events } = createPlan(
      { ...programme, events: [kickOff, { ...kickOff, kind: 'deadline', start, end: undefined }] },
      words,
    );
    expect(events).toMatchObject([
      { id: 'kick-off', start: '2022-02-23', end: '2022-02-23', dates: '2022-02-23T15:00/2022-02-23T16:45' },
      { start: '2022-02-23', end: '2022-02-23', dates: 'due 2022-02-23T19:00/open' },
    ]);
  });

  it('adds a notice to a cancelled week', () => {
    const weeks = programme.weeks.map((week) => ({ ...week, status: 'cancelled' as const }));
    expect(createPlan({ ...programme, weeks }, words).lines[0]?.stations[0]).toMatchObject({
      status: 'cancelled',
      notice: 'CANCELLED',
    });
  });

  it('adds a notice to a draft', () => {
    const events = programme.events.map((event) => ({ ...event, draft: true }));
    expect(createPlan({ ...programme, events }, words).events[0]).toMatchObject({ notice: 'DRAFT' });
  });

  it('leaves out a phase without weeks', () => {
    const weeks = programme.weeks.filter(({ phase }) => phase.number === 2);
    expect(createPlan({ ...programme, weeks }, words).lines.map(({ number }) => number)).toEqual([2]);
  });
});

describe('placeEvents', () => {
  const lines = [makeLine(1, '2022-01-03', ['A', 'B']), makeLine(2, '2022-02-07', ['A', 'B'])];
  const place = (start: string) => placeEvents({ lines, events: [makeEvent('event', 'Event', start)] });

  it('puts an event beside the week that it falls in', () => {
    expect([...place('2022-01-10').beside.keys()]).toEqual(['p1-w2']);
    expect([...place('2022-02-13').beside.keys()]).toEqual(['p2-w1']);
  });

  it('includes the first and the last day of a line', () => {
    expect([...place('2022-01-03').beside.keys()]).toEqual(['p1-w1']);
    expect([...place('2022-01-16').beside.keys()]).toEqual(['p1-w2']);
  });

  it('puts an event before the first line, between two lines or after the last', () => {
    expect(place('2022-01-02').before).toHaveLength(1);
    expect([...place('2022-01-17').after.keys()]).toEqual(['p1']);
    expect([...place('2022-02-21').after.keys()]).toEqual(['p2']);
  });

  it('sorts events by day', () => {
    const events = [makeEvent('later', 'Later', '2021-12-02'), makeEvent('earlier', 'Earlier', '2021-12-01')];
    expect(placeEvents({ lines, events }).before.map(({ id }) => id)).toEqual(['earlier', 'later']);
  });
});
