/** What stands under the title of an entry: labelled lines, links, an abstract, notes. */
import { boilerplateOf } from '../plain/boilerplate.ts';
import { trimLine } from '../lines.ts';
import { isLinks, isUnfinished } from './alone.ts';
import type { Finding } from './entry.ts';
import { partOf, whatBlocks, type Block, type Extent } from './block.ts';
import { dayIn } from '../days.ts';
import { bareLinks, isPerson, linksIn } from './address.ts';
import type { Gathering } from './facts.ts';
import { isProse, wordsOf } from './item-words.ts';
import { emphasisOf, type Inline } from './inline.ts';
import { labelled, roleOfLabel, type LabelRole } from './labels.ts';
import { isPersonal } from '../names/person.ts';
import { isNames, isVenue } from './work.ts';

interface Body {
  readonly abstract: string | undefined;
  readonly findings: readonly Finding[];
}

const addressAlone = /^https?:\/\/\S+$/;

/** Whether a label announces a text. */
const isOfText = (role: LabelRole | undefined): role is 'abstract' | 'summary' =>
  role === 'abstract' || role === 'summary';

/** Whether a line states facts without a label, wherever in the entry it stands. */
export const statesFact = (line: Inline): boolean =>
  isFacts(line.text) ||
  isNames(line.text) ||
  isLinks(line) ||
  addressAlone.test(line.text) ||
  isVenue(line.text);

/** Parts a block at its labelled lines, and behind a line that is a label alone. */
function piecesOf(block: Block): Block[] {
  const { lines } = block;
  const starts: number[] = [];
  let alone = false;
  /** Whether the line before states a fact, which does not go on. */
  let afterFact = false;
  for (const [at, line] of lines.entries()) {
    const label = labelled(line);
    const role = label?.role;
    // In wrapped prose a line may begin with `categories:`.
    const named = role === 'arxiv' || role === 'doi' || addressAlone.test(line.text);
    const bold = line.runs.find(({ text }) => /\S/.test(text))?.strong === true;
    const goesOn =
      (/^\p{Ll}/u.test(line.text) && !named) || isUnfinished(lines[at - 1]?.text ?? '');
    const inProse = !bold && !afterFact && goesOn;
    const begins = label !== undefined && (bold || (role !== undefined && !inProse));
    const fact = !inProse && (statesFact(line) || (at === 0 && isPersonal(line.text)));
    if (at === 0 || alone || begins || fact) starts.push(at);
    afterFact = role !== undefined && !isOfText(role);
    alone = fact || (role !== undefined && label?.value === '' && line.links.length === 0);
  }
  if (starts.length < 2) return [block];
  return starts.map((start, index) => partOf(block, start, starts[index + 1] ?? lines.length));
}

const codePattern = /^(?:[a-z]{2,8}-)?[a-z]{2,8}(?:\.[A-Za-z]{2}(?:-[a-z]{2,4})?)?$/;
const factSigns = /\s[·•|–-]\s/;

/** A fact without a label, and what it is of. */
type Fact = readonly [role: LabelRole, value: string];

/** What a part of a line of facts is: `2026-03-05 · https://… · cs.CV`. */
function roleOfPart(part: string): LabelRole | undefined {
  if (addressAlone.test(part)) return 'links';
  if (dayIn(part) || /^(?:19|20)\d{2}$/.test(part)) return 'date';
  if (part.includes('.') && codePattern.test(part)) return 'categories';
  if (isVenue(part)) return 'venue';
  // `arXiv preprint arXiv:2501.00011, 2025`
  if (/^arxiv\b.{0,60}(?:19|20)\d{2}$/i.test(part)) return 'other';
  return isNames(part) || roleOfLabel(part) !== undefined ? 'authors' : undefined;
}

/** The facts of a line that is facts which signs part, and nothing else. */
function factsIn(text: string): Fact[] {
  if (text.length > 400 || !factSigns.test(text)) return [];
  const parts = text.split(factSigns).map((part) => part.trim());
  const facts = parts.flatMap((part): Fact[] => {
    const role = roleOfPart(part);
    return role === undefined ? [] : [[role, part]];
  });
  return facts.length * 2 > parts.length ? facts : [];
}

const isFacts = (text: string): boolean => factsIn(text).length > 0;

const whatOf: Readonly<Record<LabelRole, string>> = {
  authors: 'the authors',
  abstract: 'the abstract',
  summary: 'the summary',
  links: 'links',
  arxiv: 'the arXiv id',
  doi: 'the DOI',
  date: 'the date of the paper',
  venue: 'where it appeared',
  categories: 'the categories',
  comment: "the authors' comment",
  upvotes: 'votes',
  title: 'the title once more',
  original: 'the title in its own language',
  other: 'a fact that entries have no place for',
};

/** Texts of an entry, by what they are. */
interface Text {
  readonly extent: Extent;
  readonly text: string;
  readonly is: 'abstract' | 'summary' | 'note';
}

/** Up to this length words of a page's foot may be words of an entry, too. */
const longestButton = 20;

/** Whether a line is links, but for a word or two. */
function isLinksAlone({ runs, links, text }: Inline): boolean {
  const rest = runs.map((run) => (run.link ? '' : run.text.replaceAll(/https?:\S+/g, ''))).join('');
  const hasLinks = links.length > 0 || bareLinks(text).length > 0;
  return hasLinks && /^[^\p{L}\p{N}]*$|^.{0,24}$/u.test(trimLine(rest));
}

