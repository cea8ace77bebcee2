import { expect, it } from 'vitest';
import { assembleSite } from '../../src/model/assemble.ts';
import {
  currentProgramme,
  eventsInWeek,
  neighbourWeeks,
  sharesTopics,
  sisterWeeks,
  weeksOfPhase,
  weeksOfTopic,
} from '../../src/model/site.ts';
import { readSample } from '../sample.ts';

const site = assembleSite(readSample().library, { locale: 'en', drafts: false });
const programme = currentProgramme(site);
if (!programme) throw new Error('The sample has a current programme.');
const [first, pause, second] = programme.weeks;
const [topic] = programme.topics;
const [phase] = programme.phases;
if (!first || !pause || !second || !topic || !phase)
  throw new Error('The sample has three weeks, a topic and phases.');
const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);

it('is shown by home: the current programme', () => {
  expect(programme.edition).toBe('2030');
  expect(currentProgramme({ ...site, current: '2031' })).toBeUndefined();
});

it('has the weeks of a phase and of a topic, first to last', () => {
  expect(idsOf(weeksOfPhase(programme, phase))).toEqual(['phase-1-week-1', 'phase-1-week-2']);
  expect(idsOf(weeksOfTopic(programme, topic))).toEqual(['phase-1-week-1', 'phase-2-week-1']);
});

it('has sister weeks of the same topic, and none for a week without one', () => {
  expect(idsOf(sisterWeeks(programme, first))).toEqual(['phase-2-week-1']);
  expect(sisterWeeks(programme, pause)).toEqual([]);
});

it('shares topics where weeks of different phases teach one, and not within a phase', () => {
  expect(sharesTopics(programme)).toBe(true);
  expect(sharesTopics({ ...programme, weeks: [first, pause] })).toBe(false);
  expect(sharesTopics({ ...programme, weeks: [first, { ...second, phase }] })).toBe(false);
});

it('has the events of a week, those of its first and last day included', () => {
  expect(idsOf(eventsInWeek(programme, first))).toEqual(['kick-off']);
  expect(eventsInWeek(programme, pause)).toEqual([]);
});

it('goes on from week to week across phases', () => {
  expect(neighbourWeeks(programme, pause)).toEqual({ previous: first, next: second });
  expect(neighbourWeeks(programme, first).previous).toBeUndefined();
  expect(neighbourWeeks(programme, second).next).toBeUndefined();
});
