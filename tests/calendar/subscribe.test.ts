import { describe, expect, it } from 'vitest';
import {
  googleEventLink,
  googleSubscribeLink,
  outlookEventLink,
  outlookSubscribeLink,
  webcalAddress,
} from '../../src/calendar/subscribe.ts';

const feed = 'https://champions.example.org/2022/calendar.ics';
const parameters = (link: string) => Object.fromEntries(new URL(link).searchParams);

describe('webcalAddress', () => {
  it('uses webcal for http and https', () => {
    expect(webcalAddress(feed)).toBe('webcal://champions.example.org/2022/calendar.ics');
    expect(webcalAddress('http://localhost:4321/calendar.ics')).toBe('webcal://localhost:4321/calendar.ics');
  });
});

describe('googleSubscribeLink', () => {
  it('has an encoded webcal URL', () => {
    expect(googleSubscribeLink(feed)).toBe(
      'https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fchampions.example.org%2F2022%2Fcalendar.ics',
    );
  });
});

describe('outlookSubscribeLink', () => {
  it('has the https URL and the name, for private accounts and for those of work', () => {
    const link = outlookSubscribeLink('private', feed, 'Cities & “towns”');
    expect(link).toMatch(/^https:\/\/outlook\.live\.com\/calendar\/0\/addfromweb\?url=https%3A%2F%2F/);
    expect(parameters(link)).toEqual({ url: feed, name: 'Cities & “towns”' });
    expect(outlookSubscribeLink('work', feed, '도시')).toMatch(
      /^https:\/\/outlook\.office\.com\/calendar\/0\/addfromweb\?/,
    );
  });
});

describe('outlookEventLink', () => {
  it('has times in UTC, and spaces as Outlook reads them', () => {
    const link = outlookEventLink('private', {
      title: 'Kick-off + more',
      start: '2022-02-23T15:00',
      end: '2022-02-23T16:45',
      timezone: 'Asia/Seoul',
    });
    expect(link).toMatch(/^https:\/\/outlook\.live\.com\/calendar\/0\/deeplink\/compose\?/);
    expect(link).toContain('subject=Kick-off%20%2B%20more');
    expect(parameters(link)).toMatchObject({
      startdt: '2022-02-23T06:00:00Z',
      enddt: '2022-02-23T07:45:00Z',
    });
  });

  it('has an exclusive end for whole days', () => {
    const link = outlookEventLink('work', { title: 'Week 2', start: '2022-03-07', end: '2022-03-13' });
    expect(new URL(link).host).toBe('outlook.office.com');
    expect(parameters(link)).toMatchObject({ startdt: '2022-03-07', enddt: '2022-03-14', allday: 'true' });
  });

  it('begins and ends a deadline when it is due', () => {
    const due = { title: 'Due', start: '2022-05-24T23:59', timezone: 'UTC' };
    expect(parameters(outlookEventLink('private', due))).toMatchObject({
      startdt: '2022-05-24T23:59:00Z',
      enddt: '2022-05-24T23:59:00Z',
    });
    expect(parameters(googleEventLink(due))['dates']).toBe('20220524T235900/20220524T235900');
  });
});

describe('googleEventLink', () => {
  it('has an exclusive end for whole days', () => {
    const link = googleEventLink({ title: 'Week 2', start: '2022-03-07', end: '2022-03-13' });
    expect(parameters(link)).toEqual({
      action: 'TEMPLATE',
      text: 'Week 2',
      dates: '20220307/20220314',
    });
  });

  it('has the next day as the end of a single day, across months', () => {
    const link = googleEventLink({ title: 'A day', start: '2022-12-31', end: '2022-12-31' });
    expect(parameters(link)['dates']).toBe('20221231/20230101');
  });

  it('has times with their zone', () => {
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
});
