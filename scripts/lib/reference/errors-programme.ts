import type { ErrorGroup } from '../../../src/format/reference.ts';

/** Problems between files: what the parts of a programme must be to each other. */
export const programmeErrors: ErrorGroup[] = [
  {
    title: 'Editions and references',
    errors: {
      'edition-id': {
        means:
          'A warning: the folder is called like another year than its dates, or the last day is years later.',
        example: 'a folder `content/2023/` that was copied and still has `start: 2022-03-04`.',
        mend: 'Correct the dates, or rename the folder.',
      },
      'edition-reserved': {
        means: 'A folder cannot be called like a language, since that is the address of the pages in it.',
        example: '`content/ko/`',
        mend: 'Give the folder another name, such as the year.',
      },
      'number-repeated': {
        means: 'Two files have the same number or place, where each needs its own.',
        example: '`number: 5` in two weeks of one phase.',
        mend: 'Correct one of the two.',
      },
      'page-reserved': {
        means: 'A page has the address of one that the site makes itself.',
        example: '`pages/schedule.mdx`',
        mend: 'Give the file another name.',
      },
      'reference-draft': {
        means: 'The current edition is a draft, so the home page would be empty.',
        example: '`current: 2023` in `site.yaml`, and `draft: true` in `content/2023/programme.yaml`.',
        mend: 'Remove `draft: true`, or name another edition.',
      },
      'reference-unknown': {
        means: 'A field names a file that is not there.',
        example: '`topic: data-ethic`',
        mend: 'Write the name of a file without its ending: `topic: data-ethics`. Or add that file first.',
      },
      'state-dates': {
        means: 'A warning: the state of the programme does not fit its dates and today.',
        example: '`state: running`, after the last day.',
        mend: 'Write the state that the message names: `state: ended`.',
      },
    },
  },
  {
    title: 'Phases and weeks',
    errors: {
      'phase-empty': {
        means: 'No week belongs to a phase, so it has no dates.',
        example: '`phases/phase-3.yaml`, while no week has `phase: phase-3`.',
        mend: 'Add a week, or delete the file of the phase.',
      },
      'phase-id': {
        means: "A warning: the number in a phase's file name is not the number inside.",
        example: '`number: 3` in `phase-2.yaml`.',
        mend: 'Correct the number. If it is right, leave the name as it is: it is an address that people have kept.',
      },
      'phase-number': {
        means: 'The numbers of the phases leave one out.',
        example: 'phases 1 and 3, and no 2.',
        mend: 'Correct the number, or add the missing phase.',
      },
      'phase-reserved': {
        means: 'A phase is called like a calendar feed that is not its own.',
        example: '`phases/events.yaml`',
        mend: 'Give the file another name, such as `phase-1.yaml`.',
      },
      'week-gap': {
        means: 'A warning: there are more than seven days between two weeks.',
        example: 'a week that ends on 3 April, and the next one begins on 18 April.',
        mend: 'Correct the date. If nothing is held then, add a week with `kind: break`.',
      },
      'week-id': {
        means: "A warning: the numbers in a week's file name are not those inside.",
        example: '`number: 6` in `phase-1-week-5.mdx`.',
        mend: 'Correct the number. If the week was moved, leave the name as it is: it is an address that people have kept.',
      },
      'week-number': {
        means: 'The numbers of the weeks of a phase leave one out.',
        example: 'week 4 is followed by week 6.',
        mend: 'Correct the number, or add the missing week.',
      },
      'week-order': {
        means: 'The numbers of the weeks do not rise with their dates.',
        example: 'week 5 begins before week 4.',
        mend: 'Number the weeks of a phase in the order of their dates.',
      },
      'week-outside': {
        means: 'A week lies outside the programme.',
        example: 'a week that ends on 19 June, while the programme ends on 12 June.',
        mend: 'Correct the date, or `start` or `end` in `programme.yaml`.',
      },
      'week-overlap': {
        means: 'A week begins before the one before it has ended.',
        example: 'weeks from 21 to 28 March and from 28 March on.',
        mend: 'Correct the dates of one of the two.',
      },
      'week-title': {
        means: 'A week has a topic or a title: not both, and not neither.',
        example: '`topic: data-ethics` and `title: Data Ethics`.',
        mend: "Delete the title: the week bears the topic's. Or write one of the two if there is none.",
      },
    },
  },
  {
    title: 'Events and prizes',
    errors: {
      'event-far': {
        means: 'An event lies more than a year before or after the programme.',
        example: '`end: 2032-02-23T16:45`, while the programme ends on 12 June 2022.',
        mend: 'Correct the year, or the dates in `programme.yaml`.',
      },
      'event-form': {
        means: 'One of `start` and `end` has a time and the other has none, or both are the same moment.',
        example: '`start: 2022-02-23T15:00` and `end: 2022-02-23`.',
        mend: 'Write both with a time, or both without.',
      },
      'event-long': {
        means: 'A warning: an event with times goes on for more than a week.',
        example: '`start: 2022-02-23T15:00` and `end: 2022-03-23T16:45`.',
        mend: 'Correct `end`. If it does go on for so long, write both days without times.',
      },
      'event-time': {
        means: 'The times are given, and `time: unannounced` says that they are not known.',
        example: '`start: 2022-02-23T15:00` and `time: unannounced`.',
        mend: 'Delete one of the two: the line `time: unannounced`, or the times.',
      },
      'prize-kind': {
        means: 'Only prize money has a rank and an amount.',
        example: '`kind: award` and `rank: 1`.',
        mend: 'Delete the line, or write `kind: money`.',
      },
      'prize-order': {
        means: 'A warning: a lower place wins as much as a better one, or more.',
        example: '2000000 for the first place, 3000000 for the second.',
        mend: 'Check both amounts and both ranks.',
      },
      'rank-repeated': {
        means: 'Two prizes are for the same place.',
        example: '`rank: 1` in two files.',
        mend: 'Give each prize a place of its own.',
      },
      'status-note': {
        means: 'A note says why something is not held as planned, and its status says that it is.',
        example: '`statusNote: The lecturer is ill.` without `status: cancelled`.',
        mend: 'Write the status, or delete the note.',
      },
      'time-skipped': {
        means: 'The clocks of this time zone jump over this time, because summer time begins.',
        example: '`start: 2022-03-27T02:30` in Europe/Zurich.',
        mend: 'Find out which time is meant, and write that one.',
      },
    },
  },
];
