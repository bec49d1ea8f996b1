import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { archiveVariable } from './src/archive-folder.ts';
import LongFirst from './tests/long-first.ts';

// No archive of a test is where archives usually are: what does not ask for the folder fails here.
process.env[archiveVariable] = 'archive';

/** In `npm run fuzz` a test may take as long as it takes. */
const unlessFuzzing = (milliseconds: number): number =>
  process.env['OFFPRINT_FUZZ'] ? 3_600_000 : milliseconds;

export default defineConfig({
  test: {
    // Tests of sites and commands mostly wait for other processes: one core is not kept free.
    maxWorkers: '100%',
    sequence: { sequencer: LongFirst },
    env: {
      // What Node has made of a file is made once, for the workers and for the commands that tests run.
      NODE_COMPILE_CACHE: fileURLToPath(new URL('.cache/compiled', import.meta.url)),
      // Git looks after each commit and push whether there is something to tidy, in processes of its own.
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'maintenance.auto',
      GIT_CONFIG_VALUE_0: 'false',
    },
    reporters: ['default', './tests/slowest.ts'],
    coverage: {
      // The pure core. Pages and browser scripts are tried by builds and by Chromium, which this does not see.
      include: ['citation', 'digest', 'entries', 'related', 'text', 'topics'].map(
        (room) => `src/${room}/**/*.ts`,
      ),
      reporter: ['text-summary', ['text-summary', { file: 'summary.md' }]],
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // A fresh module graph for each file takes longer than the tests; no test leaves anything behind.
          isolate: false,
          setupFiles: ['tests/guard.ts', 'tests/unit-setup.ts'],
          // Nothing tells how fast it is: on a busy machine a command may take its time.
          testTimeout: unlessFuzzing(60_000),
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/build/**', 'tests/browser/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          // Files that a process runs share its browser, and its pages (tests/readers.ts).
          isolate: false,
          include: ['tests/build/**/*.test.ts', 'tests/browser/**/*.test.ts'],
          setupFiles: ['tests/guard.ts'],
          globalSetup: ['tests/site-setup.ts'],
          testTimeout: unlessFuzzing(120_000),
          hookTimeout: 600_000,
          // A busy machine may take its time over what a script does.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
