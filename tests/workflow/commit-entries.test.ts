/** The workflow's commits against bare repositories, with others pushing at the same time. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeIn } from '../../src/intake/take-in.ts';
import { commitEntries, type CommitOutcome } from '../../src/workflow/commit-entries.ts';
import { git } from '../../src/workflow/git.ts';
import { keepWork } from '../../src/workflow/keep-work.ts';
import { repository, run } from '../project.ts';

let folder: string;
let remote: string;
let owner: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-workflow-'));
  remote = join(folder, 'remote.git');
  owner = join(folder, 'owner');
  await git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', remote);
  await git(folder, 'clone', '--quiet', remote, owner);
  await git(owner, 'config', 'user.name', 'Owner');
  await git(owner, 'config', 'user.email', 'owner@archive.example');
  await git(owner, 'checkout', '--quiet', '-b', 'main');
  await upload('2025-01-01-first', 'Kettles and their Lids');
});
afterEach(() => rm(folder, { recursive: true }));

/** What an owner does in the browser: adds a digest and nothing else. */
async function upload(name: string, ...titles: string[]): Promise<void> {
  if (await git(owner, 'ls-remote', 'origin', 'main')) {
    await git(owner, 'pull', '--quiet', '--rebase', 'origin', 'main');
  }
  await mkdir(join(owner, 'archive/digests'), { recursive: true });
  const lines = titles.map((title) => `${JSON.stringify({ title, abstract: 'Of steam.' })}\n`);
  await writeFile(join(owner, `archive/digests/${name}.jsonl`), lines.join(''));
  await push(`Upload ${name}`);
}

async function push(message: string): Promise<void> {
  await git(owner, 'add', '--all');
  await git(owner, 'commit', '--quiet', '--message', message);
  await git(owner, 'push', '--quiet', 'origin', 'HEAD:main');
}

/** A workflow run's checkout, as deep as actions/checkout makes it. */
async function checkout(name: string): Promise<string> {
  const root = join(folder, name);
  await git(folder, 'clone', '--quiet', '--depth=1', `file://${remote}`, root);
  return root;
}

const derive = (root: string): Promise<unknown> => takeIn(root, [], { dryRun: false });

/** The entries and the digests accounted for on the branch. */
async function published(): Promise<{ papers: string[]; accounts: string[] }> {
  const root = await checkout(`look-${Math.random()}`);
  const accounts = await readFile(join(root, 'archive/accounts.jsonl'), 'utf8').catch(() => '');
  const papers = await readdir(join(root, 'archive/papers')).catch(() => []);
  return {
    papers: papers.toSorted(),
    accounts: [...accounts.matchAll(/"digest":"([^"]+)"/g)].map(([, id = '']) => id),
  };
}

const step = (root: string) =>
  run(repository, [join(repository, 'scripts/commit-entries.ts'), '--root', root], { CI: 'true' });

