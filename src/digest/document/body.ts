/** What stands under the title of an entry: labelled lines, links, an abstract, notes. */
import { furnitureOf } from '../plain/furniture.ts';
import { trimLine } from '../lines.ts';
import { isLinks, isUnfinished } from './alone.ts';
import type { Finding } from './entry.ts';
import { partOf, type Block, type Extent } from './block.ts';
import { dayIn } from './dates.ts';
import { isPerson } from './address.ts';
import { bareLinks, Gathering } from './facts.ts';
import { wordsOf } from './item-words.ts';
import { emphasisOf, type Inline } from './inline.ts';
import { labelled, roleOfLabel, type LabelRole } from './labels.ts';
import { isProse } from './seen.ts';
import { isPersonal } from '../plain/names.ts';
import { isNames, isVenue } from './work.ts';

interface Body {
  readonly abstract: string | undefined;
  readonly findings: readonly Finding[];
}

/** Parts a block at its labelled lines, and behind a line that is a label alone. */
function piecesOf(block: Block): Block[] {
  const { lines } = block;
  const starts: number[] = [];
  let alone = false;
  /** Whether the line before states a fact, which does not go on. */
  let afterFact = false;
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const label = labelled(line);
    // In wrapped prose a line may begin with `categories:`.
    const named = label?.role === 'arxiv' || label?.role === 'doi';
    const address = /^https?:\/\/\S+$/.test(line.text);
    const small = /^\p{Ll}/u.test(line.text) && !named && !address;
    const bold = line.runs.find(({ text }) => /\S/.test(text))?.strong === true;
    const inProse = !bold && !afterFact && (small || isUnfinished(before?.text ?? ''));
    const begins = label !== undefined && (bold || (label.role !== undefined && !inProse));
    const fact =
      isFacts(line.text) ||
      isNames(line.text) ||
      isLinks(line) ||
      address ||
      isVenue(line.text) ||
      (at === 0 && isPersonal(line.text));
    if (at === 0 || alone || begins || (fact && !inProse)) starts.push(at);
    afterFact = label?.role !== undefined && label.role !== 'abstract' && label.role !== 'summary';
    alone =
      (fact && !inProse) ||
      (label?.role !== undefined && label.value === '' && line.links.length === 0);
  });
  if (starts.length < 2) return [block];
  return starts.map((start, index) => partOf(block, start, starts[index + 1] ?? lines.length));
}

const codePattern = /^(?:[a-z]{2,8}-)?[a-z]{2,8}(?:\.[A-Za-z]{2}(?:-[a-z]{2,4})?)?$/;
const factSigns = /\s[·•|–-]\s/;

/** What a part of a line of facts is: `2026-03-05 · https://… · cs.CV`. */
function factIn(part: string): LabelRole | undefined {
  if (/^https?:\/\/\S+$/.test(part)) return 'links';
  if (dayIn(part) || /^(?:19|20)\d{2}$/.test(part)) return 'date';
  if (part.includes('.') && codePattern.test(part)) return 'categories';
  if (isVenue(part)) return 'venue';
  // `arXiv preprint arXiv:2501.00011, 2025`
  if (/^arxiv\b.{0,60}(?:19|20)\d{2}$/i.test(part)) return 'other';
  return isNames(part) || roleOfLabel(part) !== undefined ? 'authors' : undefined;
}

