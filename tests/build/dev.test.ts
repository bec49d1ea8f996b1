import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../chromium.ts';
import { makeProject, plainEnvironment, repository, type Project } from '../project.ts';

const digest = `Mar 11

A Good Paper about Small Archives

We describe a small archive of papers and show that it can be read by everybody, and for a long time.

Another Good Paper about Large Archives

We describe another archive of papers and compare it with the first one in three experiments.
`;

let project: Project;
let server: ChildProcess;
let url: string;
/** All that the server has told. */
let said = '';

/** A machine that does much else may take long over reading an archive. */
const patience = { timeout: 60_000 };

/** Asks until the answer is as wanted; a development server answers when it is ready. */
async function eventually(
  path: string,
  wanted: (html: string, status: number) => boolean,
): Promise<void> {
  const end = Date.now() + patience.timeout;
  while (Date.now() < end) {
    const answer = await fetch(`${url}${path}`).catch(() => undefined);
    if (answer && wanted(await answer.text(), answer.status)) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 250);
    });
  }
  throw new Error(`/${path} never became what it should be.`);
}

beforeAll(async () => {
  project = await makeProject('dev', { 'archive/public/note.txt': 'A note.\n' });
  const astro = join(repository, 'node_modules', 'astro', 'bin', 'astro.mjs');
  server = spawn(process.execPath, [astro, 'dev', '--port', '0'], {
    cwd: project.root,
    env: { ...plainEnvironment(), ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0' },
  });
  url = await new Promise<string>((resolve, reject) => {
    server.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/localhost:\d+\//.exec(said);
      if (found) resolve(found[0]);
    });
    server.on('close', () => reject(new Error(`The server ended.\n${said}`)));
  });
});
afterAll(async () => {
  server.kill();
  await project.remove();
});

