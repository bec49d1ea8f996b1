/** Papers that each have a heading, with labelled lines, links and text under it. */
import { readBody } from './body.ts';
import type { Block } from './block.ts';
import { idIn, isPerson } from './address.ts';
import { extentOf, notationOf, type MarkdownEntry } from './entry.ts';
import { bareLinks, Gathering } from './facts.ts';
import type { Inline } from './inline.ts';
import { labelled, roleOfLabel } from './labels.ts';
import { isTitledItem, pseudoLevel } from './pseudo.ts';
import { isProse } from './seen.ts';
import { longestTitle, titleOf } from './titles.ts';
import { isLabel, isWork } from './work.ts';

/** A heading with the blocks up to the next one. */
interface Section {
  readonly at: number;
  readonly heading: Block;
  readonly blocks: readonly Block[];
}

const roleOf = ({ inline }: Block) => roleOfLabel(inline.text.slice(0, 80).replace(/[:：]$/, ''));

function sectionsOf(blocks: readonly Block[]): Section[] {
  const starts = blocks.flatMap(({ kind }, index) => (kind === 'heading' ? [index] : []));
  return starts.flatMap((at, index) => {
    const heading = blocks[at];
    if (!heading) return [];
    // `#### Abstract` and the like are labels of the section above them.
    let next = index + 1;
    while (isLabelHeading(blocks[starts[next] ?? blocks.length], heading.level)) next++;
    return [{ at, heading, blocks: blocks.slice(at + 1, starts[next] ?? blocks.length) }];
  });
}

const isLabelHeading = (block: Block | undefined, above: number): boolean =>
  block !== undefined && block.level > above && roleOf(block) !== undefined;

/** Sections that papers do not have a heading for. */
const general =
  /^[^\p{L}]*(?:contents?|table of contents|toc|introduction|overview|references|bibliography|license|contributing|contributions?|citation|acknowledg\w{1,10}|about|news|updates?|changelog|related (?:work|works|lists?|papers|projects|resources)|resources|star history|contact|executive summary|summary|abstract|authors?|links?|datasets?|tools?|usage|installation|features|faq|how to (?:use|contribute|cite)\b.*|why this\b.*|statistics|目录|简介)[^\p{L}]*$/iu;

const telling = new Set(['authors', 'abstract', 'arxiv', 'doi', 'links', 'venue', 'summary']);

/** Whether there are words around the links of a text that are no label of theirs. */
function speaks(inline: Inline): boolean {
  if (labelled(inline)?.role !== undefined) return false;
  const rest = inline.runs
    .map(({ link, text }) => (link ? ' ' : text.replaceAll(/https?:\S+/g, ' ')))
    .join('');
  return (
    (rest.match(/\p{L}{2,}(?![\p{L}\s]{0,40}[:：])/gu) ?? []).length > 1 && !/[·|•]/.test(rest)
  );
}

/** How surely a section is one paper's: 0 not at all, 1 by its text, 2 by ids or labels. */
function evidence({ heading, blocks }: Section): 0 | 1 | 2 {
  const title = heading.inline;
  if (title.text.length > longestTitle || general.test(title.text)) return 0;
  if (!/\p{L}{2}/u.test(titleOf(title))) return 0;
  const own = [...title.links, ...bareLinks(title.text)];
  const linked = own.some(({ url, image }) => !image && isWork(url));
  const works = new Set<string>();
  const places = new Set<Block>();
  const labels = new Map<string, number>();
  let prose = false;
  for (const block of blocks.slice(0, 40)) {
    const { inline, kind } = block;
    if (kind === 'code' || kind === 'row') continue;
    if (kind === 'heading') {
      const role = roleOf(block);
      if (role !== undefined) labels.set(role, (labels.get(role) ?? 0) + 1);
      continue;
    }
    const text = isProse(inline.text);
    prose ||= text;
    for (const line of block.lines) {
      const role = labelled(line)?.role;
      if (role !== undefined && telling.has(role)) labels.set(role, (labels.get(role) ?? 0) + 1);
    }
    const links = [...inline.links, ...bareLinks(inline.text)];
    for (const { url, image, label } of links) {
      const named = heading.level === pseudoLevel && /^\W*(?:paper|pdf)\W*$/i.test(label);
      if (image || !(isWork(url) || named) || isPerson(url) || (text && kind !== 'item')) continue;
      // An item whose link is a title is an entry of a list.
      if (kind === 'item' && (!isLabel(label) || isTitledItem(block))) return linked ? 2 : 0;
      // What a sentence speaks of is not what the section is about.
      if (kind !== 'item' && speaks(inline)) continue;
      works.add(idIn(url) ?? url ?? '');
      places.add(block);
    }
  }
  // Several papers: a list under the heading of a section.
  const several = (labels.get('authors') ?? 0) > 1 || (labels.get('abstract') ?? 0) > 1;
  if ((works.size > 3 && places.size > 1) || several) return 0;
  if (
    places.size > 1 &&
    works.size > 1 &&
    !linked &&
    !labels.has('authors') &&
    !labels.has('abstract')
  )
    return 0;
  if (linked || labels.size > 1 || (labels.size > 0 && works.size > 0)) return 2;
  if (places.size === 1 || works.size === 1) return 2;
  return prose ? 1 : 0;
}

