/** Papers that each have a heading, with labelled lines, links and text under it. */
import { readBody } from './body.ts';
import { usualLevel, type Block } from './block.ts';
import { idIn, isPerson, linksIn } from './address.ts';
import { entryOf, type FoundEntries, type MarkdownEntry } from './entry.ts';
import { Gathering } from './facts.ts';
import type { Inline, InlineLink } from './inline.ts';
import { labelled, roleOfLabel, type LabelRole } from './labels.ts';
import { isTitledItem, pseudoLevel } from './pseudo.ts';
import { isProse } from './item-words.ts';
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

const telling: ReadonlySet<LabelRole> = new Set([
  'authors',
  'abstract',
  'arxiv',
  'doi',
  'links',
  'venue',
  'summary',
]);

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

/** What the blocks of a section say of what it is about. */
interface Clues {
  /** Works that are linked to, and how many blocks link to one. */
  readonly works: ReadonlySet<string>;
  readonly places: number;
  /** How often each telling label stands there. */
  readonly labels: ReadonlyMap<LabelRole, number>;
  readonly prose: boolean;
  /** Whether an item is an entry itself. */
  readonly lists: boolean;
}

/** The links of a block that lead to works which the section may be about. */
function worksOf(block: Block, isPseudo: boolean): InlineLink[] {
  const { inline, kind } = block;
  const isNamed = ({ label }: InlineLink): boolean =>
    isPseudo && /^\W*(?:paper|pdf)\W*$/i.test(label);
  const works = linksIn(inline).filter(
    (link) => !link.image && (isWork(link.url) || isNamed(link)) && !isPerson(link.url),
  );
  // What a sentence speaks of is not what the section is about.
  const isSaid = kind !== 'item' && works.length > 0 && (isProse(inline.text) || speaks(inline));
  return isSaid ? [] : works;
}

function cluesIn({ heading, blocks }: Section): Clues {
  const shown = blocks.slice(0, 40).filter(({ kind }) => kind !== 'code' && kind !== 'row');
  const inner = shown.filter(({ kind }) => kind !== 'heading');
  const works = inner.map((block) => worksOf(block, heading.level === pseudoLevel));
  const roles = shown.flatMap((block) =>
    block.kind === 'heading'
      ? (roleOf(block) ?? [])
      : block.lines.flatMap((line) => {
          const role = labelled(line)?.role;
          return role !== undefined && telling.has(role) ? [role] : [];
        }),
  );
  const byRole = Map.groupBy(roles, (role) => role);
  return {
    works: new Set(works.flat().map(({ url }) => idIn(url) ?? url ?? '')),
    places: works.filter(({ length }) => length > 0).length,
    labels: new Map([...byRole].map(([role, { length }]) => [role, length])),
    prose: inner.some(({ inline }) => isProse(inline.text)),
    // An item whose link is a title is an entry of a list.
    lists: inner.some(
      (block, at) =>
        block.kind === 'item' &&
        works[at]?.some(({ label }) => !isLabel(label) || isTitledItem(block)),
    ),
  };
}

/** How surely a section is one paper's: 0 not at all, 1 by its text, 2 by ids or labels. */
type Certainty = 0 | 1 | 2;

/** By what a section is told to be one paper's, or none's: the first that holds counts. */
const rules: readonly (readonly [(clues: Clues, linked: boolean) => boolean, Certainty])[] = [
  // A list, which a title that is linked may have under it.
  [({ lists }, linked) => lists && linked, 2],
  [({ lists }) => lists, 0],
  // Several papers: works in several places, or names or abstracts of several.
  [({ works, places }) => works.size > 3 && places > 1, 0],
  [({ labels }) => (labels.get('authors') ?? 0) > 1 || (labels.get('abstract') ?? 0) > 1, 0],
  // Several works, and nothing that says whose the section is.
  [
    ({ works, places, labels }, linked) =>
      works.size > 1 && places > 1 && !linked && !labels.has('authors') && !labels.has('abstract'),
    0,
  ],
  [(_, linked) => linked, 2],
  [({ labels, works }) => labels.size > 1 || (labels.size > 0 && works.size > 0), 2],
  [({ works, places }) => works.size === 1 || places === 1, 2],
  [({ prose }) => prose, 1],
];

function certaintyOf(section: Section): Certainty {
  const title = section.heading.inline;
  if (title.text.length > longestTitle || general.test(title.text)) return 0;
  if (!/\p{L}{2}/u.test(titleOf(title))) return 0;
  const linked = linksIn(title).some(({ url, image }) => !image && isWork(url));
  const clues = cluesIn(section);
  return rules.find(([holds]) => holds(clues, linked))?.[1] ?? 0;
}

function read(heading: Block, blocks: readonly Block[]): MarkdownEntry {
  const gathering = new Gathering();
  gathering.link(linksIn(heading.inline));
  const { abstract, findings } = readBody(blocks, gathering);
  const follows = abstract === undefined ? '; no abstract follows' : ', followed by its abstract';
  return entryOf({
    block: heading,
    why: `a heading${follows}`,
    title: gathering.title(titleOf(heading.inline)),
    abstract,
    facts: gathering.facts(),
    findings,
  });
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
export function headedPapers(blocks: readonly Block[]): FoundEntries {
  const sections = sectionsOf(blocks);
  const certain = sections.map(certaintyOf);
  const level = usualLevel(
    sections.flatMap(({ heading }, at) => (certain[at] === 2 ? [heading.level] : [])),
  );
  const atLevel = [...sections.keys()].filter((at) => sections[at]?.heading.level === level);
  const sure = atLevel.filter((at) => certain[at] === 2).length;
  const least = sure * 2 > atLevel.length ? 1 : 2;
  const entries: MarkdownEntry[] = [];
  const taken = new Set<number>();
  for (const index of atLevel) {
    const section = sections[index];
    if (!section || level === undefined || (certain[index] ?? 0) < least) continue;
    // Deeper headings under it are parts of the entry.
    let end = index + 1;
    while ((sections[end]?.heading.level ?? 0) > level) end++;
    const inside = blocks.slice(section.at + 1, sections[end]?.at);
    // A disclosure's closing tag and a rule end the entry.
    const close = inside.findIndex(({ is }) => is === 'end');
    const own = close < 0 ? inside.slice(0, endOf(inside)) : inside.slice(0, close + 1);
    entries.push(read(section.heading, own));
    for (let at = section.at; at <= section.at + own.length; at++) taken.add(at);
  }
  return { entries, taken };
}
