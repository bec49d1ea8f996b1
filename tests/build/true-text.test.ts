import type { Element, Nodes } from 'hast';
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

/** Text of a node, a formula being its one line of Unicode. */
function plainText(tree: Element): string {
  return tree.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      if (child.type !== 'element') return '';
      const { tagName, properties } = child;
      return tagName === 'math' ? String(properties['alttext']).trim() : plainText(child);
    })
    .join('');
}

/** The TeX of each formula, as it can be copied. */
const formulas = (tree: Nodes): string[] => elements(tree, named('annotation')).map(textOf);

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

  it.each(corrected)(
    'shows what was corrected from line $line on, and how it was',
    async (paper) => {
      const page = await readPaper(folder, paper.id);
      const [captured] = elements(page, has('dataCaptured'));
      // Where only the typesetting differs there is nothing to compare: the page says the same.
      const [title, ...abstract] = captured
        ? elements(captured, named('p')).map((it) => textOf(it).trim())
        : [
            plainText(element(page, named('h1'))),
            ...elements(element(page, has('dataAbstract')), named('p')).map(plainText),
          ];
      expect(title).toBe(normalise(paper.title));
      expect(abstract.join('\n\n')).toBe(normalise(paper.abstract ?? ''));

      const heading = element(page, named('h1'));
      const shown = element(page, has('dataAbstract'));
      const typeset = [...formulas(heading), ...formulas(shown)];
      for (const { now } of paper.corrections) {
        for (const tex of texOf(now)) expect(typeset).toContain(tex);
      }
      const list = textOf(element(page, has('dataCorrections')));
      for (const { was, how } of paper.corrections) {
        expect(list).toContain(was);
        expect(list).toContain(how);
      }
    },
  );

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
