import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { parseDigest } from '../../src/digest/parse.ts';
import { slugOf } from '../../src/entries/slug.ts';
import { normalise } from '../../src/text/normalise.ts';
import { abstractText, element, elements, has, named, readPage, textOf } from '../html.ts';
import { repository } from '../project.ts';

const file = 'content/digests/2025-03-11-trending.txt';
const capture = { file, text: await readFile(join(repository, file), 'utf8') };
const { papers } = parseDigest(capture);

describe.each(inject('sites'))('the archive under $base', ({ folder, base }) => {
  it.each(papers.map((paper) => [paper.lines[0], paper] as const))(
    'says what the digest says from line %i on',
    async (_, paper) => {
      const id = slugOf(normalise(paper.title));
      const page = await readPage(join(folder, 'papers', id, 'index.html'));
      const article = element(page, has('dataPaper'));
      expect(article.properties['dataPaper']).toBe(id);
      expect(elements(page, named('h1')).map(textOf)).toEqual([normalise(paper.title)]);
      expect(abstractText(element(article, has('dataAbstract')))).toBe(
        normalise(paper.abstract ?? ''),
      );
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
    expect(ids).toEqual(papers.map(({ title }) => slugOf(normalise(title))));
  });
});
