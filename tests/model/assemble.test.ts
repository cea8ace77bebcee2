import { describe, expect, it } from 'vitest';
import { assembleSite } from '../../src/model/assemble.ts';
import { append, paths, readSample, replace, sample, type Change } from '../sample.ts';

const assemble = (changes: Record<string, Change> = {}, options = { locale: 'en', drafts: false }) =>
  assembleSite(readSample(changes).library, options);
const programme = (...args: Parameters<typeof assemble>) => {
  const [first] = assemble(...args).programmes;
  if (!first) throw new Error('The sample has a programme.');
  return first;
};

describe('assembleSite', () => {
  it('resolves references, and derives titles, activities, dates and zones', () => {
    const { weeks, phases, events } = programme();
    expect(
      weeks.map(({ id, title, activity, phase }) => [id, title.text, activity.text, phase.number]),
    ).toEqual([
      ['phase-1-week-1', 'Streets', 'Reading aloud', 1],
      ['phase-1-week-2', 'A pause', 'We read', 1],
      ['phase-2-week-1', 'Streets', 'We build', 2],
    ]);
    expect(phases.map(({ start, end }) => [start, end])).toEqual([
      ['2030-03-04', '2030-03-17'],
      ['2030-03-18', '2030-03-24'],
    ]);
    expect(events).toMatchObject([
      { timezone: 'Europe/Zurich', timed: true, people: [{ person: { name: { text: 'Ada' } } }] },
    ]);
  });

  it('puts the words of a translation in their places, and says which are not translated', () => {
    const [week] = programme({}, { locale: 'ko', drafts: false }).weeks;
    expect(week?.activity).toEqual({ text: '읽기', lang: 'ko' });
    expect(week?.title).toEqual({ text: 'Streets', lang: 'en' });
    expect(week?.prose).toEqual({
      id: '2030/weeks/phase-1-week-1.ko',
      lang: 'ko',
      text: '거리에 대해 읽는다.',
    });
    expect(week?.file).toBe('content/2030/weeks/phase-1-week-1.ko.mdx');
  });

  it('shows the original body where a translation has fields alone', () => {
    const fields = { [paths.translation]: '---\nactivity: 읽기\n---\n' };
    expect(programme(fields, { locale: 'ko', drafts: false }).weeks[0]?.prose).toMatchObject({
      id: '2030/weeks/phase-1-week-1',
      lang: 'en',
    });
  });

  it('leaves drafts out of a published site, and shows them in a preview', () => {
    const draftEvent = { [paths.event]: replace('attendance', 'draft: true\nattendance') };
    const draftEdition = { [paths.programme]: append('draft: true\n') };
    expect(programme(draftEvent).events).toEqual([]);
    expect(programme(draftEvent, { locale: 'en', drafts: true }).events).toHaveLength(1);
    expect(assemble(draftEdition).programmes).toEqual([]);
    expect(assemble(draftEdition, { locale: 'en', drafts: true }).programmes).toHaveLength(1);
  });

  it('orders what has an order by it, and the rest by name', () => {
    const partner = (order: string) => `name: A\nlist: domestic\nkind: school\n${order}`;
    const { partners, prizes } = programme({
      '2030/partners/a.yaml': partner(''),
      '2030/partners/z.yaml': partner('order: 1\n'),
      '2030/prizes/award.yaml': 'kind: award\ntitle: Award\n',
    });
    expect(partners.map(({ id }) => id)).toEqual(['z', 'a', 'university']);
    expect(prizes.map(({ id }) => id)).toEqual(['first', 'second', 'award']);
  });

  it('keeps editions apart, the earlier ones first', () => {
    const earlier = Object.entries(sample)
      .filter(([path]) => path.startsWith('2030/'))
      .map(([path, text]) => [path.replace('2030/', '2028/'), text] as const);
    expect(
      assemble(Object.fromEntries(earlier)).programmes.map(({ edition, weeks }) => [edition, weeks.length]),
    ).toEqual([
      ['2028', 3],
      ['2030', 3],
    ]);
  });

  it('says in words what the check would have found', () => {
    expect(() => assemble({ [paths.site]: undefined })).toThrowErrorMatchingInlineSnapshot(
      `[Error: The content has no site.yaml. Run the check to see what to write.]`,
    );
    expect(() => assemble({ [paths.topic]: undefined })).toThrowErrorMatchingInlineSnapshot(
      `[Error: There is no entry "streets". Run the check to see where it is named.]`,
    );
  });
});