/** Whether a text is a sentence, however short. */
const isSentence = (text: string): boolean =>
  isProse(text) || (wordsOf(text) > 3 && /[.!?。]["”)]?$/.test(text)) || /[。！？]$/.test(text);

class BodyReader {
  readonly #gathering: Gathering;
  readonly #texts: Text[] = [];
  readonly #findings: Finding[] = [];
  /** Label that stands alone: what follows is its value. */
  #mode: LabelRole | undefined;

  constructor(gathering: Gathering) {
    this.#gathering = gathering;
  }

  read(blocks: readonly Block[]): Body {
    for (const block of blocks) this.#block(block);
    const isAbstract = this.#texts.some(({ is }) => is === 'abstract');
    const chosen = this.#texts.filter(({ is }) => !isAbstract || is === 'abstract');
    for (const text of this.#texts) {
      const { extent, is } = text;
      if (chosen.includes(text))
        this.#find(extent, 'abstract', is === 'note' ? 'text under the title' : `the ${is}`);
      else this.#find(extent, 'meta', `a ${is} beside the abstract`);
    }
    const abstract = chosen.map(({ text }) => text.replaceAll('\n', '\n\n')).join('\n\n');
    return { abstract: abstract === '' ? undefined : abstract, findings: this.#findings };
  }

  #find({ first, last }: Extent, kind: Finding['kind'], why: string): void {
    this.#findings.push({ extent: { first, last }, kind, why });
  }

  #text(extent: Extent, inline: Inline, text: string, is: Text['is']): void {
    this.#texts.push({ extent, text: emphasisOf(text, inline), is });
  }

  #block(block: Block): void {
    const { kind, inline } = block;
    if (kind === 'text' || kind === 'item' || kind === 'quote') {
      for (const piece of piecesOf(block)) this.#inline(piece, piece.inline);
      return;
    }
    const what = kind === 'row' ? 'a row of a table' : whatBlocks[kind];
    if (kind !== 'heading') return this.#find(block, 'meta', what);
    this.#mode = roleOfLabel(inline.text.replace(/[:：]$/, ''));
    const of = this.#mode && `the heading of ${whatOf[this.#mode]}`;
    this.#find(block, 'meta', of ?? 'a heading inside the entry');
  }

  #inline(extent: Extent, inline: Inline): void {
    const label = labelled(inline);
    if (!label) return this.#unlabelled(extent, inline);
    const { role, value } = label;
    if (role === undefined) return this.#note(extent, inline);
    this.#mode = value === '' ? role : undefined;
    if (value === '' && inline.links.length === 0)
      return this.#find(extent, 'meta', `the label of ${whatOf[role]}`);
    this.#value(extent, inline, role, value);
  }

  #value(extent: Extent, inline: Inline, role: LabelRole, value: string): void {
    if (isOfText(role)) return this.#text(extent, inline, value, role);
    this.#facts(extent, inline, whatOf[role], [[role, value]]);
  }

  /** Takes the links of a line, and the facts that it states. */
  #facts(extent: Extent, inline: Inline, why: string, facts: readonly Fact[] = []): void {
    this.#gathering.link(linksIn(inline));
    for (const [role, value] of facts) this.#gathering.say(role, value);
    this.#find(extent, 'meta', why);
  }

  /** A label in bold that says nothing known: a sentence of a summary, label and all. */
  #note(extent: Extent, inline: Inline): void {
    const { text } = inline;
    if (isProse(text) || text.length > 60) return this.#text(extent, inline, text, 'note');
    this.#facts(extent, inline, whatOf.other);
  }

  #unlabelled(extent: Extent, inline: Inline): void {
    const { text, links, runs } = inline;
    const mode = this.#mode;
    const boilerplate = text.length > longestButton ? boilerplateOf(text) : undefined;
    if (boilerplate?.places.includes('footer') && !boilerplate.places.includes('meta'))
      return this.#find(extent, 'footer', boilerplate.what);
    if (mode !== undefined && text !== '') {
      if (!isOfText(mode)) this.#mode = undefined;
      return this.#value(extent, inline, mode, text);
    }
    if (text === '' || isLinksAlone(inline)) {
      // Names that lead to pages of people.
      const people = links.length > 0 && links.every(({ url }) => isPerson(url));
      const authors = people ? links.map(({ label }) => label).filter((label) => label !== '') : [];
      this.#gathering.authors(authors);
      const isImage = links.every(({ image }) => image) && !text.includes('://');
      return this.#facts(extent, inline, people ? whatOf.authors : isImage ? 'an image' : 'links');
    }
    const facts = factsIn(text);
    if (facts.length > 0) return this.#facts(extent, inline, 'facts of the paper', facts);
    const isSet = runs.every(({ em, text: run }) => em || run.trim() === '');
    const isFirst = this.#findings.length + this.#texts.length === 0;
    const role =
      isNames(text) || ((isSet || isFirst) && isPersonal(text))
        ? 'authors'
        : isVenue(text)
          ? 'venue'
          : text.length < 60 && dayIn(text)
            ? 'date'
            : undefined;
    if (role) return this.#facts(extent, inline, whatOf[role], [[role, text]]);
    if (isSentence(text)) return this.#text(extent, inline, text, 'note');
    this.#facts(extent, inline, 'a line among the facts of the paper');
  }
}

/**
 * Reads the blocks under a title.
 *
 * @param gathering takes the facts
 */
export const readBody = (blocks: readonly Block[], gathering: Gathering): Body =>
  new BodyReader(gathering).read(blocks);
