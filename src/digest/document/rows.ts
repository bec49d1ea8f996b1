/** Papers as rows of tables, of Papers-of-the-Week and of lists kept as tables. */
import { withoutEmphasis } from '../../text/emphasis.ts';
import { isPersonal } from '../names/person.ts';
import { bareLinks, idIn } from './address.ts';
import type { Block } from './block.ts';
import { entryOf, type FoundEntries, type MarkdownEntry } from './entry.ts';
import { Gathering, namesIn } from './facts.ts';
import { emphasisOf, stretch, textOf, type Inline, type InlineLink, type Run } from './inline.ts';
import { withoutEnd, withoutStart } from './signs.ts';
import type { Table } from './tables.ts';
import { isLabel, isNames } from './work.ts';

interface Cell {
  readonly title: string;
  readonly text: string;
}

/** The number of a paper in its list. */
const rank = /^\s*(?:#?\d{1,4}\s?[.):、]|[([]\d{1,4}[)\]])\s+/;

/** Text in one line a paragraph, `<br>` parting them. */
const flowing = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n\n');

/** The first run set off from the text, in bold or as a link that is no label; rank and signs may precede. */
function setOff(
  runs: readonly Run[],
): { readonly title: string; readonly rest: string } | undefined {
  const span = stretch(
    runs,
    ({ text, strong, link }) =>
      text.trim() !== '' && (strong || (link !== undefined && !link.image && !isLabel(link.label))),
    (run, first) => (first.strong ? run.strong : run.link === first.link),
  );
  if (!span || /\p{L}/u.test(textOf(runs.slice(0, span[0])).replace(rank, ''))) return undefined;
  const title = textOf(runs.slice(...span)).replace(rank, '');
  return /\p{L}{2}/u.test(title) ? { title, rest: textOf(runs.slice(span[1])) } : undefined;
}

/**
 * Parts the cell of a paper into its title and what is said of it: the title is in bold, or a link,
 * or ends at two blanks, at a dash or at a line break.
 */
function parted({ runs }: Inline): Cell {
  const cell = (title: string, text: string): Cell => ({
    title: withoutEnd(title.replaceAll(/\s+/g, ' ').trim(), ':–—-'),
    text: emphasisOf(flowing(text), { runs }),
  });
  const found = setOff(runs);
  if (found) return cell(found.title, withoutStart(found.rest, ':–—-'));
  // `Title (Read more on [arXiv](…) or [HuggingFace](…))`
  const label = runs.findIndex(({ link }) => link && isLabel(link.label));
  const lead = textOf(runs.slice(0, Math.max(0, label)));
  const opened = /\s[([][^()[\]]{0,40}$/.exec(lead.slice(-60));
  if (opened && lead.length > opened[0].length)
    return cell(lead.slice(0, -opened[0].length).replace(rank, ''), '');
  const whole = textOf(runs).replace(rank, '').trim();
  const split = /\s{2,}|\u00a0\s?|\s[-–—]\s|\n/.exec(whole);
  return split
    ? cell(whole.slice(0, split.index), whole.slice(split.index + split[0].length))
    : cell(whole, '');
}

/** What a cell says under its title, without the lines of names and of labelled links that it begins with. */
function withoutFacts(
  text: string,
  { runs }: Inline,
): { readonly names: string[]; readonly text: string } {
  const paragraphs = text.split('\n\n');
  const line = withoutEmphasis(paragraphs[0] ?? '');
  const isSet = runs.some(({ em, text: run }) => em && run.trim() === line);
  const isAuthors = isNames(line) || ((isSet || paragraphs.length > 1) && isPersonal(line));
  const wordsIn = (words: string): string[] => words.split(/[\s[\]()|·,/]+/);
  const labels = new Set(
    runs.flatMap(({ link }) => (link && isLabel(link.label) ? ['', ...wordsIn(link.label)] : [])),
  );
  const rest = paragraphs
    .slice(isAuthors ? 1 : 0)
    .filter((paragraph) => wordsIn(withoutEmphasis(paragraph)).some((word) => !labels.has(word)));
  return { names: isAuthors ? namesIn(line) : [], text: rest.join('\n\n') };
}

/** A cell that holds a number or an id, and no words, is no title. */
const isTitle = (title: string): boolean =>
  /\p{L}{2}/u.test(title) && title.length > 2 && !isLabel(title);

/** Reads a row; undefined if its cell of a title holds none. */
function readRow(block: Block, table: Table): MarkdownEntry | undefined {
  const gathering = new Gathering();
  const texts: string[] = [];
  let title: string | undefined;
  let first = '';
  const unused: string[] = [];
  for (const [index, inline] of (block.cells ?? []).entries()) {
    const column = table.columns[index] ?? 'other';
    if (inline.text === '' && inline.links.length === 0) continue;
    // Links in running text are the text's; those with a label, and of papers, are the row's.
    const isText = column === 'abstract' || column === 'note' || column === 'title';
    const isOwn = ({ label, url }: InlineLink): boolean =>
      isLabel(label) || idIn(url) !== undefined;
    gathering.link(isText ? inline.links.filter(isOwn) : inline.links);
    const text = flowing(textOf(inline.runs));
    const name = table.names[index] ?? '';
    if (column === 'title') {
      if (title !== undefined) continue;
      const cell = parted(inline);
      const { names, text: rest } = withoutFacts(cell.text, inline);
      gathering.authors(names);
      [title, first] = [cell.title, rest];
    } else if (column === 'abstract') texts.unshift(emphasisOf(text, inline));
    else if (column === 'note') {
      const label = texts.length === 0 && first === '' ? '' : `${name}: `;
      texts.push(label + emphasisOf(text, inline));
    } else if (column === 'links') gathering.link(inline.links.length > 0 ? [] : bareLinks(text));
    else if (column === 'other') unused.push(name === '' ? `column ${String(index + 1)}` : name);
    else gathering.say(column, text);
  }
  if (title === undefined || !isTitle(title)) return undefined;
  const abstract = [first, ...texts].filter((text) => text !== '').join('\n\n');
  const what = `a row of a table${abstract === '' ? '' : ', with what it says of the paper'}`;
  const why = unused.length === 0 ? what : `${what}; not used: ${unused.slice(0, 6).join(', ')}`;
  return entryOf({ block, why, title, abstract, facts: gathering.facts() });
}

/** Finds the papers in tables; rows without a title are none. */
export function rowPapers(blocks: readonly Block[], tables: readonly Table[]): FoundEntries {
  const found = tables.flatMap((table) =>
    table.rows.flatMap((at) => {
      const block = blocks[at];
      const entry = block && readRow(block, table);
      return entry ? [{ at, entry }] : [];
    }),
  );
  const taken = new Set(found.map(({ at }) => at));
  return { entries: found.map(({ entry }) => entry), taken };
}
