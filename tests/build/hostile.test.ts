import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryFile } from '../../src/archive-folder.ts';
import { linksOf } from '../../src/check/links.ts';
import { normalise } from '../../src/text/normalise.ts';
import { abstractText, element, elements, has, named, readPage, textOf } from '../html.ts';
import { makeProject, type Project, type Run } from '../project.ts';

const sentence =
  'We present a method that reads hostile text without harm, and we show on three benchmarks that nothing of it becomes markup.';

/** Titles and abstracts that try to be something else. */
const papers: readonly (readonly [string, string])[] = [
  [
    '<script>alert(1)</script> Considered as a Title',
    `<script>alert(document.cookie)</script> ${sentence}`,
  ],
  [
    'Links by javascript: A Study of Schemes',
    `[click](javascript:alert(1)) and <javascript:alert(2)> ${sentence}`,
  ],
  ['--- title: fake', `${sentence} --- draft: true ... %YAML 1.2`],
  ['"quoted": {yaml: [tricks, &a *a]} !!js/function', `!!js/undefined ${sentence}`],
  ['../../../etc/passwd as a Title of a Paper', `${sentence} ../../../../outside`],
  [`${'Long '.repeat(2000)}Title`, sentence],
  ['Right to \u202Eleft overrides\u202C in Titles', `\u202E${sentence}\u202C`],
  [
    'Control \u0000\u0001\u0007\u001B characters in Titles',
    `NUL \u0000 and others \u0008 ${sentence}`,
  ],
  ['Emoji 🧪🔬 and 家族👨‍👩‍👧‍👦 Titles', `🧪 ${sentence} 👨‍👩‍👧‍👦`],
  [
    '大規模言語モデルの評価に関する研究',
    `本研究では、敵対的なテキストが安全に表示されることを示す。 ${sentence}`,
  ],
  [
    '{{ template }} <% erb %> ${interpolation} in Abstracts',
    `{{ 7*7 }} \${7*7} <%= 7 %> {7*7} ${sentence}`,
  ],
  ['</article></main><h1>Injected', `</div></article>"><img src=x onerror=alert(1)> ${sentence}`],
];

/** Records, whose texts are taken as they stand; `yes` in the name takes those too that the gate would leave out. */
const digest = papers.map(([title, abstract]) => JSON.stringify({ title, abstract })).join('\n');

let project: Project;
let built: Run;
let ids: string[];

beforeAll(async () => {
  project = await makeProject('hostile', {
    'archive/digests/2025-03-12-hostile.yes.jsonl': digest,
  });
  built = await project.build('/repo/');
  ids = (await readdir(join(project.root, 'archive/papers'))).map((name) =>
    name.replace('.md', ''),
  );
});
afterAll(() => project.remove());

const page = (id: string) => readPage(join(project.dist, 'papers', id, 'index.html'));

describe('a digest of hostile text', () => {
  it('builds, every paper of it', () => {
    expect(built.code).toBe(0);
    expect(ids).toHaveLength(papers.length);
  });

  it('shows text as text', async () => {
    const shown = new Map<string, string>();
    for (const id of ids) {
      const tree = await page(id);
      expect(elements(tree, named('h1'))).toHaveLength(1);
      shown.set(
        textOf(element(tree, named('h1'))),
        abstractText(element(tree, has('dataAbstract'))),
      );
    }
    expect(shown).toEqual(
      new Map(papers.map(([title, abstract]) => [normalise(title), normalise(abstract)])),
    );
  });

  it('makes no script, image, handler or link of it', async () => {
    for (const id of ids) {
      const tree = await page(id);
      const article = element(tree, has('dataPaper'));
      expect(
        elements(article, ({ tagName }) => ['img', 'iframe', 'style'].includes(tagName)),
      ).toEqual([]);
      const handlers = elements(tree, ({ properties }) =>
        Object.keys(properties).some((name) => /^on/i.test(name)),
      );
      expect(handlers).toEqual([]);
      const html = await readFile(join(project.dist, 'papers', id, 'index.html'), 'utf8');
      for (const href of linksOf(html)) expect(href).toMatch(/^(https?:\/\/|\/repo\/|#)/);
    }
  });

  it('writes nothing outside the folders it owns', async () => {
    expect((await readdir(join(project.root, 'archive'))).toSorted()).toEqual([
      'accounts.jsonl',
      'digests',
      'papers',
      'topics',
    ]);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
  });

  it('passes the check', async () => {
    const { code, stdout } = await project.script('check.ts', ['--json'], {
      OFFPRINT_BASE: '/repo/',
    });
    const report: unknown = JSON.parse(stdout);
    expect(report).toMatchObject({ ok: true, papers: papers.length, unaccounted: 0 });
    expect(code).toBe(0);
  });

  it('is built the same when it is built again', async () => {
    const before = await Promise.all(
      ids.map((id) => readFile(join(project.root, entryFile(id)), 'utf8')),
    );
    expect((await project.build('/repo/')).code).toBe(0);
    const after = await Promise.all(
      ids.map((id) => readFile(join(project.root, entryFile(id)), 'utf8')),
    );
    expect(after).toEqual(before);
  });
});