describe('astro dev', () => {
  it('shows the papers of a digest that is dropped in, edits to them, and their end', async () => {
    await eventually('papers/', (_, status) => status === 200);
    await mkdir(join(project.root, 'archive/digests'), { recursive: true });
    await writeFile(join(project.root, 'archive/digests/2025-03-11-small.txt'), digest);
    const page = 'papers/a-good-paper-about-small-archives/';
    await eventually(page, (html) => html.includes('A Good Paper about Small Archives'));
    await eventually('papers/', (html) => html.includes('Another Good Paper about Large Archives'));

    const file = join(project.root, 'archive/papers/a-good-paper-about-small-archives.md');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('title: "A Good', 'title: "A Very Good'));
    await eventually(page, (html) => html.includes('A Very Good Paper'));

    await rm(join(project.root, 'archive/digests/2025-03-11-small.txt'));
    await rm(file);
    await eventually('papers/', (html) => !html.includes('A Very Good Paper'));
    expect(server.exitCode).toBe(null);
  });

  it("shows the owner's pages and notes that are dropped in, edits to them, and their end", async () => {
    const drop = async (path: string, text: string): Promise<string> => {
      const file = join(project.root, 'archive', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
      return file;
    };
    await drop('papers/slow-rivers.md', '---\ntitle: "Slow Rivers"\ndigests: []\n---\n');
    const note = await drop('notes/slow-rivers.md', 'Read it by the *water*.\n');
    await eventually('papers/slow-rivers/', (html) => html.includes('Read it by the <em>water'));
    const own = await drop('pages/boats.md', '---\ntitle: Boats\nmenu: true\n---\n\nThey float.\n');
    await eventually('boats/', (html) => html.includes('They float.'));
    await eventually('papers/', (html) => html.includes('>Boats</a>'));

    await writeFile(note, 'Read it in a *boat*.\n');
    await writeFile(own, '---\ntitle: Boats\n---\n\nThey sink.\n');
    await eventually('papers/slow-rivers/', (html) => html.includes('Read it in a <em>boat'));
    await eventually('boats/', (html) => html.includes('They sink.'));
    await eventually('papers/', (html) => !html.includes('>Boats</a>'));

    await rm(join(note, '..'), { recursive: true });
    await rm(own);
    await eventually('papers/slow-rivers/', (html) => !html.includes('Read it in'));
    await eventually('boats/', (_, status) => status === 404);
    expect(server.exitCode).toBe(null);
  });

  it('follows the settings, and keeps to the last good ones', async () => {
    await eventually('note.txt', (text) => text === 'A note.\n');
    await eventually('favicon.svg', (text) => text.includes('<svg'));
    const settings = join(project.root, 'archive/site.yaml');
    await writeFile(settings, 'title: Papers on Rivers\nlogo: favicon.svg\n');
    await eventually('papers/', (html) => html.includes('Papers on Rivers</title>'));
    await writeFile(settings, 'titel: Rivers\n');
    await eventually('papers/', () => said.includes('(did you mean "title"?)'));
    await eventually('papers/', (html) => html.includes('Papers on Rivers</title>'));
    await writeFile(settings, 'title: Lakes\n');
    await writeFile(join(project.root, 'archive/theme.css'), '.name { color: green }\n');
    await eventually('papers/', (html) => html.includes('Lakes</title>'));
    let sheet = '';
    await eventually('papers/', (html) => {
      sheet = /_astro\/theme\.[\w-]+\.css/.exec(html)?.[0] ?? '';
      return sheet !== '';
    });
    await eventually(sheet, (text) => text.includes('green'));
    expect(server.exitCode).toBe(null);
  });

  it('follows edits to code that Node has loaded as well, the first and the next', async () => {
    const file = join(project.root, 'src/site/head.ts');
    const code = await readFile(file, 'utf8');
    for (const name of ['edited', 'edited-again']) {
      await writeFile(file, code.replace('  head\n', `  '<meta name="${name}">' + head\n`));
      await eventually('papers/', (html) => html.includes(`<meta name="${name}">`));
    }
    expect(server.exitCode).toBe(null);
  });

  it('shows over the page what is wrong with an entry, where and what to do, until it is mended', async () => {
    const file = join(project.root, 'archive/papers/slow-rivers.md');
    const good = '---\ntitle: "Slow Rivers"\ndigests: []\n---\nThey meander.\n';
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, good);
    await eventually('papers/slow-rivers/', (html) => html.includes('They meander.'));
    const context = await (await launch()).newContext();
    try {
      // Until its answer is there, nothing tells a new page to reload; later, any moment may.
      const opened = async (path: string): Promise<Page> => {
        const page = await context.newPage();
        await page.goto(`${url}${path}`, { waitUntil: 'commit' });
        return page;
      };
      const told = (page: Page): Promise<string> =>
        page.evaluate(() => {
          const overlay = document.querySelector('vite-error-overlay');
          return overlay?.shadowRoot?.textContent.replaceAll(/\s+/g, ' ') ?? '';
        });
      const page = await opened('papers/slow-rivers/');
      await page.getByText('They meander.').waitFor(patience);
      await expect.poll(() => told(page), patience).toBe('');
      await writeFile(file, good.replace('Rivers"', 'Rivers').replace('They', '<b>They</b>'));
      for (const part of [
        /papers\/slow-rivers\.md:\d+:\d+/,
        'title: "Slow Rivers',
        'The frontmatter is not valid YAML',
        'Correct the YAML between the two `---` lines',
      ])
        await expect.poll(() => told(page), patience).toMatch(part);
      // Another page says it as well: the archive is not whole.
      const other = await opened('papers/');
      await expect.poll(() => told(other), patience).toContain('not valid YAML');
      await writeFile(file, good.replace('They', 'They still'));
      await page.getByText('They still meander.').waitFor(patience);
      for (const shown of [page, other]) await expect.poll(() => told(shown), patience).toBe('');
    } finally {
      await context.close();
    }
    expect(server.exitCode).toBe(null);
  });
});