describe('the step that commits entries', () => {
  it('commits what a digest produced, once', async () => {
    const root = await checkout('run');
    expect(await step(root)).toMatchObject({ code: 0, stdout: 'Committed 2 files.\n' });
    expect(await published()).toEqual({
      papers: ['kettles-and-their-lids.md'],
      accounts: ['2025-01-01-first'],
    });
    expect(await git(root, 'log', '-1', '--format=%an: %s')).toBe(
      'github-actions[bot]: Add entries for new digests',
    );
    expect(await commitEntries({ root, derive })).toEqual({ kind: 'nothing' });
  });

  it('derives again when another digest came during the run', async () => {
    const first = await checkout('first');
    await derive(first);
    await upload('2025-01-02-second', 'Kettles and their Lids', 'Teapots');
    const second = await checkout('second');
    expect(await commitEntries({ root: first, derive })).toEqual({
      kind: 'pushed',
      files: 3,
      tries: 2,
    });
    // The run for the second upload began before; it finds all done.
    await derive(second);
    // In the same second it makes the very same commit, which is there already.
    const { kind } = await commitEntries({ root: second, derive });
    expect(['nothing', 'pushed']).toContain(kind);
    expect(await published()).toEqual({
      papers: ['kettles-and-their-lids.md', 'teapots.md'],
      accounts: ['2025-01-01-first', '2025-01-02-second'],
    });
    await git(owner, 'pull', '--quiet', '--rebase', 'origin', 'main');
    const entry = await readFile(join(owner, 'archive/papers/kettles-and-their-lids.md'), 'utf8');
    expect(entry).toContain('2025-01-01-first');
    expect(entry).toContain('2025-01-02-second');
    expect(await git(owner, 'log', '--format=%s')).toBe(
      ['Add entries for new digests', 'Upload 2025-01-02-second', 'Upload 2025-01-01-first'].join(
        '\n',
      ),
    );
  });

  it('keeps what a person edited meanwhile', async () => {
    const root = await checkout('first');
    await upload('2025-01-02-second', 'Teapots');
    await mkdir(join(owner, 'archive/papers'));
    const own = '---\ntitle: Kettles and their Lids\ndigests: []\n---\nMy own words.\n';
    await writeFile(join(owner, 'archive/papers/my-kettles.md'), own);
    await push('Write my own');
    expect(await commitEntries({ root, derive })).toMatchObject({ kind: 'pushed', tries: 2 });
    const { papers } = await published();
    expect(papers).toContain('my-kettles.md');
    const kept = await readFile(
      join(await checkout('later'), 'archive/papers/my-kettles.md'),
      'utf8',
    );
    expect(kept).toContain('My own words.');
  });

  it('lets runs race one another', async () => {
    const roots: string[] = [];
    for (const at of [2, 3, 4]) {
      roots.push(await checkout(`run-${at}`));
      await upload(`2025-01-0${at}-more`, `Paper number ${at}`);
    }
    const outcomes = await Promise.all(
      roots.map((root) => commitEntries({ root, derive, tries: 5 })),
    );
    expect(outcomes.map(({ kind }) => kind)).not.toContain('refused');
    expect(outcomes.filter(({ kind }) => kind === 'pushed')).not.toEqual([]);
    expect(await published()).toEqual({
      papers: [
        'kettles-and-their-lids.md',
        'paper-number-2.md',
        'paper-number-3.md',
        'paper-number-4.md',
      ],
      accounts: ['2025-01-01-first', '2025-01-02-more', '2025-01-03-more', '2025-01-04-more'],
    });
  });

  it.each([
    [2, { kind: 'pushed', files: 4, tries: 3 }],
    [3, { kind: 'raced', tries: 3 }],
  ] as const)('tries three times: overtaken %i times', async (times, outcome) => {
    const root = await checkout('run');
    let uploads = 0;
    const overtaken = async (): Promise<void> => {
      await derive(root);
      if (uploads >= times) return;
      uploads += 1;
      await upload(`2025-02-0${uploads}-more`, `Paper number ${uploads}`);
    };
    const done: CommitOutcome = await commitEntries({ root, derive: overtaken });
    expect(done).toEqual(outcome);
  });

  it('says so where the branch takes no pushes, and does not try again', async () => {
    const root = await checkout('run');
    await writeFile(join(remote, 'hooks/pre-receive'), '#!/bin/sh\necho protected >&2\nexit 1\n', {
      mode: 0o755,
    });
    const { code, stdout } = await step(root);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error::The entries could not be pushed\..*protected.*\n$/);
  });

  it('touches no checkout in which somebody may be working', async () => {
    const args = [join(repository, 'scripts/commit-entries.ts'), '--root', owner];
    const { code, stderr } = await run(repository, args, { CI: '' });
    expect(code).toBe(2);
    expect(stderr).toContain('not a workflow run');
  });
});

/** For `npm run fuzz`; steps.test.ts has one race. */
const isLong = process.env['OFFPRINT_FUZZ'] !== undefined;

