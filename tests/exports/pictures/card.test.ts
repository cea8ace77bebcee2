import { describe, expect, it } from 'vitest';
import {
  describeCard,
  findCard,
  listCards,
  pictureAddressOf,
  type Card,
} from '../../../src/exports/pictures/card.ts';
import { append, paths, replace, type Change } from '../../sample.ts';
import { readProgramme } from '../../programme.ts';

function read(address: string, changes: Record<string, Change> = {}, locale = 'en'): Card {
  const { site, t } = readProgramme(changes, locale);
  const card = findCard(site, address, t);
  if (!card) throw new Error('There is a card.');
  return card;
}

describe('cards', () => {
  it('have a picture address derived from the page address', () => {
    expect(pictureAddressOf('/')).toBe('/og/index.png');
    expect(pictureAddressOf('/2030/weeks/phase-1-week-1/')).toBe('/og/2030/weeks/phase-1-week-1.png');
  });

  it('exist only for pages that the edition has', () => {
    const addresses = (changes: Record<string, Change>) => {
      const { site, t } = readProgramme(changes);
      return listCards(site, t).map(({ address }) => address);
    };
    expect(addresses({})).toContain('/2030/partners/');
    expect(addresses({ [paths.partner]: undefined })).not.toContain('/2030/partners/');
  });

  it('of a week have its name, title, dates and station', () => {
    const { label, title, dates, status, tracks, brand } = read('/2030/weeks/phase-1-week-1/');
    expect({ brand, label, title, dates, status }).toEqual({
      brand: 'Small Cities 2030',
      label: 'Phase I, week 1',
      title: 'Streets',
      dates: '4 – 10 March 2030',
      status: undefined,
    });
    expect(tracks).toEqual([
      {
        line: 1,
        stops: [
          { here: '1', isOpen: true },
          { here: undefined, isOpen: false },
        ],
      },
    ]);
  });

  it('of a cancelled week have the status and a closed station', () => {
    const card = read('/2030/weeks/phase-1-week-1/', {
      [paths.week]: replace('---\n\nWe', 'status: cancelled\n---\n\nWe'),
    });
    expect(card.status).toBe('Cancelled');
    expect(card.tracks[0]?.stops[0]).toEqual({ here: '1', isOpen: false });
  });

  it('of an event have its hours, if it has any', () => {
    expect(read('/2030/events/kick-off/')).toMatchObject({
      label: 'Event',
      title: 'Kick-off',
      dates: '4 March 2030, 15:00 – 16:45',
      tracks: [{ line: 'beside', stops: [{ here: '', isOpen: true }] }],
    });
    const day = (text: string) => replace('T16:45', '')(replace('T15:00', '')(text));
    expect(read('/2030/events/kick-off/', { [paths.event]: day }).dates).toBe('4 March 2030');
  });

  it('of a topic have the dates of up to two weeks, else those of the programme', () => {
    expect(read('/2030/topics/streets/').dates).toBe('4 – 10 March 2030 · 18 – 24 March 2030');
    const third = replace(/kind: break|title: A pause/g, 'topic: streets');
    const many = read('/2030/topics/streets/', {
      [paths.pause]: (text) => third(text).replace('topic: streets\n', ''),
    });
    expect(many.dates).toBe('4 – 31 March 2030');
  });

  it('are in the language of the page', () => {
    expect(read('/2030/weeks/phase-1-week-1/', {}, 'ko')).toMatchObject({
      label: '1단계 1주차',
      dates: '2030년 3월 4일~10일',
    });
  });

  it('fall back to that of the home page', () => {
    const home = read('/404.html');
    expect(home).toMatchObject({
      address: '/',
      title: 'Small Cities 2030',
      theme: 'Streets',
      brand: 'Small',
    });
    expect(home.tracks.map(({ line }) => line)).toEqual([1, 2]);
  });

  it('have unique addresses, and are equal for the two home pages of the current edition', () => {
    const { site, t } = readProgramme();
    const cards = listCards(site, t);
    const addresses = cards.map(({ address }) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses).toEqual(
      expect.arrayContaining(['/', '/search/', '/2030/', '/2030/about/', '/2030/changes/']),
    );
    expect({ ...findCard(site, '/', t), address: '' }).toEqual({
      ...findCard(site, '/2030/', t),
      address: '',
    });
  });

  it('have alt text in one line', () => {
    const card = read('/2030/events/kick-off/', {
      [paths.event]: (text) => append('status: postponed\n---\n')(text.replace(/---\n$/, '')),
    });
    expect(describeCard(card)).toBe(
      'Event · Kick-off · 4 March 2030, 15:00 – 16:45 · Postponed · Small Cities 2030',
    );
  });
});
