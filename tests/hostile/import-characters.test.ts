import { afterEach, beforeEach, expect, it } from 'vitest';
import { findForbidden } from '../../src/model/characters.ts';
import { copyContent, type ImportSite } from '../scripts/import/site.ts';

// hostile.md, finding 10: text of imports is cleaned, and the row is named.

let site: ImportSite;
beforeEach(() => {
  site = copyContent();
});
afterEach(() => site.remove());

const importFile = async (name: string, text: string) => {
  const plan = await site.prepare(site.make(name, text), '--edition', '2022', '--attendance', 'in-person');
  const written = await site.agree(plan);
  return { plan: plan.text, files: written.map((path) => site.read(path)).join('\n') };
};

it('cleans the cells of a sheet', async () => {
  const sheet = 'Title,Start,End,Text\nPlanting\u202E day,2022-04-05,2022-04-05,"Bring\u2066 boots\u0007."\n';
  const { plan, files } = await importFile('events.csv', sheet);
  expect(files).toContain('Planting day');
  expect(files).toContain('Bring boots.');
  expect(findForbidden(files)).toEqual([]);
  expect(plan).toContain('row 2: characters that nobody sees are left out (U+202E');
  expect(site.errors()).toEqual([]);
});

it('cleans the events of a calendar', async () => {
  const event =
    'UID:a@b.example\r\nDTSTART;VALUE=DATE:20220405\r\nSUMMARY:Planting\u202E day\r\nDESCRIPTION:Bring\u001B[31m boots.\r\n';
  const calendar = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n${event}END:VEVENT\r\nEND:VCALENDAR\r\n`;
  const { plan, files } = await importFile('events.ics', calendar);
  expect(files).toContain('Planting day');
  expect(findForbidden(files)).toEqual([]);
  expect(plan).toMatch(/line 3.*: characters that nobody sees are left out \(U\+001B, U\+202E\)/);
  expect(site.errors()).toEqual([]);
});
