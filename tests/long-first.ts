/** Runs the longest test files first, so that none is left to run alone at the end: by itself Vitest goes by their size. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that mostly wait for builds and commands, the longest first; `tests/slowest.ts` tells which they are. */
const longest = [
  'build/publish',
  'build/workflow',
  'browser/offline',
  'browser/pages',
  'build/histories',
  'build/crash',
  'browser/search-page',
  'browser/editions',
  'browser/reading-list',
  'browser/search',
  'browser/everyone',
  'build/start',
  'browser/search-box',
  'browser/map',
  'browser/paper-page',
  'browser/home',
  'browser/small-map',
  'browser/portable',
  'build/emptied',
  'browser/charts',
  'build/dev',
  'build/migrated',
  'workflow/commit-entries',
  'search/build',
  'enrich/script',
  'collect/command',
  'topics/command',
  'scripts/learn-words',
  'workflow/steps',
  'mail/script',
  'offline/packs',
  'related/cache',
];

/** 0 for the longest; the length of the list for files that are not in it. */
function place({ moduleId }: TestSpecification): number {
  const at = longest.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
  return at === -1 ? longest.length : at;
}

export default class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- Vitest's own method, which changes no array
    const sorted = await super.sort(files);
    // Projects stay apart: the one's workers are not the other's.
    const names = [...new Set(sorted.map(({ project }) => project.name))];
    return sorted.toSorted(
      (a, b) =>
        names.indexOf(a.project.name) - names.indexOf(b.project.name) || place(a) - place(b),
    );
  }
}
