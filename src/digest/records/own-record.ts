/** A line of `archive.jsonl` as the paper that it was written from (`archive/export.ts`). */
import { known } from '../known.ts';
import type { CapturedCorrection, CapturedLink, PaperFacts } from '../model.ts';
import type { ReadRecord } from './paper.ts';
import { isObject, type JsonObject } from './values.ts';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

function listOf<Item>(value: unknown, read: (item: unknown) => Item | undefined): Item[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.flatMap((item) => read(item) ?? []);
}

function linkOf(value: unknown): CapturedLink | undefined {
  if (!isObject(value)) return undefined;
  const [label, url] = [text(value['label']), text(value['url'])];
  return label === undefined || url === undefined ? undefined : { label, url };
}

function correctionOf(value: unknown): CapturedCorrection | undefined {
  if (!isObject(value)) return undefined;
  const [was, now, source] = [text(value['was']), text(value['now']), text(value['source'])];
  const how = value['how'];
  if (was === undefined || now === undefined || (how !== 'seen' && how !== 'reconstructed'))
    return undefined;
  return { was, now, how, ...(source !== undefined && { source }) };
}

/** Fields that are one text, under the same name. */
const texts = ['arxiv', 'doi', 'published', 'updated', 'venue', 'comment'] as const;

function factsOf(record: JsonObject): PaperFacts {
  const { upvotes } = record;
  return {
    ...known({
      ...Object.fromEntries(texts.map((field) => [field, text(record[field])])),
      authors: listOf(record['authors'], text),
      categories: listOf(record['categories'], text),
      links: listOf(record['links'], linkOf),
      corrections: listOf(record['corrections'], correctionOf),
      aliases: listOf(record['aliases'], text),
      upvotes: typeof upvotes === 'number' ? upvotes : undefined,
    }),
    // A person may have taken all of them away.
    ...(record['topicsByHand'] === true && { topics: listOf(record['topics'], text) }),
  };
}

/** Lists of objects and what is read of each; a link's kind follows from its label and its address. */
const inLists = {
  links: ['label', 'url'],
  corrections: ['was', 'now', 'how', 'source'],
} as const;

/** What is read of a record; the rest is made anew by the archive that takes it in. */
const read = [
  'id',
  'title',
  'incomplete',
  'abstract',
  'markdown',
  'authors',
  'categories',
  'aliases',
  'upvotes',
  ...texts,
  ...Object.entries(inLists).flatMap(([list, fields]) => [
    list,
    ...fields.map((field) => `${list}[].${field}`),
  ]),
];

/** Reads a record of an archive's own export. */
export function ownRecord(record: JsonObject): ReadRecord {
  const title = text(record['title']);
  const used = new Set(read.filter((field) => (field.split('[')[0] ?? '') in record));
  if (record['topicsByHand'] === true) used.add('topics').add('topicsByHand');
  if (title === undefined) return { used };
  const [id, abstract, markdown] = ['id', 'abstract', 'markdown'].map((field) =>
    text(record[field]),
  );
  const paper = {
    title,
    ...(record['incomplete'] === true && { incomplete: true as const }),
    ...(abstract !== undefined && { abstract }),
    ...(abstract !== undefined && markdown !== undefined && { markdown }),
    ...(id !== undefined && { id }),
    notation: markdown === undefined ? ('plain' as const) : ('tex' as const),
    facts: factsOf(record),
  };
  return { paper, used };
}
