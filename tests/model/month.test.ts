import { describe, expect, it } from 'vitest';
import { layoutMonths, type Cell } from '../../src/model/month.ts';
import type { Event, Week } from '../../src/model/site.ts';

const entry = (id: string, start: string, end = start) => ({ id, start, end });
const layout = (weeks: ReturnType<typeof entry>[], events: ReturnType<typeof entry>[], firstDay = 1) =>
  layoutMonths({ weeks: weeks as Week[], events: events as Event[] }, firstDay);
/** Cells as text: the id or a dash, the span, and < where the cell stretches back. */
const show = (cells: Cell<Week | Event>[]) =>
  cells.map(({ item, span, back }) => `${item?.id ?? '-'}:${span}${back ? '<' : ''}`).join(' ');
const showRows = (weeks: ReturnType<typeof entry>[], events: ReturnType<typeof entry>[]) =>
  layout(weeks, events).map(({ rows }) =>
    rows.map((row) => [show(row.bars), ...row.events.map(show)].join(' | ')),
  );

describe('layoutMonths', () => {
  it('gives nothing for a programme without dates', () => {
    expect(layout([], [])).toEqual([]);
  });

  it('leaves out months without weeks and events', () => {
    const months = layout([entry('a', '2022-11-28', '2022-11-30')], [entry('b', '2023-02-28T10:00')]);
    expect(months.map(({ start }) => start)).toEqual(['2022-11-01', '2023-02-01']);
  });

  it('puts an event without an end on its day', () => {
    const event = { id: 'due', start: '2022-05-24T23:59', end: undefined } as Event;
    const [month] = layoutMonths({ weeks: [], events: [event] }, 1);
    expect(month?.rows.flatMap((row) => row.events.map(show))).toEqual(['-:1 due:6']);
  });

  it.each([
    [1, 5, '2022-03-01', [undefined, '2022-03-01', '2022-03-02']],
    [7, 5, '2022-03-01', [undefined, undefined, '2022-03-01']],
    [2, 5, '2022-03-01', ['2022-03-01', '2022-03-02', '2022-03-03']],
  ])('starts rows on day %i of the week', (firstDay, count, day, begin) => {
    const [month] = layout([], [entry('a', day)], firstDay);
    expect(month?.rows).toHaveLength(count);
    expect(month?.rows[0]?.days.slice(0, 3)).toEqual(begin);
    const days = month?.rows.flatMap((row) => row.days).filter((each) => each !== undefined);
    expect(days).toHaveLength(31);
    expect(month?.rows.at(-1)?.days).toHaveLength(7);
  });

  it('draws weeks as bars, within their month', () => {
    const weeks = [
      entry('a', '2022-02-28', '2022-03-06'),
      entry('b', '2022-03-07', '2022-03-09'),
      entry('c', '2022-03-10', '2022-03-12'),
    ];
    expect(showRows(weeks, [])).toEqual([
      ['', '', '', '', 'a:1 -:6'],
      ['-:1 a:6', 'b:3 c:3 -:1', '', '', ''],
    ]);
  });

  it.each([
    ['2022-03-07', 'e:7'],
    ['2022-03-08T09:00', '-:1 e:6'],
    ['2022-03-11', '-:4 e:3'],
    ['2022-03-12', 'e:6< -:1'],
    ['2022-03-13T18:00', 'e:7<'],
  ])('stretches an event on %s towards the side with room', (day, cells) => {
    expect(showRows([], [entry('e', day)])).toEqual([['', ` | ${cells}`, '', '', '']]);
  });

  it('shows an event of several days in each of their rows, from its first day there', () => {
    expect(showRows([], [entry('e', '2022-03-10T09:00', '2022-03-14T18:00')])).toEqual([
      ['', ' | -:3 e:4', ' | e:7', '', ''],
    ]);
    expect(showRows([], [entry('e', '2022-02-28', '2022-03-01')])).toEqual([
      ['', '', '', '', ' | e:7'],
      [' | -:1 e:6', '', '', '', ''],
    ]);
  });

  it('gives each event of a row its own line', () => {
    expect(showRows([], [entry('d', '2022-03-07'), entry('e', '2022-03-09')])[0]?.[1]).toBe(
      ' | d:7 | -:2 e:5',
    );
  });
});
