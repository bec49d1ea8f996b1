/** Runs the longest test files first, so that none is left to run alone at the end: by itself Vitest goes by their size. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that mostly wait for builds and commands, the longest first; `tests/slowest.ts` tells which they are. */
const longest = [
  'build/histories',
  'browser/map',
  'build/publish',
  'browser/pages',
  'browser/charts',
  'build/workflow',
  'browser/search',
  'build/crash',
  'build/start',
  'browser/offline',
  'search/build',
  'enrich/script',
  'topics/command',
  'related/cache',
  'workflow/commit-entries',
  'mail/script',
  'collect/command',
  'scripts/learn-words',
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
