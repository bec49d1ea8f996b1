import type { Nodes } from 'hast';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { parseDigest } from '../../src/digest/parse.ts';
import type { Correction } from '../../src/entries/model.ts';
import { parseEntry } from '../../src/entries/parse.ts';
import { slugOf } from '../../src/entries/slug.ts';
import { normalise } from '../../src/text/normalise.ts';
import { foundingDigest, foundingFile } from '../founding.ts';
import { abstractText, element, elements, has, named, readPage, textOf } from '../html.ts';

const capture = { file: foundingDigest, text: foundingFile(foundingDigest) };
const papers = parseDigest(capture).papers.map((paper) => {
  const id = slugOf(normalise(paper.title));
  const path = `papers/${id}.md`;
  const reading = parseEntry(id, path, foundingFile(path));
  if (!reading.ok) throw new Error(`${path} cannot be read.`);
  const corrections: readonly Correction[] = reading.entry.data.corrections ?? [];
  return { ...paper, id, line: paper.lines[0], corrections };
});
const asCaptured = papers.filter(({ corrections }) => corrections.length === 0);
const corrected = papers.filter(({ corrections }) => corrections.length > 0);

const readPaper = (folder: string, id: string) =>
  readPage(join(folder, 'papers', id, 'index.html'));

/** The TeX of each formula, as it can be copied. */
const formulas = (tree: Nodes): string[] =>
  elements(tree, named('math')).map(({ properties }) => String(properties['dataTex']));

/** Formulas of a corrected piece of text, without their dollars. */
const texOf = (text: string): string[] =>
  [...text.matchAll(/\$([^$]+)\$/g)].map(([, tex = '']) => tex);

describe.each(inject('sites'))('the archive under $base', ({ folder, base }) => {
  it.each(asCaptured)('says what the digest says from line $line on', async (paper) => {
    const page = await readPaper(folder, paper.id);
    const article = element(page, has('dataPaper'));
    expect(article.properties['dataPaper']).toBe(paper.id);
    expect(elements(page, named('h1')).map(textOf)).toEqual([normalise(paper.title)]);
    expect(abstractText(element(article, has('dataAbstract')))).toBe(
      normalise(paper.abstract ?? ''),
    );
  });

  it.each(papers)('has the lines from line $line on as they were captured', async (paper) => {
    const page = await readPaper(folder, paper.id);
    const lines = capture.text.split('\n').slice(paper.lines[0] - 1, paper.lines[1]);
    const [captured] = elements(page, has('dataCaptured'));
    const shown = captured
      ? textOf(element(captured, named('pre')))
      : `${textOf(element(page, named('h1')))}\n\n${abstractText(element(page, has('dataAbstract')))}`;
    expect(shown).toBe(lines.join('\n'));
    expect(elements(page, has('dataAsCaptured'))).toHaveLength(captured ? 0 : 1);
  });

  it.each(corrected)('shows what was corrected from line $line on, and how', async (paper) => {
    const page = await readPaper(folder, paper.id);
    const heading = element(page, named('h1'));
    const shown = element(page, has('dataAbstract'));
    const typeset = [...formulas(heading), ...formulas(shown)];
    for (const { now } of paper.corrections) {
      for (const tex of texOf(now)) {
        // Words set in a typeface are HTML, no formula.
        const words = tex.replaceAll(/\\text(?:bf|it|tt|sf|sc)\{|\}/g, '');
        const isText = tex.startsWith('\\text') && /^[\w\s-]+$/.test(words);
        expect(isText ? textOf(shown) : typeset).toContain(isText ? words : tex);
      }
    }
    const list = textOf(element(page, has('dataCorrections')));
    for (const { was, how } of paper.corrections) {
      expect(list).toContain(was);
      expect(list).toContain(how === 'seen' ? 'checked against' : how);
    }
  });

  it('lists the digest in its own order', async () => {
    const page = await readPage(join(folder, 'digests', '2025-03-11-trending', 'index.html'));
    const links = elements(page, ({ tagName, properties }) => {
      const href = String(properties['href'] ?? '');
      return tagName === 'a' && href.startsWith(`${base}papers/`) && !/page|papers\/$/.test(href);
    });
    const ids = [
      ...new Set(links.map(({ properties }) => String(properties['href']).split('/').at(-2))),
    ];
    expect(ids).toEqual(papers.map(({ id }) => id));
  });
});
