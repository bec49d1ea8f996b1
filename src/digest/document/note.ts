/** A note about one paper: its title at the top, one id, and sections of any names. */
import { bareLinks } from './address.ts';
import { isMap, parseDocument } from 'yaml';
import { identifiersIn } from '../identifiers.ts';
import { boilerplateOf, speaksOfPage } from '../plain/boilerplate.ts';
import { readBody } from './body.ts';
import type { Block } from './block.ts';
import { entryOf, type MarkdownEntry } from './entry.ts';
import { Gathering } from './facts.ts';
import { readsAsTitle } from './item-words.ts';
import { roleOfLabel } from './labels.ts';
import { titleOf, tidyTitle } from './titles.ts';
import { isWork } from './work.ts';

type Fields = ReadonlyMap<string, string>;

/** The fields of the frontmatter that ends at a line; lists are joined by semicolons. */
function fieldsOf(lines: readonly string[], last: number): Fields {
  const open = lines.findIndex((line) => /^\ufeff?---/.test(line.trimEnd()));
  const document = parseDocument(lines.slice(open + 1, last).join('\n'), { schema: 'failsafe' });
  const fields = new Map<string, string>();
  if (document.errors.length > 0 || !isMap(document.contents)) return fields;
  const read: unknown = document.toJS({ maxAliasCount: 0 });
  for (const [key, value] of Object.entries(read ?? {})) {
    const text = Array.isArray(value)
      ? value.filter((one) => typeof one === 'string').join('; ')
      : value;
    if (typeof text === 'string' && text !== 'null')
      fields.set(key.toLowerCase().replaceAll('_', ' '), text);
  }
  return fields;
}

const software =
  /^[^\p{L}]*(?:installation|install|quick ?start|getting started|usage|license)[^\p{L}]*$/iu;

/** Whether a document tells how to install or to use something. */
export const isOfSoftware = (blocks: readonly Block[]): boolean =>
  blocks.some(({ kind, inline }) => kind === 'heading' && software.test(inline.text));

/** Works that a document names: one of them, as it is written in a preprint and elsewhere, may have two ids. */
function worksIn(lines: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const line of lines)
    if (line.length < 20_000) for (const { name } of identifiersIn(line)) names.add(name);
  return names;
}

/** Whether a text is a title, and no name of a page, a day or a section. */
const isTitle = (text: string): boolean =>
  readsAsTitle(text) &&
  boilerplateOf(text) === undefined &&
  !(text.length < 60 && speaksOfPage(text));

/**
 * Reads a document as a note about one paper.
 *
 * @param lines of the capture
 * @returns undefined if it has no title, or names more than one paper, or none and says nothing about one
 */
export function noteOf(
  blocks: readonly Block[],
  lines: readonly string[],
): MarkdownEntry | undefined {
  if (isOfSoftware(blocks)) return undefined;
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const [top, other] = headings.filter(({ level }) => level === 1);
  const front = blocks[0]?.kind === 'frontmatter' ? blocks[0] : undefined;
  const fields = front ? fieldsOf(lines, front.last) : new Map<string, string>();
  const own = top && !other && headings[0] === top ? top : undefined;
  const said = fields.get('title') ?? '';
  const headed = own ? titleOf(own.inline) : '';
  const title = isTitle(headed) ? headed : tidyTitle(said);
  if (!isTitle(title) || (!own && top && said === '')) return undefined;
  const works = worksIn(lines);
  const states = fields
    .keys()
    .some((key) => /^(?:authors|arxiv(?: id)?|doi|venue|abstract)$/.test(key));
  if (works.size > 1 || (works.size === 0 && !(said !== '' && states))) return undefined;
  const gathering = new Gathering();
  // A post of a blog has an author, a date and categories of its own.
  const isPost = ['layout', 'permalink', 'categories'].some((key) => fields.has(key));
  for (const [key, value] of fields) {
    const isPosts = isPost && /^(?:author|date|categories|tags)$/.test(key);
    const role = isPosts ? undefined : roleOfLabel(key);
    if (role !== undefined && role !== 'title' && role !== 'abstract') gathering.say(role, value);
    gathering.link(bareLinks(value));
  }
  if (own) gathering.link(own.inline.links);
  const body = readBody(
    blocks.filter((block) => block !== own && block !== front),
    gathering,
  );
  const facts = gathering.facts();
  const isPlaced =
    (facts.arxiv ?? facts.doi) !== undefined || facts.links?.some(({ url }) => isWork(url));
  if (works.size > 0 && isPlaced !== true) return undefined;
  const fronted = own &&
    front && { extent: front, kind: 'meta' as const, why: 'what the note says of the paper' };
  return entryOf({
    block: own ?? front ?? { first: 0, last: 0 },
    why: 'the title of a note about one paper',
    title,
    abstract: fields.get('abstract') ?? body.abstract,
    facts,
    findings: [...(fronted ? [fronted] : []), ...body.findings],
  });
}
