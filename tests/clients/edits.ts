import type { TestContent } from '../calendar.ts';

/** A change of the content between two publications, as staff make it. */
export interface Edit {
  name: string;
  apply: (content: TestContent) => void;
}

const kickOff = '2022/events/kick-off.mdx';
const workshop = '2022/events/workshop-2.mdx';
const report = '2022/events/report.mdx';
const supper = '2022/events/supper.mdx';
const week = (id: string) => `2022/weeks/${id}.mdx`;

const edit = (name: string, path: string, from: string, to: string): Edit => ({
  name,
  apply: (content) => content.edit(path, from, to),
});
const add = (name: string, path: string, fields: string): Edit => ({
  name,
  apply: (content) =>
    content.write(path, `---\n${fields}\n---\n\nBring:\n\n- a pen\n- [notes](https://example.org/notes)\n`),
});

/** Twenty edits of the fixture tests/fixtures/gardens, each published by itself. */
export const edits: readonly Edit[] = [
  edit('move the end of a timed event', kickOff, 'end: 2022-02-23T16:45', 'end: 2022-02-23T17:15'),
  {
    name: 'move an event to another day',
    apply: (content) => {
      content.edit(kickOff, 'start: 2022-02-23', 'start: 2022-02-24');
      content.edit(kickOff, 'end: 2022-02-23', 'end: 2022-02-24');
    },
  },
  edit('postpone an event', workshop, 'title:', 'status: postponed\nstatusNote: Rain.\ntitle:'),
  edit('hold it after all', workshop, 'status: postponed\nstatusNote: Rain.\n', ''),
  add('add a deadline with a time', report, 'title: Report\nkind: deadline\nstart: 2022-05-24T23:59'),
  edit('move the deadline', report, '2022-05-24T23:59', '2022-05-31T23:59'),
  edit('give the deadline a day alone', report, '2022-05-31T23:59', '2022-05-31'),
  add(
    'add an event with an open end',
    supper,
    'title: Supper\nstart: 2022-06-10T19:00\nattendance: in-person',
  ),
  edit('give it an end', supper, 'start: 2022-06-10T19:00', 'start: 2022-06-10T19:00\nend: 2022-06-10T22:00'),
  edit('open its end again', supper, 'end: 2022-06-10T22:00\n', ''),
  edit('hold it in another zone', supper, 'title: Supper', 'title: Supper\ntimezone: Europe/Zurich'),
  edit(
    'give it an awkward title',
    supper,
    'title: Supper',
    String.raw`title: 'Supper, "outside"; 저녁 \ 👩‍🌾'`,
  ),
  edit(
    'move it to a place',
    supper,
    'attendance:',
    'venues:\n  - name: Old quay\n    city: Busan\nattendance:',
  ),
  edit(
    'cancel a week',
    week('phase-1-week-3'),
    'number: 3',
    'number: 3\nstatus: cancelled\nstatusNote: Frost.',
  ),
  {
    name: 'rename the file of an event',
    apply: (content) => {
      content.rename(supper, '2022/events/dinner.mdx');
    },
  },
  {
    name: 'remove an event',
    apply: (content) => {
      content.remove(workshop);
      content.remove('2022/events/workshop-2.ko.mdx');
    },
  },
  edit('make a deadline an event', report, 'kind: deadline\n', ''),
  edit('leave a draft out', report, 'title:', 'draft: true\ntitle:'),
  edit('show it again', report, 'draft: true\n', ''),
  edit('change a text alone', kickOff, 'Baram opened its season', 'Baram opened the season'),
];
