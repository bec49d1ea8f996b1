/** Papers as items of lists, of awesome-lists and numbered ones. */
import { linksIn } from './address.ts';
import { partOf, type Block } from './block.ts';
import { readBody, statesFact } from './body.ts';
import { entryOf, type FoundEntries, type MarkdownEntry } from './entry.ts';
import { Gathering } from './facts.ts';
import { emphasisOf, type Inline } from './inline.ts';
import { readItem, type ItemReading } from './item.ts';
import { wordsOf } from './item-words.ts';
import { labelled } from './labels.ts';
import { isPersonal } from '../names/person.ts';
import { isLabel, isLocal, speaksOfPaper } from './work.ts';

/** An item with what is indented under it. */
interface Item {
  readonly at: number;
  readonly block: Block;
  /** Labelled lines and links among its own. */
  readonly own: readonly Block[];
  readonly reading: ItemReading | undefined;
  /** Whether it names a paper by its links, labels or place of publication. */
  readonly sure: boolean;
  /** Indices of the blocks under it. */
  readonly children: readonly number[];
  /** The item that it stands in, and the number of its section. */
  readonly parent: Item | undefined;
  readonly section: number;
}

/** Whether an item is links within the document: a table of contents. */
const isContents = ({ links }: Inline): boolean =>
  links.length > 0 && links.every((link) => link.image || isLocal(link));

/** An item of more letters is no entry. */
const longestItem = 30_000;

