/** Papers as items of lists, of awesome-lists and numbered ones. */
import { partOf, type Block } from './block.ts';
import { readBody, statesFact } from './body.ts';
import { entryOf, type FoundEntries, type MarkdownEntry } from './entry.ts';
import { Gathering, linksIn } from './facts.ts';
import { emphasisOf, nothing, type Inline } from './inline.ts';
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
  readonly inline: Inline;
  readonly reading: ItemReading | undefined;
  /** Whether it names a paper by its links, labels or place of publication. */
  readonly sure: boolean;
  /** Indices of the blocks under it. */
  readonly children: readonly number[];
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
  const block = blocks[at];
  const children: number[] = [];
  if (!block) return children;
  let outside = 0;
  for (let below = at + 1; below < blocks.length && below < at + 200; below++) {
    const child = blocks[below];
    if (!child || taken.has(below)) break;
    const isInside = child.depth > block.depth;
    if (child.kind === 'item' && child.number !== undefined && !isInside) {
      const next = child.number === (block.number ?? -9) + 1;
      return next || outside === 0 ? children : children.slice(0, -outside);
    }
    if (!isInside) {
      if (child.kind !== 'item' && child.kind !== 'text' && child.kind !== 'quote') break;
      const attached = child.first === (blocks[below - 1]?.last ?? 0) + 1 && child.kind !== 'item';
      if (block.number === undefined && !attached) break;
      if (child.kind === 'item' && child.depth < block.depth) break;
      if (!attached) outside++;
    }
    children.push(below);
  }
  // Behind the last item of a list only what belongs to it for sure.
  return outside === 0 ? children : children.slice(0, children.length - outside);
}

function itemsOf(blocks: readonly Block[], taken: ReadonlySet<number>): Item[] {
  const items: Item[] = [];
  let section = 0;
  let passed = false;
  blocks.forEach((whole, at) => {
    if (whole.kind === 'heading') {
      section++;
      passed = ofList.test(whole.inline.text.slice(0, 300));
    }
    if (passed || whole.kind !== 'item' || taken.has(at)) return;
    const [block, own] = headAndBody(whole);
    const { inline } = block;
    const reading =
      isContents(inline) || inline.text.length > longestItem ? undefined : readItem(inline);
    const full = { ...inline, links: linksIn(inline) };
    const sure = isEntry(full, reading) && speaksOfPaper(full);
    items.push({
      at,
      block,
      own,
      inline,
      reading,
      sure,
      children: childrenOf(blocks, at, taken),
      section,
    });
  });
  return items;
}

/** Blocks under an item that are looked at to tell whether it is a paper. */
const nearest = 12;

/** Whether the blocks under an item link to a paper, and no one of them is an entry itself. */
function saysBelow(
  item: Item,
  blocks: readonly Block[],
  entries: ReadonlyMap<number, Item>,
): boolean {
  let works = false;
  let labels = 0;
  const below = item.children.slice(0, nearest);
  for (const at of below) {
    const child = entries.get(at);
    if (child?.sure === true && !labelled(child.inline)) return false;
  }
  for (const block of [...item.own, ...below.flatMap((at) => blocks[at] ?? [])]) {
    for (const inline of block.lines) {
      const role = labelled(inline)?.role;
      if (role !== undefined && role !== 'other') labels++;
      works ||= speaksOfPaper({ ...inline, links: linksIn(inline) });
    }
  }
  return works || labels > 1;
}

function read(
  { block, inline, own }: Item,
  reading: ItemReading,
  children: readonly Block[],
): MarkdownEntry {
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
 *
 * @returns the item that each other one stands in, -1 at the top, for those that stand in none but such names
 */
function sectionNames(
  items: readonly Item[],
  sure: ReadonlySet<number>,
): { readonly names: ReadonlySet<number>; readonly parents: ReadonlyMap<number, number> } {
  const above: Item[] = [];
  const parentOf = new Map<Item, Item | undefined>();
  const withSure = new Set<Item | string>();
  const group = (item: Item): string =>
    `${String(parentOf.get(item)?.at ?? -1)} ${String(item.section)}`;
  for (const item of items) {
    while (
      above.length > 0 &&
      ((above.at(-1)?.block.depth ?? 0) >= item.block.depth || above[0]?.section !== item.section)
    )
      above.pop();
    parentOf.set(item, above.at(-1));
    if (sure.has(item.at)) {
      withSure.add(group(item));
      for (const one of above) withSure.add(one);
    }
    above.push(item);
  }
  const names = new Set<number>();
  const parents = new Map<number, number>();
  for (const item of items) {
    const parent = parentOf.get(item);
    const isTop = parent ? names.has(parent.at) : item.block.depth === 0;
    if (!isTop) continue;
    parents.set(item.at, parent?.at ?? -1);
    const { inline, reading } = item;
    const says = inline.links.length > 0 || (reading?.authors ?? reading?.venue ?? '') !== '';
    const short = wordsOf(inline.text) < 4;
    if (!sure.has(item.at) && withSure.has(item) && !says && (short || !withSure.has(group(item))))
      names.add(item.at);
  }
  return { names, parents };
}

/** Where an item is counted: among those under the same name, or in its section. */
const placeOf = ({ at, section }: Item, parents: ReadonlyMap<number, number>): string => {
  const parent = parents.get(at) ?? -1;
  return parent < 0 ? `section ${String(section)}` : `item ${String(parent)}`;
};

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
  const isSure = (item: Item): boolean =>
    item.sure || (item.reading !== undefined && saysBelow(item, blocks, known));
  const sure = new Set(items.filter(isSure).map(({ at }) => at));
  const { names, parents } = sectionNames(items, sure);
  const inPlace = ({ at, reading }: Item): boolean =>
    reading !== undefined && parents.has(at) && !names.has(at);
  const counted = items.filter(
    (item) => !names.has(item.at) && (sure.has(item.at) || inPlace(item)),
  );
  const places = Map.groupBy(counted, (item) => placeOf(item, parents));
  const ofPapers = new Set<string>();
  for (const [place, all] of places) {
    const papers = all.filter(({ at }) => sure.has(at)).length;
    if (papers > 1 && papers * 2 >= all.length) ofPapers.add(place);
  }
  const used = new Set<number>();
  const doubtful = new Set<number>();
  const entries: MarkdownEntry[] = [];
  for (const item of items) {
    const { at, reading, inline, block } = item;
    if (used.has(at) || !reading) continue;
    const among = !sure.has(at) && inPlace(item) && ofPapers.has(placeOf(item, parents));
    if (!sure.has(at) && !(among && (block.number !== undefined || isEntry(inline, reading)))) {
      if (among && !isContents(inline)) doubtful.add(at);
      continue;
    }
    // Where items below are papers of their own, only what comes before them is this one's.
    const isOther = (child: number): boolean =>
      sure.has(child) && labelled(blocks[child]?.inline ?? nothing) === undefined;
    const first = item.children.findIndex(isOther);
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