/** The level of headings at which most papers stand. */
function levelOf(sections: readonly Section[], sure: readonly number[]): number | undefined {
  const votes = new Map<number, number>();
  sections.forEach(({ heading }, index) => {
    if (sure[index] === 2) votes.set(heading.level, (votes.get(heading.level) ?? 0) + 1);
  });
  return [...votes].toSorted(([a, m], [b, n]) => n - m || b - a)[0]?.[0];
}

function read(heading: Block, blocks: readonly Block[]): MarkdownEntry {
  const { inline } = heading;
  const gathering = new Gathering();
  gathering.link([...inline.links, ...bareLinks(inline.text)]);
  const { abstract, findings } = readBody(blocks, gathering);
  return {
    paper: {
      title: gathering.title(titleOf(inline)),
      ...(abstract === undefined ? {} : { abstract }),
      notation: notationOf(abstract ?? ''),
      lines: extentOf(heading, findings),
      facts: gathering.facts(),
    },
    title: heading,
    why:
      abstract === undefined
        ? 'a heading; no abstract follows'
        : 'a heading, followed by its abstract',
    findings,
  };
}

/** What a mail says of itself. */
const ofMail =
  /^(?:this (?:message|e-?mail|newsletter|alert) (?:was|is) sent|you(?:'re|’re| are) receiving this|unsubscribe\b)/i;

/** Where an entry ends: behind the rule after which nothing is its own. */
function endOf(blocks: readonly Block[]): number {
  const sent = blocks.findIndex(({ kind, inline }) => kind === 'text' && ofMail.test(inline.text));
  if (sent >= 0) return sent;
  const rule = blocks.findLastIndex(({ kind }) => kind === 'rule');
  if (rule < 0 || blocks.length - rule > 6) return blocks.length;
  const after = blocks.slice(rule + 1).map(({ inline }) => inline);
  const own = after.some(
    (inline) =>
      labelled(inline)?.role !== undefined ||
      isProse(inline.text) ||
      inline.links.some(({ url }) => isWork(url)),
  );
  return own ? blocks.length : rule + 1;
}

/**
 * Finds the papers under headings of one level.
 *
 * @returns the entries, and the indices of the blocks that are theirs
 */
export function headedPapers(blocks: readonly Block[]): {
  readonly entries: readonly MarkdownEntry[];
  readonly taken: ReadonlySet<number>;
} {
  const sections = sectionsOf(blocks);
  const sure = sections.map((section) => evidence(section));
  const level = levelOf(sections, sure);
  const taken = new Set<number>();
  if (level === undefined) return { entries: [], taken };
  const atLevel = sections.filter(({ heading }) => heading.level === level).length;
  const certain = sections.filter(
    ({ heading }, index) => heading.level === level && sure[index] === 2,
  ).length;
  const entries: MarkdownEntry[] = [];
  sections.forEach((section, index) => {
    if (section.heading.level !== level) return;
    if (sure[index] !== 2 && !(sure[index] === 1 && certain * 2 > atLevel)) return;
    // Deeper headings under it are parts of the entry.
    let end = index + 1;
    while ((sections[end]?.heading.level ?? 0) > level) end++;
    const last = sections[end]?.at ?? blocks.length;
    const inside = blocks.slice(section.at + 1, last);
    // A disclosure's closing tag and a rule end the entry.
    const close = inside.findIndex(({ is }) => is === 'end');
    const own = close < 0 ? inside.slice(0, endOf(inside)) : inside.slice(0, close + 1);
    entries.push(read(section.heading, own));
    for (let at = section.at; at <= section.at + own.length; at++) taken.add(at);
  });
  return { entries, taken };
}
