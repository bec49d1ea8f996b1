/** Topics proposed from the papers themselves: an archive of history, of which the engine knows nothing. */
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proposals, proposalsText, writeProposals } from '../../scripts/topics/propose.ts';
import { readPapers } from '../../scripts/topics/read.ts';
import { compileTopics, parseTopicFile, readTopicFiles } from '../../src/topics/index.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-propose-'));
  await cp(join(import.meta.dirname, 'history'), root, { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

const propose = async () => {
  const { topics, ids } = await readTopicFiles(root);
  return proposals(topics, await readPapers(root), ids);
};

describe('topics proposed for an archive of history', () => {
  it('are what its papers are about, in files that are in order', async () => {
    const { files, unsorted, found } = await propose();
    expect(files.map(({ label }) => label).toSorted()).toEqual([
      'Enslaved people',
      'Monks',
      'Ottoman',
      'Plague',
      'Workers',
    ]);
    expect(unsorted).toBe(32);
    expect(found).toBeGreaterThanOrEqual(24);
    const rules = files.flatMap(({ file, text }) => parseTopicFile(file, text).rules ?? []);
    expect(rules).toHaveLength(files.length);
    const terms = new Map(rules.map((rule) => [rule.id, rule.terms.map(({ term }) => term)]));
    expect(terms.get('ottoman')).toEqual(expect.arrayContaining(['ottoman', 'sultan']));
    expect(terms.get('workers')).toEqual(expect.arrayContaining(['unions', 'strike']));
    const classifier = compileTopics(rules);
    const topicsOf = (title: string, text: string): string[] =>
      classifier.classify({ title, text }).map(({ topic }) => topic);
    expect(topicsOf('Plague in Marseille, 1720', 'Ships brought it.')).toEqual(['plague']);
    expect(topicsOf('A railway in Peru', 'Engineers built it for copper.')).toEqual([]);
  });

  it('are the same each time, and in any archive that has these papers', async () => {
    const papers = await readPapers(root);
    expect(proposals([], papers, [])).toEqual(await propose());
  });

  it('are written whole, and never over a file', async () => {
    const { files } = await propose();
    expect(await writeProposals(root, files)).toEqual(files.map(({ file }) => file));
    const mine = join(root, files[0]?.file ?? '');
    await writeFile(mine, 'Mine.\n');
    expect(await writeProposals(root, files)).toEqual([]);
    expect(await readFile(mine, 'utf8')).toBe('Mine.\n');
    const names = await readdir(join(root, 'archive/topics'));
    expect(names.map((name) => `archive/topics/${name}`).toSorted()).toEqual(
      files.map(({ file }) => file).toSorted(),
    );
  });

  it('leave alone what has a topic, or is meant to have none', async () => {
    const { files } = await propose();
    const plague = files.find(({ label }) => label === 'Plague');
    await writeProposals(root, plague ? [plague] : []);
    const again = await propose();
    expect(again.unsorted).toBe(26);
    expect(again.files.map(({ label }) => label)).not.toContain('Plague');
    const papers = (await readPapers(root)).map((paper) => ({ ...paper, byHand: [] }));
    const none = proposals([], papers, []);
    expect(none).toEqual({ files: [], unsorted: 0, found: 0 });
    expect(proposalsText(none)).toContain('nothing is proposed');
  });
});