/** Whether a line is facts that signs part, and nothing else. */
function isFacts(text: string): boolean {
  if (text.length > 400 || !factSigns.test(text)) return false;
  const parts = text.split(factSigns);
  return parts.filter((part) => factIn(part.trim()) !== undefined).length * 2 > parts.length;
}

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

  #block(block: Block): void {
    switch (block.kind) {
      case 'rule':
        return this.#find(block, 'meta', 'a rule');
      case 'html':
        return this.#find(block, 'meta', 'markup');
      case 'code':
        return this.#find(block, 'meta', 'code');
      case 'row':
        return this.#find(block, 'meta', 'a row of a table');
      case 'definition':
        return this.#find(block, 'meta', 'the address of a reference');
      case 'heading':
        return this.#heading(block);
      default:
        for (const piece of piecesOf(block)) this.#inline(piece, piece.inline);
    }
  }

  #heading(block: Block): void {
    const { inline } = block;
    this.#mode = roleOfLabel(inline.text.replace(/[:：]$/, ''));
    this.#find(
      block,
      'meta',
      this.#mode ? `the heading of ${whatOf[this.#mode]}` : 'a heading inside the entry',
    );
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
    if (role === 'abstract' || role === 'summary') {
      this.#texts.push({ extent, text: emphasisOf(value, inline), is: role });
      return;
    }
    this.#gathering.link(inline.links);
    if (inline.links.length === 0) this.#gathering.link(bareLinks(inline.text));
    this.#gathering.say(role, value);
    this.#find(extent, 'meta', whatOf[role]);
  }

  /** A label in bold that says nothing known: a sentence of a summary, label and all. */
  #note(extent: Extent, inline: Inline): void {
    if (isProse(inline.text) || inline.text.length > 60) {
      this.#texts.push({ extent, text: emphasisOf(inline.text, inline), is: 'note' });
    } else {
      this.#gathering.link(inline.links);
      this.#find(extent, 'meta', 'a fact that entries have no place for');
    }
  }

  #unlabelled(extent: Extent, inline: Inline): void {
    const { text, links, runs } = inline;
    const mode = this.#mode;
    const furniture = text.length > longestButton ? furnitureOf(text) : undefined;
    if (furniture?.places.includes('footer') && !furniture.places.includes('meta'))
      return this.#find(extent, 'footer', furniture.what);
    if (mode !== undefined && text !== '') {
      if (mode !== 'abstract' && mode !== 'summary') this.#mode = undefined;
      return this.#value(extent, inline, mode, text);
    }
    const bare = links.length === 0 ? bareLinks(text) : [];
    const rest = runs
      .map((run) => (run.link ? '' : run.text.replaceAll(/https?:\S+/g, '')))
      .join('');
    const onlyLinks =
      (links.length > 0 || bare.length > 0) && /^[^\p{L}\p{N}]*$|^.{0,24}$/u.test(trimLine(rest));
    // Names that lead to pages of people.
    if (onlyLinks && links.length > 0 && links.every(({ url }) => isPerson(url))) {
      this.#gathering.authors(links.map(({ label }) => label).filter((label) => label !== ''));
      return this.#find(extent, 'meta', whatOf.authors);
    }
    if (text === '' || onlyLinks) {
      this.#gathering.link([...links, ...bare]);
      return this.#find(
        extent,
        'meta',
        links.every(({ image }) => image) && bare.length === 0 ? 'an image' : 'links',
      );
    }
    if (isFacts(text)) {
      this.#gathering.link([...links, ...bareLinks(text)]);
      for (const part of text.split(factSigns)) {
        const role = factIn(part.trim());
        if (role !== undefined) this.#gathering.say(role, part.trim());
      }
      return this.#find(extent, 'meta', 'facts of the paper');
    }
    const isSet = runs.every(({ em, text: run }) => em || run.trim() === '');
    const isName = (isSet || this.#findings.length + this.#texts.length === 0) && isPersonal(text);
    if (isNames(text) || isName) {
      this.#gathering.say('authors', text);
      return this.#find(extent, 'meta', whatOf.authors);
    }
    if (isVenue(text) || (text.length < 60 && dayIn(text))) {
      this.#gathering.say(isVenue(text) ? 'venue' : 'date', text);
      return this.#find(extent, 'meta', whatOf[isVenue(text) ? 'venue' : 'date']);
    }
    if (
      isProse(text) ||
      (wordsOf(text) > 3 && /[.!?。]["”)]?$/.test(text)) ||
      /[。！？]$/.test(text)
    ) {
      this.#texts.push({ extent, text: emphasisOf(text, inline), is: 'note' });
      return;
    }
    this.#gathering.link([...links, ...bare]);
    this.#find(extent, 'meta', 'a line among the facts of the paper');
  }
}

/**
 * Reads the blocks under a title.
 *
 * @param gathering takes the facts
 */
export function readBody(blocks: readonly Block[], gathering: Gathering): Body {
  return new BodyReader(gathering).read(blocks);
}
