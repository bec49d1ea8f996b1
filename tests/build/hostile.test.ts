/** Captures that mean harm, and captures that hold what is nobody's business, in one archive: a build takes long. */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
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

const told =
  'We count what grows on the roofs of three towns for a year, and show on twelve of them that it can be told by its colour alone.';

/** Two mails of one day, one of them encoded, in which somebody's things stand. */
const letter = (title: string, id: string): string =>
  `${title}\n\nhttps://arxiv.org/abs/${id}\n\n${told} Write to ida@fjord.example.\n\n`;
const list = `${letter('A Letter About Moss and Roofs', '2503.09001')}${letter('Another Letter About Ferries', '2503.09002')}`;
const page13 = `<html><head><script>token="s3cr3t"</script></head><body><ul>${[
  '2503.09003',
  '2503.09004',
]
  .map(
    (id, at) =>
      `<li><a href="https://arxiv.org/abs/${id}?utm_source=s3cr3t"><b>Lamps and Their Habits, Part ${at + 1}</b></a> ${told} ida@fjord.example</li>`,
  )
  .join('')}</ul></body></html>`;
const head = (type: string): string =>
  `From - Thu Mar 13 02:00:00 2025\nFrom: Ida <ida@fjord.example>\nX-Key: s3cr3t\nDate: Thu, 13 Mar 2025 01:00:00 GMT\nSubject: to ida@fjord.example\nContent-Type: ${type}; charset=utf-8\n`;
const mailbox = `${head('text/plain')}\n${list}\n\n${head('text/html')}Content-Transfer-Encoding: base64\n\n${Buffer.from(page13).toString('base64')}\n`;

/** Ids of their papers. */
const inMails = [
  'a-letter-about-moss-and-roofs',
  'another-letter-about-ferries',
  'lamps-and-their-habits-part-1',
  'lamps-and-their-habits-part-2',
];

let project: Project;
let built: Run;
/** Of the papers of hostile text. */
let ids: string[];

beforeAll(async () => {
  project = await makeProject('hostile', {
    'archive/digests/2025-03-12-hostile.yes.jsonl': digest,
    'archive/digests/2025-03-13-lists.mbox': mailbox,
  });
  built = await project.build('/repo/');
  const entries = await readdir(join(project.root, 'archive/papers'));
  ids = entries.map((name) => name.replace('.md', '')).filter((id) => !inMails.includes(id));
});
afterAll(() => project.remove());

const page = (id: string) => readPage(join(project.dist, 'papers', id, 'index.html'));

describe('a digest of hostile text', () => {
  it('builds, every paper of it', () => {
    expect(built.code).toBe(0);
    expect(ids).toHaveLength(papers.length);
    for (const id of inMails) expect(existsSync(join(project.root, entryFile(id)))).toBe(true);
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
      for (const href of linksOf(html).links) expect(href).toMatch(/^(https?:\/\/|\/repo\/|#)/);
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
    expect(report).toMatchObject({
      ok: true,
      papers: papers.length + inMails.length,
      unaccounted: 0,
    });
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

describe('a mailbox of which the mails are somebody’s', () => {
  it('is a digest a mail, each with its page, which says where it is from', async () => {
    for (const [id, part] of [
      ['2025-03-13-lists', 'message 1, “to [address cut]”'],
      ['2025-03-13-lists-2', 'message 2, “to [address cut]”, decoded from mail, HTML as'],
    ] as const) {
      const tree = await readPage(join(project.dist, 'digests', id, 'index.html'));
      expect(textOf(element(tree, has('dataPart')))).toContain(part);
    }
  });

  it('leaves nothing of theirs in entries and pages', async () => {
    for (const folder of [join(project.root, 'archive/papers'), project.dist]) {
      const found = await readdir(folder, { recursive: true, withFileTypes: true });
      for (const file of found.filter((item) => item.isFile())) {
        const bytes = await readFile(join(file.parentPath, file.name));
        const text = bytes.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]))
          ? gunzipSync(bytes)
          : bytes;
        expect(text.toString('latin1')).not.toMatch(/fjord|s3cr3t/);
      }
    }
    expect(`${built.stdout}${built.stderr}`).toContain('digest/private');
  });
});
