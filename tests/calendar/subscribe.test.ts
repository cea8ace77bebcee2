import { describe, expect, it } from 'vitest';
import {
  googleEventLink,
  googleSubscribeLink,
  toLinkedEvent,
  webcalAddress,
} from '../../src/calendar/subscribe.ts';
import { createTranslator } from '../../src/i18n/translator.ts';

const feed = 'https://champions.example.org/2022/calendar.ics';
const parameters = (link: string) => Object.fromEntries(new URL(link).searchParams);

describe('links that subscribe', () => {
  it('has webcal for Apple and Thunderbird, never webcals', () => {
    expect(webcalAddress(feed)).toBe('webcal://champions.example.org/2022/calendar.ics');
    expect(webcalAddress('http://localhost:4321/calendar.ics')).toBe('webcal://localhost:4321/calendar.ics');
  });

  it('hands Google an encoded webcal address', () => {
    expect(googleSubscribeLink(feed)).toBe(
      'https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fchampions.example.org%2F2022%2Fcalendar.ics',
    );
  });
});

describe('googleEventLink', () => {
  it('ends a week on the day after its last', () => {
    const link = googleEventLink({ title: 'Week 2', start: '2022-03-07', end: '2022-03-13' });
    expect(parameters(link)).toEqual({
      action: 'TEMPLATE',
      text: 'Week 2',
      dates: '20220307/20220314',
    });
  });

  it('ends a single day on the next, across months', () => {
    const link = googleEventLink({ title: 'A day', start: '2022-12-31', end: '2022-12-31' });
    expect(parameters(link)['dates']).toBe('20221231/20230101');
  });

  it('gives a time with its zone', () => {
    const link = googleEventLink({
      title: '킥오프 & more',
      start: '2022-02-23T15:00',
      end: '2022-02-23T16:45',
      timezone: 'Asia/Seoul',
      description: 'First line\nSecond line',
      location: 'Seoul Global Center, 9F; Zoom',
    });
    expect(parameters(link)).toEqual({
      action: 'TEMPLATE',
      text: '킥오프 & more',
      dates: '20220223T150000/20220223T164500',
      ctz: 'Asia/Seoul',
      details: 'First line\nSecond line',
      location: 'Seoul Global Center, 9F; Zoom',
    });
  });

  it('has of an event what its feed has', () => {
    const event = toLinkedEvent(
      {
        ...{ kind: 'event', edition: '2022', id: 'workshop-1', phase: undefined, name: undefined },
        ...{ title: 'Workshop', start: '2022-05-13', end: '2022-05-13', timezone: undefined },
        ...{ unannounced: true, status: 'cancelled', location: 'Online', join: undefined },
        ...{ categories: [], about: ['What it is about.'] },
      },
      createTranslator('en'),
      (address) => `https://champions.example.org${address}`,
    );
    expect(parameters(googleEventLink(event))).toEqual({
      action: 'TEMPLATE',
      text: 'Cancelled: Workshop (time not published)',
      dates: '20220513/20220514',
      details:
        'What it is about.\n\nWhere: Online\nRead more: https://champions.example.org/2022/events/workshop-1/',
      location: 'Online',
    });
  });
});