describe.runIf(isLong)('runs that collect at the same time', () => {
  const ledger = 'archive/collected.jsonl';
  const lineOf = (digest: string): string => JSON.stringify({ source: digest.slice(11), digest });
  const failed = JSON.stringify({ source: 'bells', day: '2026-01-01', failed: 'no answer' });

  /** What collecting leaves behind: a capture with papers, its line, and a failure that was made good. */
  async function collected(root: string, digest: string, ...titles: string[]): Promise<void> {
    await mkdir(join(root, 'archive/digests'), { recursive: true });
    const papers = titles.map((title) => `${JSON.stringify({ title, abstract: 'Of steam.' })}\n`);
    await writeFile(join(root, `archive/digests/${digest}.jsonl`), papers.join(''));
    const before = await readFile(join(root, ledger), 'utf8').catch(() => '');
    await writeFile(join(root, ledger), `${before.replace(`${failed}\n`, '')}${lineOf(digest)}\n`);
    await derive(root);
  }

  it.each(Array.from({ length: 30 }, (_, round) => round))(
    'keeps all of it, and what people wrote (round %i)',
    async (round) => {
      await writeFile(join(owner, ledger), `${failed}\n`);
      await push('A source failed');
      const names = ['2026-01-02-bells', '2026-01-02-moths', '2026-01-03-looms'].slice(round % 2);
      const roots = await Promise.all(names.map((name) => checkout(name)));
      for (const [at, root] of roots.entries())
        await collected(root, names[at] ?? '', 'Kettles and their Lids', `Paper ${at}`);
      await upload('2026-01-04-mine', 'Kettles and their Lids', 'Mine');
      await writeFile(join(owner, 'archive/site.yaml'), `title: Round ${round}\n`);
      await push('Name it');
      const restored = await Promise.all(roots.map((root) => keepWork(root)));
      const outcomes = await Promise.all(
        roots.map((root, at) =>
          commitEntries({
            root,
            tries: 9,
            derive: async () => {
              await restored[at]?.();
              await derive(root);
            },
          }),
        ),
      );
      expect(outcomes.map(({ kind }) => kind)).toEqual(names.map(() => 'pushed'));
      const { papers, accounts } = await published();
      expect(papers).toEqual(
        [
          'kettles-and-their-lids.md',
          'mine.md',
          ...names.map((_, at) => `paper-${at}.md`),
        ].toSorted(),
      );
      expect(accounts.toSorted()).toEqual(
        ['2025-01-01-first', ...names, '2026-01-04-mine'].toSorted(),
      );
      await git(owner, 'pull', '--quiet', '--rebase', 'origin', 'main');
      const lines = (await readFile(join(owner, ledger), 'utf8')).split('\n').filter(Boolean);
      expect(lines.toSorted()).toEqual(names.map(lineOf).toSorted());
      expect(await readFile(join(owner, 'archive/site.yaml'), 'utf8')).toBe(
        `title: Round ${round}\n`,
      );
    },
  );
});

describe('the step that commits ledgers of mails', () => {
  const note = async (root: string, ...lines: string[]): Promise<void> => {
    await mkdir(join(root, 'archive/mailed'), { recursive: true });
    const text = lines.map((line) => `${line}\n`).join('');
    await writeFile(join(root, 'archive/mailed/2025-01-01-first.jsonl'), text);
  };

  it('loses no line, though others push', async () => {
    const [first, second] = [await checkout('one'), await checkout('two')];
    await note(first, 'key', 'a');
    await note(second, 'key', 'b');
    const options = { CI: 'true' };
    const script = join(repository, 'scripts/commit-entries.ts');
    const one = await run(repository, [script, '--mailed', '--root', first], options);
    expect(one).toMatchObject({ code: 0, stdout: 'Committed 1 file.\n' });
    const kept = { root: second, derive: await keepWork(second), message: 'Keep' };
    expect(await commitEntries(kept)).toEqual({ kind: 'pushed', files: 1, tries: 2 });
    const root = await checkout('look');
    const ledger = await readFile(join(root, 'archive/mailed/2025-01-01-first.jsonl'), 'utf8');
    expect(ledger).toBe('key\na\nb\n');
    expect(await git(root, 'log', '-1', '--format=%s')).toBe('Keep');
  });
});
