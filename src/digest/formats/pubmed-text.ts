/** PubMed's "Abstract (text)": numbered records of paragraphs, each known by how it begins. */
import { eachLine, trimLine } from '../lines.ts';
import type { Capture, DigestFormat, ParsedDigest, Recognition, TextRange } from '../model.ts';
import { Collector } from '../records/collector.ts';
import { withoutStop } from '../records/field-rows.ts';
import { initialsApart } from '../records/tagged-dialects.ts';
import type { JsonObject } from '../records/values.ts';

/** No more than this is looked at to recognise a file, in UTF-16 code units. */
const sample = 100_000;

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

interface Block {
  readonly text: string;
  readonly range: TextRange;
}

/** Paragraphs: lines parted from others by blank ones. */
function blocksOf(text: string): Block[] {
  const blocks: { lines: string[]; start: number; end: number }[] = [];
  let open = false;
  eachLine(text, (start, end) => {
    const line = trimLine(text.slice(start, end));
    const last = blocks.at(-1);
    if (line === '') open = false;
    else if (open && last) {
      last.lines.push(line);
      last.end = end;
    } else {
      blocks.push({ lines: [line], start, end });
      open = true;
    }
  });
  return blocks.map(({ lines, start, end }) => ({ text: lines.join('\n'), range: { start, end } }));
}

/** The paragraphs of each record; a number that is not the next one begins none. */
function recordsOf(text: string): Block[][] {
  const records: Block[][] = [];
  let number = 0;
  for (const block of blocksOf(text)) {
    const stated = Number(opening.exec(block.text)?.[1] ?? NaN);
    const begins = records.length === 0 ? source.test(block.text) : stated === number + 1;
    if (begins && source.test(block.text)) {
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
  const pmid = /^PMID: (\d{1,9})/m.exec(said)?.[1];
  const abstract = last < 0 ? rest : rest.slice(0, last);
  return {
    title: withoutStop(onOneLine(title)).replace(/^\[(.*)\]$/, '$1'),
    authors: initialsApart(authors),
    // A section begins a line of its own.
    abstract: abstract
      .map((text) => text.replaceAll(/\n(?=[A-Z][A-Z /&,-]{3,60}: )/g, '\n\n'))
      .join('\n\n'),
    doi:
      /^DOI: (\S+)/m.exec(said)?.[1] ?? /\bdoi: (10\.\S+?)\.?(?:\s|$)/.exec(onOneLine(head))?.[1],
    journal,
    published,
    ...(pmid !== undefined && { pubmed: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` }),
  };
}

function recognise({ text }: Capture): Recognition {
  const head = text.slice(0, sample);
  const why = 'numbered records with PMIDs, as PubMed writes abstracts';
  if (first.test(head) && /^PMID: \d/m.test(head) && recordsOf(head).length > 0)
    return { confidence: 0.97, why };
  return { confidence: 0, why: 'no numbered records with PMIDs' };
}

function parse(capture: Capture): ParsedDigest {
  const { file, text } = capture;
  const collector = new Collector(text);
  for (const blocks of recordsOf(text)) {
    const [start, end] = [blocks[0]?.range.start ?? 0, blocks.at(-1)?.range.end ?? 0];
    const isPaper = collector.add(fieldsOf(blocks), { start, end });
    if (isPaper && !blocks.some((block) => ids.test(block.text)))
      collector.cutOff(file, { start, end });
  }
  return collector.digest(
    file,
    'it stands before the first record',
    'pubmed-text',
    recognise(capture).why,
  );
}

/** What PubMed saves and mails as "Abstract (text)". */
export const pubmedText: DigestFormat = {
  id: 'pubmed-text',
  label: 'PubMed abstracts (text)',
  from: 'PubMed: Save, Abstract (text)',
  recognise,
  parse,
};
