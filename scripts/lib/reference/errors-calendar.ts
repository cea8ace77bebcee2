import type { ErrorGroup } from '../../../src/format/reference.ts';

const takeBack =
  'Nobody edits this file by hand. Take it back as it was, as the message says, and run `npm run calendar`.';

/** Problems with what subscribers of the calendar have been told. */
export const calendarErrors: ErrorGroup[] = [
  {
    title: 'The calendar',
    errors: {
      'id-taken': {
        means:
          'A file has a name that something else had, whose old addresses still lead to it or say that it is no longer held.',
        example: 'a new `workshop-1.mdx`, after the first one was renamed to `opening-workshop.mdx`.',
        mend: 'Give the file another name. If it is the same again, write the line `uid: …` that the message names.',
      },
      'uid-asked': {
        means: 'A file is new and another one like it is gone. Only you know whether it was renamed.',
        example: '`workshop-1.mdx` is gone, and `opening-workshop.mdx` with the same days is there.',
        mend: 'Write one of the two lines `uid: …` that the message names into the new file.',
      },
      'uid-changed': {
        means: 'The calendar id of something that subscribers know has changed: they would get it twice.',
        example: 'a line `uid: …` that was copied from another file.',
        mend: 'Delete the line, or write the id that the message names.',
      },
      'uid-repeated': {
        means: 'Two files have the same calendar id.',
        example: 'a file that was copied with its line `uid: …`.',
        mend: 'Delete the line in the file that is not the renamed one.',
      },
    },
  },
  {
    title: 'The ledger, calendar.lock.yaml',
    errors: {
      'ledger-edition': {
        means: 'The ledger of one edition lies in the folder of another.',
        example: 'a folder that was copied to begin a new edition.',
        mend: 'Delete the ledger in the new folder and run `npm run calendar`.',
      },
      'ledger-empty': {
        means: 'The ledger has nothing in it, so nobody can tell what subscribers know.',
        example: 'a file whose lines were all deleted.',
        mend: takeBack,
      },
      'ledger-merge': {
        means: 'Two people have changed the same week, and the merge left its marks in the ledger.',
        example: 'a line `<<<<<<< HEAD`.',
        mend: 'Take the file of the branch that is published, as the message says, and run `npm run calendar`.',
      },
      'ledger-nonsense': {
        means: 'The ledger says something that cannot be.',
        example: 'a sequence that is lower than before.',
        mend: takeBack,
      },
      'ledger-repeated': {
        means: 'Two entries of the ledger stand for the same thing.',
        example: 'an entry that was copied.',
        mend: takeBack,
      },
    },
  },
];
