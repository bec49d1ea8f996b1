/** What others take for the same papers, in the same run: below it no build of ours can be expected to go far. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from '../project.ts';
import { run, type Command, type Cost } from './command.ts';
import { siteSize, type SiteSize } from './site-bytes.ts';

const folder = join(repository, '.cache', 'bench-floors');

export interface Floors {
  /** Plain Astro: the glob loader, one page a paper with its title and abstract. */
  readonly astro: Cost;
  /** Pagefind alone, on the pages that plain Astro made. */
  readonly pagefind: Cost;
  /** The same pages from Hugo, where the machine has it and it takes the papers. */
  readonly hugo?: Cost & { readonly version: string };
  /** `cp -r` of the built site. */
  readonly copy: Cost;
  /** Plain Astro's pages with Pagefind's index. */
  readonly bare: SiteSize;
  /** What was left out, and why. */
  readonly without: readonly string[];
}

const astroFiles = (papers: string): Readonly<Record<string, string>> => ({
  'package.json': '{ "type": "module" }\n',
  'astro.config.mjs': 'export default {};\n',
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
const base = ${JSON.stringify(pathToFileURL(papers).href)};
export const collections = { papers: defineCollection({ loader: glob({ pattern: '**/*.md', base }) }) };
`,
  'src/pages/papers/[...id].astro': `---
import { getCollection, render } from 'astro:content';
export const getStaticPaths = async () =>
  (await getCollection('papers')).map((paper) => ({ params: { id: paper.id }, props: { paper } }));
const { paper } = Astro.props;
const { Content } = await render(paper);
---
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{paper.data.title}</title></head>
<body><h1>{paper.data.title}</h1><Content /></body>
</html>
`,
});

const hugoFiles = (papers: string): Readonly<Record<string, string>> => ({
  'hugo.toml': `baseURL = 'http://localhost/'
disableKinds = ['home', 'section', 'taxonomy', 'term', 'RSS', 'sitemap', 'robotsTXT', '404']
[[module.mounts]]
source = ${JSON.stringify(papers)}
target = 'content/papers'
`,
  'layouts/_default/single.html': `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><h1>{{ .Title }}</h1>{{ .Content }}</body>
</html>
`,
});

/** Writes a small project. */
async function project(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const root = join(folder, name);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

async function succeed(command: Command): Promise<Cost> {
  const { code, output, ...cost } = await run(command);
  if (code !== 0) throw new Error(`${command.args.join(' ')} failed:\n${output.slice(-2000)}`);
  return cost;
}

/** A program that the machine may have: what it printed, or nothing. */
const ask = (program: string, args: readonly string[]): Promise<string | undefined> =>
  run({ program, args }).then(
    ({ code, output }) => (code === 0 ? output.trim() : undefined),
    () => undefined,
  );

/**
 * Runs them all, one after the other.
 *
 * @param papers the folder of entries
 * @param site the built site
 * @param show is told what runs
 */
export async function measureFloors(
  papers: string,
  site: string,
  show: (text: string) => void,
): Promise<Floors> {
  await removeFloors();
  const inModules = (...path: string[]): string => join(repository, 'node_modules', ...path);
  const without: string[] = [];

  show('plain Astro');
  const root = await project('astro', astroFiles(papers));
  const dist = join(root, 'dist');
  const astro = await succeed({
    args: [inModules('astro', 'bin', 'astro.mjs'), 'build'],
    cwd: root,
  });
  show('Pagefind alone');
  const bin = inModules('pagefind', 'lib', 'runner', 'bin.cjs');
  const pagefind = await succeed({ args: [bin, '--site', dist], cwd: root });
  const bare = await siteSize(dist);

  show('Hugo');
  let hugo: Floors['hugo'];
  const version = /v[\d.]+/.exec((await ask('hugo', ['version'])) ?? '')?.[0];
  if (version === undefined) without.push('Hugo: not on this machine');
  else {
    const cwd = await project('hugo', hugoFiles(papers));
    const args = ['--quiet', '--noBuildLock', '--cacheDir', join(folder, 'hugo-cache')];
    const { code, output, ...cost } = await run({ program: 'hugo', args, cwd });
    if (code === 0) hugo = { ...cost, version };
    else without.push(`Hugo ${version} does not take these papers: ${output.trim().slice(0, 200)}`);
  }

  show('cp -r');
  const copy = await succeed({ program: 'cp', args: ['-r', site, join(folder, 'copy')] });
  await removeFloors();
  return { astro, pagefind, ...(hugo && { hugo }), copy, bare, without };
}

export const removeFloors = (): Promise<void> => rm(folder, { recursive: true, force: true });
