/** PubMed's "Abstract (text)": numbered records of paragraphs, each known by how it begins. */
import { eachLine, trimLine } from '../lines.ts';
import type { TextRange } from '../model.ts';
import { recordFormat } from '../records/record-format.ts';
import { initialsApart } from '../records/tagged-dialects.ts';
import type { JsonObject } from '../records/values.ts';

/** The first line of a record: its number, its journal, and when it appeared. */
const opening = /^(\d{1,6})\. (?=\S)/;
const source =
  /^\d{1,6}\. (?<journal>[^.;]{2,200})\. (?<published>\d{4}(?: [A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?(?: \d{1,2})?)?)/;
const ids = /^(?:DOI: \S+|PMCID: PMC\d+|PMID: \d+)/m;
const first = /^\ufeff?\s{0,20}\d{1,6}\. [^\n]{3,300}\b\d{4}\b/;

/** What stands between the authors and the abstract, and behind it. */
const apart =
  /^(?:Author information:|Collaborators?:|Collaborators \(\d|Comment (?:in|on)$|Comment (?:in|on)\n|(?:Update|Erratum|Republished|Retraction|Expression of concern|Summary for patients|Cites|Original report) (?:of|in|from|for)\b|Conflict of interest statement:|Publication types?\b|Grants?\b|MeSH terms?\b|Substances\b|©|Copyright\b|Published by\b|\[(?:Article|Indexed) in\b)/;

/** `Bee A(1), van der Moor J(1)(2).` */
const names =
  /^\p{L}[\p{L}'’ .-]{0,60} \p{Lu}{1,4}(?: (?:Jr|Sr|2nd|3rd))?(?:\(\d{1,3}\)|[#*]){0,20}(?:[,;.]|$)/u;

interface Block extends TextRange {
  readonly text: string;
}

/** Paragraphs: lines parted from others by blank ones. */
function blocksOf(text: string): Block[] {
  const blocks: { readonly lines: string[]; readonly start: number; end: number }[] = [];
  let open = false;
  eachLine(text, (start, end) => {
    const line = trimLine(text.slice(start, end));
    if (line !== '' && !open) blocks.push({ lines: [], start, end });
    open = line !== '';
    const last = blocks.at(-1);
    if (!open || !last) return;
    last.lines.push(line);
    last.end = end;
  });
  return blocks.map(({ lines, ...range }) => ({ text: lines.join('\n'), ...range }));
}

/** The paragraphs of each record; a number that is not the next one begins none. */
function recordsOf(text: string): Block[][] {
  const records: Block[][] = [];
  let number = 0;
  for (const block of blocksOf(text)) {
    const stated = Number(opening.exec(block.text)?.[1] ?? NaN);
    if (source.test(block.text) && (records.length === 0 || stated === number + 1)) {
      number = stated;
      records.push([block]);
    } else records.at(-1)?.push(block);
  }
  return records;
}

const onOneLine = (text: string): string => text.replaceAll('\n', ' ');

function fieldsOf(blocks: readonly Block[]): JsonObject {
  const [head = '', title = '', ...others] = blocks.map(({ text }) => text);
  const rest = others.filter((text) => !apart.test(text));
  const { journal, published } = source.exec(head)?.groups ?? {};
  const list = names.test(rest[0] ?? '') ? rest.shift() : undefined;
  const authors = onOneLine(list ?? '')
    .replaceAll(/\(\d{1,3}\)|[#*]/g, '')
    .split(/[,;]/)
    .map((name) => name.trim().replace(/\.$/, ''))
    .filter((name) => name !== '');
  const last = rest.findIndex((text) => ids.test(text));
  const said = rest[last] ?? '';
  const abstract = last < 0 ? rest : rest.slice(0, last);
  return {
    title: onOneLine(title).replace(/^\[(.*)\]\.?$/, '$1'),
    authors: initialsApart(authors),
    // A section begins a line of its own.
    abstract: abstract
      .map((text) => text.replaceAll(/\n(?=[A-Z][A-Z /&,-]{3,60}: )/g, '\n\n'))
      .join('\n\n'),
    doi:
      /^DOI: (\S+)/m.exec(said)?.[1] ?? /\bdoi: (10\.\S+?)\.?(?:\s|$)/.exec(onOneLine(head))?.[1],
    journal,
    published,
    pubmed: /^PMID: (\d{1,9})/m.exec(said)?.[1],
  };
}

/** What PubMed saves and mails as "Abstract (text)". */
export const pubmedText = recordFormat({
  id: 'pubmed-text',
  label: 'PubMed abstracts (text)',
  from: 'PubMed: Save, Abstract (text)',
  sample: 100_000,
  reading: () => ({ stopped: true }),
  recognise: (head) =>
    first.test(head) && /^PMID: \d/m.test(head) && recordsOf(head).length > 0
      ? { confidence: 0.97, why: 'numbered records with PMIDs, as PubMed writes abstracts' }
      : 'no numbered records with PMIDs',
  collect({ text }, collector) {
    for (const blocks of recordsOf(text)) {
      const range = { start: blocks[0]?.start ?? 0, end: blocks.at(-1)?.end ?? 0 };
      const isPaper = collector.add(fieldsOf(blocks), range);
      if (isPaper && !blocks.some((block) => ids.test(block.text))) collector.cutOff(range);
    }
    return 'it stands before the first record';
  },
  fits: () => false,
});
