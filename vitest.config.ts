import { defineConfig } from 'vitest/config';

/** Tests that build real sites, which takes seconds each. */
const siteTests = ['tests/site/**/*.test.ts', 'tests/build/build.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...siteTests, 'tests/browser/**'],
        },
      },
      {
        test: { name: 'site', include: siteTests, testTimeout: 120_000, hookTimeout: 120_000 },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
