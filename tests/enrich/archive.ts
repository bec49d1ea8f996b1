/** Small archives for tests. */
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialiseEntry } from '../../src/entries/serialise.ts';
import { slugOf } from '../../src/entries/slug.ts';
import { enrich } from '../../src/enrich/enrich.ts';
import type { EnrichOptions } from '../../src/enrich/run.ts';

const vocabulary =
  'we small archive page line count reader index order paper fold early light method proof bound copy trace share simple large sample render query level chain margin corner letter press ink shelf bind'.split(
    ' ',
  );

/** An invented abstract, long enough to be compared; another for every subject. */
export function abstractOf(subject: string): string {
  let state = [...subject].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7);
  const words = Array.from({ length: 60 }, () => {
    state = (state * 17_364 + 1) % 65_521;
    return vocabulary[state % vocabulary.length] ?? 'we';
  });
  return `On ${subject}. ${words.join(' ')}.`;
}

export interface TestEntry {
  readonly title: string;
  readonly abstract?: string;
  readonly arxiv?: string;
  readonly doi?: string;
}

/** The file of an entry as the loader writes it. */
export const entryText = ({ title, abstract = '', arxiv, doi }: TestEntry): string =>
  serialiseEntry({
    data: {
      title,
      digests: [{ digest: '2025-03-11-trending', lines: [1, 3] }],
      ...(arxiv !== undefined && { arxiv }),
      ...(doi !== undefined && { doi }),
    },
    body: abstract,
  });

export interface TestArchive {
  readonly root: string;
  paper(title: string): Promise<string>;
  record(title: string): Promise<string | undefined>;
  /** Every file below the root but the cache, with its text. */
  files(): Promise<Record<string, string>>;
  run(api: string, options?: Partial<EnrichOptions>): ReturnType<typeof enrich>;
  remove(): Promise<void>;
}

/** Settings with which no test waits long. */
export const quick = (api: string): EnrichOptions['client'] => ({
  api,
  interval: 1,
  timeout: 300,
  attempts: 3,
  backOff: 1,
});

export async function makeArchive(entries: readonly TestEntry[]): Promise<TestArchive> {
  const root = await mkdtemp(join(tmpdir(), 'offprint-enrich-'));
  const papers = join(root, 'archive/papers');
  await mkdir(papers, { recursive: true });
  for (const entry of entries) {
    await writeFile(join(papers, `${slugOf(entry.title)}.md`), entryText(entry));
  }
  return {
    root,
    paper: (title) => readFile(join(papers, `${slugOf(title)}.md`), 'utf8'),
    record: (title) =>
      readFile(join(root, 'archive/records', `${slugOf(title)}.md`), 'utf8').catch(() => undefined),
    async files() {
      const found = await readdir(root, { recursive: true, withFileTypes: true });
      const paths = found
        .filter((item) => item.isFile())
        .map((item) => join(item.parentPath, item.name))
        .filter((path) => !path.startsWith(join(root, '.cache')));
      const texts = await Promise.all(
        paths.map(
          async (path) => [path.slice(root.length + 1), await readFile(path, 'utf8')] as const,
        ),
      );
      return Object.fromEntries(texts.toSorted(([a], [b]) => (a < b ? -1 : 1)));
    },
    run: (api, options = {}) =>
      enrich(root, {
        ids: [],
        dryRun: false,
        offline: false,
        limit: Infinity,
        client: quick(api),
        ...options,
      }),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
