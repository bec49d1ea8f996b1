/** BibTeX and BibLaTeX bibliographies. */
import type { Capture, DigestFormat, ParsedDigest, Recognition } from '../model.ts';
import { BibtexReader, type BibtexFields } from '../records/bibtex-entry.ts';
import { bibtexNames } from '../records/bibtex-names.ts';
import { bibtexBlocks, completedEntry, type BibtexBlock } from '../records/bibtex-scan.ts';
import { Collector } from '../records/collector.ts';
import { plainName, rolesOf } from '../records/roles.ts';
import { texText } from '../records/tex-text.ts';
import type { JsonObject } from '../records/values.ts';

/** No more than this is looked at to recognise a file, in UTF-16 code units. */
const sample = 200_000;

const entryBegins =
  /^[\ufeff \t]*@\s{0,5}[A-Za-z]{3,40}\s{0,5}[{(]\s{0,20}[^\s,{}()="]{0,200}\s{0,20},/gm;
const titleField = /(?:^|[\s,{])(?:book)?title\s{0,40}=\s{0,40}[{"]/i;

function recognise({ text }: Capture): Recognition {
  const head = text.slice(0, sample);
  const entries = head.match(entryBegins)?.length ?? 0;
  if (entries === 0)
    return { confidence: 0, why: 'no entry such as `@article{key,` begins a line' };
  if (!titleField.test(head)) return { confidence: 0.2, why: 'BibTeX entries without titles' };
  // An answer or a README may quote an entry.
  const share = blocksShare(head);
  const why = `${entries === 1 ? 'an entry' : 'entries'} such as \`@article{key,\` with titles`;
  if (share > 0.5) return { confidence: 0.97, why };
  return { confidence: share > 0.2 ? 0.6 : 0.2, why };
}

/** Share of a text that is inside entries. */
function blocksShare(text: string): number {
  const inside = bibtexBlocks(text)
    .filter(({ kind }) => kind !== 'text')
    .reduce((sum, { start, end }) => sum + end - start, 0);
  return text.length === 0 ? 0 : inside / text.length;
}

/** Types of entries that hold settings for others. */
const settings = new Set(['xdata', 'set', 'control', 'bibnote', 'ctrl']);

const blockReasons: Readonly<Record<string, string>> = {
  string: '@string, which defines abbreviations',
  comment: '@comment, which BibTeX passes over',
  preamble: '@preamble, TeX for whoever prints the bibliography',
};

/** Fields that a text was left over from when a brace too many ended its entry. */
const strayField = /^[ \t]*(?:,[ \t]*)?[A-Za-z][\w-]{0,40}[ \t]{0,40}=[ \t]{0,40}[{"\d]/m;

const preparedFields = (fields: BibtexFields): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).map(([name, tex]): [string, unknown] => {
      const roles = rolesOf(plainName(name)).map(({ role }) => role);
      if (roles.includes('authors'))
        return [name, bibtexNames(tex).map((literal) => ({ literal }))];
      // Addresses and identifiers are no TeX but for the escapes that `addressesIn` knows.
      const asIs =
        roles.length === 0 ||
        roles.some((role) => role === 'link' || role === 'doi' || role === 'arxiv');
      return [name, asIs ? tex : texText(tex, roles.includes('abstract'))];
    }),
  );

/** BibSonomy's `description` is what a person says of the paper. */
const names = { description: 'remark' };

/** An entry with its fields. */
interface ReadBlock {
  readonly block: BibtexBlock;
  readonly fields: BibtexFields | string;
  /** The file ends inside it. */
  readonly cut?: true;
}

const keyOf = (text: string, { start }: BibtexBlock): string =>
  /^@\s*[\w-]+\s*[{(]\s*([^\s,]{1,200})\s*,/
    .exec(text.slice(start, start + 300))?.[1]
    ?.toLowerCase() ?? '';

function readBlocks(text: string, blocks: readonly BibtexBlock[]): ReadBlock[] {
  const reader = new BibtexReader();
  return blocks.map((block) => {
    const source = text.slice(block.start, block.end);
    if (block.kind === 'string') reader.learn(source.slice(0, 10_000));
    if (block.kind !== 'entry') return { block, fields: '' };
    const fields = reader.read(source, block.closed);
    if (typeof fields !== 'string' || block.closed || block.end < text.length)
      return { block, fields };
    const whole = reader.read(completedEntry(source), true);
    return typeof whole === 'string' ? { block, fields } : { block, fields: whole, cut: true };
  });
}

/** The volumes that entries refer to (`crossref`): they are no papers, but name the place of publication. */
function volumesIn(text: string, read: readonly ReadBlock[]): ReadonlyMap<string, BibtexFields> {
  const wanted = new Set(
    read.flatMap(({ fields }) =>
      typeof fields === 'string' ? [] : (fields['crossref']?.toLowerCase() ?? []),
    ),
  );
  if (wanted.size === 0) return new Map();
  return new Map(
    read.flatMap(({ block, fields }): [string, BibtexFields][] => {
      const key = keyOf(text, block);
      return typeof fields !== 'string' && wanted.has(key) ? [[key, fields]] : [];
    }),
  );
}

/** An entry with what it inherits from the volume it is in. */
function inherited(fields: BibtexFields, volumes: ReadonlyMap<string, BibtexFields>): BibtexFields {
  const volume = volumes.get(fields['crossref']?.toLowerCase() ?? '');
  if (!volume) return fields;
  const { title, booktitle = title, year } = volume;
  return {
    ...(booktitle !== undefined && { booktitle }),
    ...(year !== undefined && { year }),
    ...fields,
  };
}

function parse(capture: Capture): ParsedDigest {
  const { file, text } = capture;
  const collector = new Collector(text, { names });
  const { lines } = collector;
  const read = readBlocks(text, bibtexBlocks(text));
  const volumes = volumesIn(text, read);
  const isPaper = ({ kind, type, ...block }: BibtexBlock): boolean =>
    kind === 'entry' && !settings.has(type) && !volumes.has(keyOf(text, { kind, type, ...block }));
  const entries = read.flatMap(({ block }, index) => (isPaper(block) ? [index] : []));
  const [first = Infinity] = entries;
  const last = entries.at(-1) ?? -1;
  read.forEach(({ block, fields, cut }, index) => {
    const { kind, type, start, end } = block;
    if (!isPaper(block)) {
      const span = [lines.table.lineOf(start), lines.table.lineOf(end - 1)] as const;
      const around = index < first ? 'banner' : index > last ? 'footer' : 'meta';
      const source = kind === 'text' ? text.slice(start, end) : '';
      if (kind === 'text' && index > first && strayField.test(source)) {
        const from = start + source.search(/\S/);
        collector.fault(
          'is the rest of an entry that a brace too many has ended; take it out and add the file again',
          { start: from, end },
        );
      } else if (kind === 'text')
        lines.other(around, 'text between entries, which BibTeX passes over', span);
      else
        lines.other(
          'meta',
          kind === 'entry'
            ? `@${type}, which other entries refer to`
            : (blockReasons[kind] ?? kind),
          span,
        );
    } else if (typeof fields === 'string') {
      const why = block.closed ? `cannot be read: ${fields}` : 'has a brace that is never closed';
      collector.fault(`${why}; mend it and add the file again`, { start, end });
    } else {
      const record = preparedFields(inherited(fields, volumes));
      const added = collector.add(record, block, fields);
      if (cut && added) collector.cutOff(file, block);
    }
  });
  return collector.digest(file, 'it belongs to no entry', 'bibtex', recognise(capture).why);
}

/** BibTeX: an entry that cannot be read does not stop the others. */
export const bibtex: DigestFormat = {
  id: 'bibtex',
  label: 'BibTeX bibliography',
  from: 'reference managers, ACL Anthology, ADS, DBLP, INSPIRE',
  recognise,
  parse,
};
