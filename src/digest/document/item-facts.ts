/** What an item says of a paper beside its title: where, when, by whom, and a note. */
import { leadingNames } from '../names/reference.ts';
import { hasWords, isDate, isProse, titleMark, trimmed } from './item-words.ts';
import { withoutEnd, withoutStart } from './signs.ts';
import { isLabel, isNames, isVenue } from './work.ts';

export interface Said {
  /** What is said of the paper beside its facts. */
  readonly note: string;
  readonly authors: string;
  readonly venue: string;
  readonly date: string;
}

/** Names without the signs before them, up to a stop or a bar. */
const upToStop =
  /^(?:[^;|–—]{3,4000}?(?:[^\s.]{2}[.](?=\s|$)|\s[|–—-]\s|;|$)|[^;|–—]{1,2}(?:;|$))/u;

/** The names that a text begins with, up to a stop, or up to what is no name. */
function names(text: string): string | undefined {
  const head = text.slice(0, 4200);
  const signs = /^[\s.,;:|·–—-]*/.exec(head)?.[0] ?? '';
  const rest = head.slice(signs.length);
  const ends = [upToStop.exec(rest)?.[0].length, leadingNames(rest)?.end];
  return ends
    .map((end) => signs + rest.slice(0, end ?? 0))
    .find((piece) => isNames(trimmed(piece)));
}

/** The fact that a text begins with, up to a comma or a stop: a place, a year. */
const fact = (text: string): string | undefined =>
  /^[\s.,;:|·–—-]*[^,.;|]{2,90}(?:\.(?=[\s,]|$)|[,;|]|$)/u.exec(text.slice(0, 200))?.[0];

const bracketed = /[([]([^()[\]]{0,90})[)\]]/g;
const openingBracket = /^[\s.,:;|·–—-]*[([]([^()[\]]{0,90})[)\]]/;
const closingBracket = /[([]([^()[\]]{0,90})[)\]][\s.,;|]*$/;
const name = "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:\\s\\p{Lu}[\\p{L}\\p{M}.'’-]*){1,3}";
const byline = new RegExp(
  `^[\\s,:–—-]*by\\s+(${name}(?:(?:,|\\sand|\\s&)\\s${name}){0,50})(?=$|[\\s.;:(–—-])`,
  'u',
);
const someAuthors = /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?\set\.? ?al$/u;

/** What may stand behind names, up to the end. */
const place = /[.,;]\s[^.,;]{2,60}\.?$/;

/** Turns of a loop that takes one fact a turn; no item has more. */
const mostFacts = 12;

/** A piece that is taken off a text: what it says, and what is left. */
interface Piece {
  readonly says: string;
  readonly rest: string;
}

class Sorting {
  #venue = '';
  #date = '';
  #authors = '';

  read(before: string, after: string): Said {
    for (const [, inner = ''] of before.matchAll(bracketed)) this.#noted(inner);
    this.#noted(before.replaceAll(bracketed, ' '));
    const prose = isProse(after);
    const opened = this.#opening(after);
    // What a dash leads to is a note from its first word on.
    const named = isNames(trimmed(opened)) || isNames(trimmed(opened.replace(place, '')));
    const isNote = prose && !named && /^\s*[–—:-]/.test(opened);
    const rest = isNote ? opened : this.#facts(this.#byline(opened));
    const note = this.#closing(rest, prose)
      .replaceAll(/(?:\s[|·/]){2,}(?=\s|$)/g, ' ')
      .replaceAll(/(?<!\s)\s*[[(]\s*[\])]/g, '');
    const bare = withoutStart(note, '.,:;|·•*–—-');
    const text = prose ? bare.trim() : withoutEnd(bare, ',;:|–—-');
    const [venue, date, authors] = [this.#venue, this.#date, this.#authors];
    return { note: hasWords(text) ? text : '', venue, date, authors };
  }

  /** Names that the item sets off, e.g. in italics. */
  name(names: string): void {
    this.#authors ||= trimmed(names);
  }

  /** Notes a place, a date, names or a label; false if the text is none of them. */
  #noted(text: string): boolean {
    const bare = trimmed(text);
    if (bare === '') return true;
    if (isVenue(bare) && !isDate(bare)) this.#venue ||= bare;
    else if (isLabel(bare)) return true;
    else if (isDate(bare)) {
      const year = /^\d{4}$/.test(bare) && this.#venue !== '' && !/\d{4}/.test(this.#venue);
      if (year) this.#venue += ` ${bare}`;
      else this.#date ||= bare;
    } else if (isNames(bare)) this.#authors ||= bare;
    else if (/^arxiv\b/i.test(bare)) this.#date ||= /(?:19|20)\d{2}/.exec(bare)?.[0] ?? '';
    else return someAuthors.test(bare);
    return true;
  }

  /** Takes pieces off a text as long as they state facts. */
  #take(text: string, next: (rest: string) => Piece | undefined): string {
    let rest = text;
    for (let turn = 0; turn < mostFacts; turn++) {
      const piece = next(rest);
      if (!piece || !this.#noted(piece.says)) break;
      rest = piece.rest;
    }
    return rest;
  }

  #opening(text: string): string {
    return this.#take(text.replace(/^\W{0,9}https?:\/\/\S+/, ' '), (rest) => {
      const found = openingBracket.exec(rest.slice(0, 200));
      return found ? { says: found[1] ?? '', rest: rest.slice(found[0].length) } : undefined;
    });
  }

  #byline(text: string): string {
    const by = byline.exec(text.slice(0, 3000));
    if (by) this.name(by[1] ?? '');
    return text.slice(by?.[0].length);
  }

  /** Names, then a place, parted by stops or commas: `A. Author, B. Author. ICLR 2024.` */
  #facts(text: string): string {
    return this.#take(text, (rest) => {
      const piece = names(rest) ?? fact(rest) ?? '';
      const says = piece.replace(/\s\([^()]{0,40}\)\s*(?:[.,;]\s*)?$/, '');
      return trimmed(says) === '' ? undefined : { says, rest: rest.slice(piece.length) };
    });
  }

  /** Takes brackets and an address off the end; of prose only a place where it appeared. */
  #closing(text: string, prose: boolean): string {
    const bare = prose ? text : text.replace(/(?<=[.,;|\])] )https?:\/\/\S+$/, ' ');
    return this.#take(bare, (rest) => {
      const tail = rest.slice(-200);
      const found = closingBracket.exec(tail);
      const says = found?.[1] ?? '';
      if (!found || (prose && !isVenue(says))) return undefined;
      return { says, rest: rest.slice(0, rest.length - tail.length + found.index) };
    });
  }
}

/**
 * Sorts what is said beside the title.
 *
 * @param around the item's text with `titleMark` in the place of the title
 */
export function sorted(around: string): Said {
  const sorting = new Sorting();
  const text = around
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?:\bby\s)?\ufdd1([^\ufdd1]{0,4000})\ufdd1/g, (_, set: string) => {
      sorting.name(set);
      return ' ';
    });
  const [before = '', after = ''] = text.includes(titleMark) ? text.split(titleMark) : ['', text];
  return sorting.read(before.slice(0, 300), after);
}