/** Sections whose items tell of the list itself, or of other lists. */
const ofList =
  /^[^\p{L}]*(?:news|latest news|updates?|what'?s new|changelog|announcements?|contents?|table of contents|toc|contribut\w{0,6}|citations?|citing|cite|license|acknowledg\w{0,8}|contact|star history|related (?:lists?|repos\w*|awesome\b.*)|目录|更新)[^\p{L}]*$/iu;

/** Whether a title and more than its own stands in an item: it is no label of an item above it. */
function isEntry(inline: Inline, reading: ItemReading | undefined): boolean {
  if (!reading || isContents(inline) || labelled(inline)?.role !== undefined) return false;
  return (
    !inline.links.every(({ label, image }) => image || isLabel(label)) || speaksOfPaper(inline)
  );
}

/** The first lines of an item, and those after them that state facts: blocks of their own. */
function headAndBody(block: Block): readonly [Block, readonly Block[]] {
  const from = block.lines.findIndex(
    (line, index) =>
      index > 0 &&
      (statesFact(line) ||
        labelled(line)?.role !== undefined ||
        (index === 1 && isPersonal(line.text))),
  );
  if (from < 0) return [block, []];
  const body = partOf(block, from, block.lines.length, { kind: 'text', depth: block.depth + 1 });
  return [partOf(block, 0, from), [body]];
}

/**
 * Indices of the blocks under an item: what is in it, and, of an ordered list, what stands between one
 * number and the next.
 */
function childrenOf(blocks: readonly Block[], at: number, taken: ReadonlySet<number>): number[] {
  const { depth = 0, number } = blocks[at] ?? {};
  const children: number[] = [];
  /** Where that begins which, behind the last item of a list, may be of something else. */
  let outside: number | undefined;
  for (let index = at + 1; index < at + 200; index++) {
    const child = blocks[index];
    if (!child || taken.has(index)) break;
    const isItem = child.kind === 'item';
    const isInside = child.depth > depth;
    if (isItem && child.number !== undefined && !isInside) {
      if (number !== undefined && child.number === number + 1) return children;
      break;
    }
    const attached = !isItem && child.first === (blocks[index - 1]?.last ?? 0) + 1;
    const isOther = isItem ? child.depth < depth : child.kind !== 'text' && child.kind !== 'quote';
    if (!isInside && (isOther || (number === undefined && !attached))) break;
    if (!isInside && !attached) outside ??= children.length;
    children.push(index);
  }
  return children.slice(0, outside);
}

function itemsOf(blocks: readonly Block[], taken: ReadonlySet<number>): Item[] {
  const items: Item[] = [];
  let above: Item[] = [];
  let section = 0;
  let passed = false;
  for (const [at, whole] of blocks.entries()) {
    if (whole.kind === 'heading') {
      section++;
      above = [];
      passed = ofList.test(whole.inline.text.slice(0, 300));
    }
    if (passed || whole.kind !== 'item' || taken.has(at)) continue;
    const [block, own] = headAndBody(whole);
    const { inline, depth } = block;
    const isLong = inline.text.length > longestItem;
    const reading = isContents(inline) || isLong ? undefined : readItem(inline);
    const sure = isEntry(inline, reading) && speaksOfPaper(inline);
    while ((above.at(-1)?.block.depth ?? -1) >= depth) above.pop();
    const children = childrenOf(blocks, at, taken);
    const item = { at, block, own, reading, sure, children, parent: above.at(-1), section };
    items.push(item);
    above.push(item);
  }
  return items;
}

/** Blocks under an item that are looked at to tell whether it is a paper. */
const nearest = 12;

/** Whether the blocks under an item link to a paper, and no one of them is an entry itself. */
function saysBelow(
  { own, children }: Item,
  blocks: readonly Block[],
  items: ReadonlyMap<number, Item>,
): boolean {
  const below = children.slice(0, nearest);
  const isOther = (child: Item | undefined): boolean =>
    child?.sure === true && !labelled(child.block.inline);
  if (below.some((at) => isOther(items.get(at)))) return false;
  const lines = [...own, ...below.flatMap((at) => blocks[at] ?? [])].flatMap(
    (block) => block.lines,
  );
  const roles = lines.flatMap((line) => labelled(line)?.role ?? []);
  return roles.filter((role) => role !== 'other').length > 1 || lines.some(speaksOfPaper);
}

function read(
  { block, own }: Item,
  reading: ItemReading,
  children: readonly Block[],
): MarkdownEntry {
  const { inline } = block;
  const gathering = new Gathering();
  gathering.link(linksIn(inline));
  gathering.say('authors', reading.authors);
  gathering.say('venue', reading.venue);
  gathering.say('date', reading.date);
  const body = readBody([...own, ...children], gathering);
  const note = emphasisOf(reading.note, inline);
  const abstract = [note, body.abstract ?? ''].filter((text) => text !== '').join('\n\n');
  return entryOf({
    block,
    why: abstract === '' ? 'an item of a list' : 'an item of a list, with a note',
    title: gathering.title(reading.title),
    abstract,
    facts: gathering.facts(),
    findings: body.findings,
  });
}

/**
 * Items that are names of sections: papers stand under them, and none beside them. What stands in them
 * alone is as good as at the top of a list.
 */
function sectionNames(items: readonly Item[], sure: ReadonlySet<Item>): ReadonlySet<Item> {
  const over = new Set<Item>();
  /** Lists, by the item or the section that they stand in, with a paper in them. */
  const lists = new Set<string>();
  const listOf = ({ parent, section }: Item): string =>
    `${String(parent?.at ?? -1)} ${String(section)}`;
  for (const item of sure) {
    lists.add(listOf(item));
    for (let one = item.parent; one && !over.has(one); one = one.parent) over.add(one);
  }
  const names = new Set<Item>();
  for (const item of items) {
    if (sure.has(item) || !over.has(item) || !isTop(item, names)) continue;
    const { inline } = item.block;
    const { authors = '', venue = '' } = item.reading ?? {};
    const says = inline.links.length > 0 || authors !== '' || venue !== '';
    if (!says && (wordsOf(inline.text) < 4 || !lists.has(listOf(item)))) names.add(item);
  }
  return names;
}

/** Whether an item stands at the top of a list, but for names of sections. */
const isTop = ({ parent, block }: Item, names: ReadonlySet<Item>): boolean =>
  parent ? names.has(parent) : block.depth === 0;

/**
 * Finds the papers among the items of lists.
 *
 * @param taken indices of blocks that are other entries'
 * @returns also the items that may be papers, and are none that can be read
 */
export function listedPapers(
  blocks: readonly Block[],
  taken: ReadonlySet<number>,
): FoundEntries & { readonly doubtful: ReadonlySet<number> } {
  const items = itemsOf(blocks, taken);
  const known = new Map(items.map((item) => [item.at, item]));
  const sure = new Set(
    items.filter((item) => item.sure || (item.reading && saysBelow(item, blocks, known))),
  );
  const names = sectionNames(items, sure);
  const inPlace = (item: Item): boolean =>
    item.reading !== undefined && isTop(item, names) && !names.has(item);
  /** Where an item is counted: among those under the same name, or in its section. */
  const placeOf = (item: Item): Item | number =>
    (isTop(item, names) ? item.parent : undefined) ?? item.section;
  const counted = items.filter((item) => !names.has(item) && (sure.has(item) || inPlace(item)));
  const ofPapers = new Set<Item | number>();
  for (const [place, all] of Map.groupBy(counted, placeOf)) {
    const papers = all.filter((item) => sure.has(item)).length;
    if (papers > 1 && papers * 2 >= all.length) ofPapers.add(place);
  }
  const used = new Set<number>();
  const doubtful = new Set<number>();
  const entries: MarkdownEntry[] = [];
  for (const item of items) {
    const { at, reading, block } = item;
    if (used.has(at) || !reading) continue;
    const among = !sure.has(item) && inPlace(item) && ofPapers.has(placeOf(item));
    const isPaper = among && (block.number !== undefined || isEntry(block.inline, reading));
    if (!sure.has(item) && !isPaper) {
      if (among && !isContents(block.inline)) doubtful.add(at);
      continue;
    }
    // Where items below are papers of their own, only what comes before them is this one's.
    const isOther = (child: Item | undefined): boolean =>
      child !== undefined && sure.has(child) && labelled(child.block.inline) === undefined;
    const first = item.children.findIndex((child) => isOther(known.get(child)));
    const children = first < 0 ? item.children : item.children.slice(0, first);
    entries.push(
      read(
        item,
        reading,
        children.flatMap((child) => blocks[child] ?? []),
      ),
    );
    for (const one of [at, ...children]) used.add(one);
  }
  return { entries, taken: used, doubtful };
}
