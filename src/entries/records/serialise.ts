/** Writing records: what arXiv says, and what somebody gathered, as the text of their file. Pure. */
import { stringify } from 'yaml';
import { placeKey } from '../identity.ts';
import { isProvisional } from '../../digest/provisional.ts';
import type { Frontmatter } from '../model.ts';
import { originOf } from '../origin.ts';
import { toMarkdown } from '../../text/markdown.ts';
import { normaliseEmphasis } from '../../text/normalise.ts';
import type { FactSource, RecordData, StoredRecord } from './parse.ts';
import {
  factsOf,
  isWithdrawalNotice,
  recordedFields,
  sourceOf,
  type ArxivRecord,
  type RecordedFacts,
  type RecordedField,
} from './record.ts';

/** For what entry a record was found, and how. */
export interface RecordOccasion {
  /** The entry. */
  readonly of: Pick<Frontmatter, 'title' | 'digests'>;
  /** In what the paper was recognised. */
  readonly by: string;
  /** ISO day. */
  readonly retrieved: string;
}

/** A record's file text, with the `origin:` that tells later whether anybody edited it. */
function fileText(data: Omit<RecordData, 'origin'>, body: string): string {
  const yaml = stringify(data, {
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    aliasDuplicateObjects: false,
  });
  const origin = originOf(`---\n${yaml}---\n${body}`);
  return `---\n${yaml}origin: "${origin}"\n---\n${body}`;
}

/** Some fields of a record, those that are there. */
const pick = <Of extends object>(
  from: Of | undefined,
  fields: readonly (keyof Of & RecordedField)[],
): Partial<Of> =>
  Object.fromEntries(
    fields.filter((field) => from?.[field] !== undefined).map((field) => [field, from?.[field]]),
  );

/** What a record says of the entry that it was found for. */
const entryOf = (
  { of, by }: Pick<RecordOccasion, 'of' | 'by'>,
  before?: RecordData,
): RecordData => ({
  // That no title was known tells later where the entry has its title from.
  entry: before && isProvisional(before.entry) ? before.entry : of.title,
  ...(of.digests.length > 0 && { listed: of.digests.map(placeKey) }),
  by,
});

/**
 * The file's text for a record of arXiv's. The notice of a withdrawn paper is no abstract.
 *
 * @param before the record there is; what others than arXiv say in it stays where arXiv says nothing
 */
export function serialiseRecord(
  record: ArxivRecord,
  occasion: RecordOccasion,
  before?: RecordData,
): string {
  const facts = factsOf(record);
  const kept = recordedFields.filter(
    (field) => before?.sources?.[field] !== undefined && facts[field] === undefined,
  );
  const sources = pick(before?.sources, kept);
  const abstract = isWithdrawalNotice(record.abstract)
    ? ''
    : normaliseEmphasis(record.abstract, true);
  return fileText(
    {
      source: sourceOf(record),
      title: record.title,
      ...entryOf(occasion, before),
      retrieved: occasion.retrieved,
      ...facts,
      ...pick(before, kept),
      ...(record.withdrawn && { withdrawn: true }),
      ...(kept.length > 0 && { sources }),
    },
    abstract === '' ? '' : `${toMarkdown(abstract, 'tex')}\n`,
  );
}

/** A fact that was read somewhere. */
export interface SourcedFact {
  readonly facts: RecordedFacts;
  readonly field: RecordedField;
  readonly source: FactSource;
}

/**
 * The file's text for a record with facts that were gathered. Facts that were gathered before give way to
 * them; what arXiv says stays.
 *
 * @param title the paper's title, if its entry has none but its identifier
 */
export function withGathered(
  occasion: Pick<RecordOccasion, 'of' | 'by'>,
  gathered: readonly SourcedFact[],
  before?: StoredRecord,
  title?: string,
): { readonly text: string; readonly fields: readonly RecordedField[] } {
  const { origin: _, sources, ...known } = before?.data ?? entryOf(occasion);
  const isArxivs = (field: RecordedField): boolean =>
    known[field] !== undefined && sources?.[field] === undefined;
  const news = gathered.filter(({ field }) => !isArxivs(field));
  const text = fileText(
    {
      ...(title !== undefined && { title }),
      ...known,
      ...Object.assign({}, ...news.map(({ facts }) => facts)),
      sources: {
        ...sources,
        ...Object.fromEntries(news.map(({ field, source }) => [field, source])),
      },
    },
    before === undefined || before.body === '' ? '' : `${before.body}\n`,
  );
  return { text, fields: news.map(({ field }) => field) };
}
