import { defineConfig } from 'vitest/config';
import { isOrganisersContent } from './tests/organiser/guard.ts';

/** Tests that build real sites or look at one, which takes seconds each. */
const siteTests = ['tests/site/**/*.test.ts', 'tests/browser/**/*.test.ts', 'tests/pipeline/build/*.test.ts'];

/** Tests of the organiser's programme. */
const organiserTests = ['tests/organiser/**/*.test.ts'];

/** Tests that hold for every page of any site: they run on the fixture's site and on the organiser's. */
const pageTests = ['html', 'korean', 'sharing'].map((name) => `tests/site/${name}.test.ts`);

/** Modules are loaded once a worker and not once a file, which halves the time of unit tests. */
const isolate = false;

const organiserProject = {
  test: {
    isolate,
    name: 'organiser',
    include: [...organiserTests, ...pageTests],
    globalSetup: ['tests/organiser/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
};

export default defineConfig({
  test: {
    // Much of the time a test waits for a browser or a build.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          isolate,
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...siteTests, ...organiserTests],
          setupFiles: ['tests/seed.ts'],
          // Some start a command as a user does, which takes seconds on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          isolate,
          name: 'site',
          include: siteTests,
          globalSetup: ['tests/browser/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A busy machine may draw a page seconds later.
          expect: { poll: { timeout: 30_000 } },
        },
      },
      ...(isOrganisersContent ? [organiserProject] : []),
    ],
  },
});
