import { describe, expect, it } from 'vitest';
import { crumbsOf } from '../../src/format/breadcrumbs.ts';
import { describePage, serialiseGraph } from '../../src/exports/jsonld.ts';
import { paths, replace, type Change } from '../sample.ts';
import { readProgramme, urlTo } from '../programme.ts';
import { findForeign, type Thing } from './vocabulary.ts';

function describeAt(address: string, changes: Record<string, Change> = {}): Thing[] {
  const { site, programme, t } = readProgramme(changes);
  const crumbs = address === '/' ? undefined : crumbsOf(programme, 'Here');
  const graph = describePage({ site, programme, address, crumbs }, { t, urlTo });
  return graph ? (JSON.parse(serialiseGraph(graph)) as { '@graph': Thing[] })['@graph'] : [];
}
const eventAt = (address: string, changes: Record<string, Change> = {}) =>
  describeAt(address, changes).find((thing) => thing['@type'] === 'Event');
const kickOff = '/2030/events/kick-off/';
const week = '/2030/weeks/phase-1-week-1/';

// Compiling against the whole vocabulary takes seconds.
describe('describePage', { timeout: 60_000 }, () => {
  it('uses only schema.org vocabulary, on every kind of page', () => {
    const things = ['/', '/2030/', '/2030/schedule/', week, kickOff, '/2030/about/'].flatMap((address) =>
      describeAt(address, {
        [paths.event]: replace(
          'venues:',
          'join: https://zoom.example.org/1\nstatus: postponed\nstatusNote: Snow\nvenues:\n  - name: Zoom\n  - { name: Hall, room: 9F, address: High Street 2, city: Bern, url: https://hall.example.org/ }',
        ),
        [paths.site]: replace(
          'name: Small\n',
          'name: Small\n  fullName: Small Ltd\n  url: https://s.example.org/\n',
        ),
      }),
    );
    expect(things.map((thing) => thing['@type'])).toEqual([
      ...['WebSite', 'Course', 'Course', 'BreadcrumbList', 'CourseInstance', 'BreadcrumbList'],
      ...['Event', 'BreadcrumbList', 'Event', 'BreadcrumbList', 'BreadcrumbList'],
    ]);
    expect(findForeign(things)).toEqual([]);
  });

  it('is checked by a test that finds unknown properties, types and statuses', () => {
    const event = eventAt(kickOff);
    if (!event) throw new Error('There is an event.');
    const foreign = [
      { ...event, place: 'Bern' },
      { ...event, eventStatus: 'https://schema.org/EventCanceled' },
      { ...event, location: [{ '@type': 'VirtualLocation', addressLocality: 'Bern' }] },
      { ...event, organizer: { '@type': 'Organisation', name: 'Small' } },
    ];
    const places = findForeign(foreign).map((sentence) => /^Thing (\d)/.exec(sentence)?.[1]);
    expect([...new Set(places)]).toEqual(['1', '2', '3', '4']);
  });

  it('describes the course on the home page, without a price', () => {
    const [site, course] = describeAt('/');
    expect(site).toMatchObject({ '@type': 'WebSite', name: 'Small Cities', url: urlTo('/') });
    expect(course).toMatchObject({
      '@type': 'Course',
      name: 'Small Cities',
      provider: { name: 'Small' },
      teaches: ['Streets'],
      hasCourseInstance: {
        '@type': 'CourseInstance',
        name: 'Small Cities 2030',
        url: urlTo('/2030/'),
        startDate: '2030-03-04',
        endDate: '2030-03-31',
      },
    });
    expect(course).not.toHaveProperty('offers');
  });

  it('gives event times the offset of their zone on that day', () => {
    expect(eventAt(kickOff)).toMatchObject({
      startDate: '2030-03-04T15:00:00+01:00',
      endDate: '2030-03-04T16:45:00+01:00',
      eventStatus: 'https://schema.org/EventScheduled',
      url: urlTo(kickOff),
      image: urlTo('/og/2030/events/kick-off.png'),
    });
    const summer = (text: string) => text.replaceAll('2030-03-04T', '2030-07-04T');
    expect(eventAt(kickOff, { [paths.event]: summer })?.['startDate']).toBe('2030-07-04T15:00:00+02:00');
    const west = replace('attendance', 'timezone: America/St_Johns\nattendance');
    expect(eventAt(kickOff, { [paths.event]: west })?.['startDate']).toBe('2030-03-04T15:00:00-03:30');
    const unannounced = (text: string) =>
      text.replaceAll(/T\d\d:\d\d/g, '').replace('attendance', 'time: unannounced\nattendance');
    expect(eventAt(kickOff, { [paths.event]: unannounced })?.['startDate']).toBe('2030-03-04');
  });

  it('has no end where that is open, and ends a deadline when it is due', () => {
    const open = (text: string) => text.replace(/(?:end|attendance): .*\n/g, '');
    const event = eventAt(kickOff, { [paths.event]: open });
    expect(event).not.toHaveProperty('endDate');
    expect(event).not.toHaveProperty('eventAttendanceMode');
    const due = (text: string) => open(text).replace('start', 'kind: deadline\nstart');
    expect(eventAt(kickOff, { [paths.event]: due })).toMatchObject({
      startDate: '2030-03-04T15:00:00+01:00',
      endDate: '2030-03-04T15:00:00+01:00',
    });
  });

  it('describes an event in the plain text of its body', () => {
    const agenda = (text: string) => `${text.trimEnd()}\n\n- 15:00 [Talk](https://example.org/talk)\n`;
    expect(eventAt(kickOff, { [paths.event]: agenda })?.['description']).toMatch(
      /- 15:00 Talk \(https:\/\/example\.org\/talk\)$/,
    );
  });

  it('names who publishes the site, and nobody if that is not known', () => {
    const independent = replace('on-behalf', 'independent');
    const publisher = { '@type': 'Organization', name: 'Small', email: 'a@small.example.org' };
    expect(describeAt('/', { [paths.site]: independent })[0]).toMatchObject({ publisher });
    const nobody = (text: string) => text.replace(/publisher: .*\n/, '');
    expect(describeAt('/', { [paths.site]: nobody })[0]).not.toHaveProperty('publisher');
  });

  it('says which texts of a week the editors wrote', () => {
    const line = 'Background written by the editors of this site. The organiser published the title.';
    expect(eventAt(week)?.['description']).toBe(`We read about streets.\n\nAll about streets.\n\n${line}`);
    const published = replace('summary:', 'author: organiser\nsummary:');
    expect(eventAt(week, { [paths.topic]: published })?.['description']).not.toContain(line);
  });

  it('distinguishes places from online services', () => {
    const zoom = replace('venues:', 'venues:\n  - name: Zoom');
    expect(eventAt(kickOff, { [paths.event]: zoom })).toMatchObject({
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      location: [
        { '@type': 'VirtualLocation', name: 'Zoom' },
        { '@type': 'Place', name: 'Town hall', address: { addressCountry: 'CH' } },
      ],
    });
    const online = (text: string) => text.replace('hybrid', 'online').replace(/venues:\n.*\n.*\n/, '');
    const event = eventAt(kickOff, { [paths.event]: online });
    expect(event).toMatchObject({ eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode' });
    expect(event).not.toHaveProperty('location');
    const join = (text: string) =>
      online(text).replace('attendance', 'join: https://zoom.example.org/1\nattendance');
    expect(eventAt(kickOff, { [paths.event]: join })?.['location']).toEqual([
      { '@type': 'VirtualLocation', url: 'https://zoom.example.org/1' },
    ]);
  });

  it.each([
    ['cancelled', 'EventCancelled'],
    ['postponed', 'EventPostponed'],
  ])('gives a week that is %s its status and note', (status, expected) => {
    const change = replace('activity', `status: ${status}\nstatusNote: Snow\nactivity`);
    expect(eventAt(week, { [paths.week]: change })).toMatchObject({
      eventStatus: `https://schema.org/${expected}`,
      description: 'Snow',
      startDate: '2030-03-04',
    });
  });

  it('makes weeks part of the programme, but neither breaks nor events outside its dates', () => {
    expect(eventAt(week)).toMatchObject({ superEvent: { name: 'Small Cities 2030' } });
    expect(eventAt(kickOff)).toHaveProperty('superEvent');
    const early = (text: string) => text.replaceAll('2030-03-04', '2030-03-03');
    expect(eventAt(kickOff, { [paths.event]: early })).not.toHaveProperty('superEvent');
    expect(eventAt('/2030/weeks/phase-1-week-2/')).toBeUndefined();
  });

  it('lists weeks and events on the schedule', () => {
    const [instance] = describeAt('/2030/schedule/');
    expect(instance?.['subEvent']).toMatchObject([
      { name: 'Kick-off', url: urlTo(kickOff) },
      { name: 'Phase I, week 1: Streets', startDate: '2030-03-04', endDate: '2030-03-10' },
      { name: 'Phase II, week 1: Streets' },
    ]);
  });

  it('has breadcrumbs, the last one without a URL', () => {
    expect(describeAt('/2030/about/')).toEqual([
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: 'Small Cities 2030', item: urlTo('/2030/') },
          { '@type': 'ListItem', position: 2, name: 'Here' },
        ],
      },
    ]);
  });

  it('cannot close the script element that it is in', () => {
    const { site, programme, t } = readProgramme({
      [paths.site]: replace('Small Cities', '"</script><b>&"'),
    });
    const graph = describePage({ site, programme, address: '/', crumbs: undefined }, { t, urlTo });
    if (!graph) throw new Error('There is a graph.');
    const text = serialiseGraph(graph);
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toMatchObject({ '@graph': [{ name: '</script><b>&' }, {}] });
  });

  it('is undefined if there is nothing to describe', () => {
    const { site, programme, t } = readProgramme();
    expect(
      describePage({ site, programme, address: '/404.html', crumbs: undefined }, { t, urlTo }),
    ).toBeUndefined();
  });
});
