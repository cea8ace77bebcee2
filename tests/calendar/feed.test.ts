import { describe, expect, it } from 'vitest';
import { listPublications, type LocalisedProgramme } from '../../src/calendar/calendar-event.ts';
import { listFeeds, type Feed } from '../../src/calendar/feed.ts';
import type { Ledger, LedgerEntry } from '../../src/calendar/ledger.ts';
import { updateLedger } from '../../src/calendar/ledger-update.ts';
import { readProgramme } from '../programme.ts';

const { site, programme, t } = readProgramme();
const source: LocalisedProgramme = { programme, t };
const published = updateLedger(undefined, listPublications([source]), {
  edition: '2030',
  domain: 'example.org',
  now: '2030-01-01T00:00:00Z',
  hash: () => '0123456789abcdef',
}).ledger;

/** The published ledger with changes of one entry. */
function change(id: string, changeEntry: (entry: LedgerEntry) => Partial<LedgerEntry>): Ledger {
  const events = published.events.map((entry) =>
    entry.id === id ? { ...entry, ...changeEntry(entry) } : entry,
  );
  return { ...published, events };
}

function findFeed(ledger: Ledger, address: string): Feed {
  const feed = listFeeds(site, [{ ...source, ledger }], t).find((each) => each.address === address);
  if (!feed) throw new Error(`There is no feed ${address}.`);
  return feed;
}
const idsIn = (ledger: Ledger, address: string) => findFeed(ledger, address).events.map(({ id }) => id);

describe('listFeeds', () => {
  it('has the published events with their revision', () => {
    const ledger = change('kick-off', () => ({
      sequence: 3,
      stamps: { en: { modified: '2030-02-01T00:00:00Z', hash: '' }, ko: { modified: '2031', hash: '' } },
    }));
    expect(findFeed(ledger, '/2030/events/kick-off.ics').events).toMatchObject([
      { uid: '2030-event-kick-off@example.org', sequence: 3, modified: '2030-02-01T00:00:00Z' },
    ]);
  });

  it('sorts the events of an edition, and of all editions, by start', () => {
    const byStart = ['phase-1-week-1', 'kick-off', 'phase-1-week-2', 'phase-2-week-1'];
    expect(idsIn(published, '/2030/calendar.ics')).toEqual(byStart);
    const earlier = {
      ...source,
      programme: { ...programme, edition: '2029', weeks: [], events: [] },
      ledger: change('kick-off', ({ facts }) => ({
        facts: { ...facts, start: '2029-03-04T15:00', status: 'removed' },
      })),
    };
    const [all] = listFeeds(site, [{ ...source, ledger: published }, earlier], t);
    expect(all?.events.map(({ id }) => id)).toEqual(['kick-off', ...byStart]);
  });

  it('has a feed of the events without the weeks', () => {
    expect(idsIn(published, '/2030/events.ics')).toEqual(['kick-off']);
  });

  it('leaves out events that are not published yet', () => {
    const ledger = { ...published, events: published.events.filter(({ id }) => id !== 'kick-off') };
    expect(idsIn(published, '/calendar.ics')).toContain('kick-off');
    expect(idsIn(ledger, '/calendar.ics')).not.toContain('kick-off');
  });

  it('cancels a removed event once, also while its id is in the content again', () => {
    const ledger = change('kick-off', ({ facts }) => ({ facts: { ...facts, status: 'removed' } }));
    const events = findFeed(ledger, '/calendar.ics').events.filter(({ id }) => id === 'kick-off');
    expect(events).toMatchObject([{ status: 'removed', paragraphs: [t('calendar.removed')] }]);
  });

  it('has feeds of former ids, with the page of the present one', () => {
    const ledger = change('kick-off', () => ({ former: ['opening'] }));
    expect(findFeed(ledger, '/2030/events/opening.ics')).toMatchObject({
      page: '/2030/events/kick-off/',
      events: [{ id: 'kick-off' }],
    });
  });

  it('names the feed of a cancelled event without its status', () => {
    const ledger = change('kick-off', ({ facts }) => ({ facts: { ...facts, status: 'removed' } }));
    expect(findFeed(ledger, '/2030/events/kick-off.ics').name).toBe('Kick-off');
  });

  it('has the time zone of the current edition, of the first, or UTC', () => {
    const zoneOf = (current: string, sources = [{ ...source, ledger: published }]) =>
      listFeeds({ ...site, current }, sources, t)[0]?.timezone;
    const other = {
      ...source,
      programme: { ...programme, edition: '2031', timezone: 'Asia/Seoul' },
      ledger: { ...published, edition: '2031', events: [] },
    };
    const both = [{ ...source, ledger: published }, other];
    expect(zoneOf('2031', both)).toBe('Asia/Seoul');
    expect(zoneOf('2040', both)).toBe('Europe/Zurich');
    expect(zoneOf('2030', [])).toBe('UTC');
  });
});

describe('the feed of a phase', () => {
  const start = (from: string) => ({
    date: '2030-02-01T00:00:00Z',
    field: 'start' as const,
    from,
    to: '2030-06-05T15:00',
  });
  const moveKickOff = (to: string, from = to) =>
    change('kick-off', ({ facts }) => ({ facts: { ...facts, start: to }, history: [start(from)] }));

  // The weeks of phase 1 are from 4 to 17 March.
  it.each([
    ['2030-03-03T15:00', false],
    ['2030-03-04T15:00', true],
    ['2030-03-17T15:00', true],
    ['2030-03-18T15:00', false],
  ])('has an event that starts on %s: %s', (day, isIn) => {
    expect(idsIn(moveKickOff(day), '/2030/phase-1.ics').includes('kick-off')).toBe(isIn);
  });

  it('has no week of another phase on its days', () => {
    const ledger = change('phase-2-week-1', ({ facts }) => ({
      facts: { ...facts, start: '2030-03-11', end: '2030-03-17' },
    }));
    expect(idsIn(ledger, '/2030/phase-1.ics')).not.toContain('phase-2-week-1');
  });

  it('follows from no other field of the history', () => {
    const ledger = change('kick-off', ({ facts }) => ({
      facts: { ...facts, start: '2030-06-05T15:00' },
      history: [{ ...start('2030-03-04T15:00'), field: 'end' }],
    }));
    expect(idsIn(ledger, '/2030/phase-1.ics')).not.toContain('kick-off');
  });

  it('keeps an event that was moved to other days', () => {
    expect(idsIn(moveKickOff('2030-06-05T15:00', '2030-03-04T15:00'), '/2030/phase-1.ics')).toContain(
      'kick-off',
    );
  });

  it('keeps its address and weeks after the phase was renamed, and has the title of the edition', () => {
    const renamed = (from: string) =>
      change('phase-1-week-1', () => ({
        history: [{ date: '2030-02-01T00:00:00Z', field: 'phase', from, to: 'phase-1' }],
      }));
    const feed = findFeed(renamed('reading'), '/2030/reading.ics');
    expect(feed.name).toBe('Small Cities 2030');
    expect(feed.events.map(({ id }) => id)).toContain('phase-1-week-1');
    // A week that moved from a phase that still exists is in its new one only.
    expect(idsIn(renamed('phase-2'), '/2030/phase-2.ics')).not.toContain('phase-1-week-1');
  });
});
