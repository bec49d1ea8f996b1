/** Names of authors, taken apart as reference managers want them. Pure; pages' scripts load it. */
import { particle } from '../digest/names/particle.ts';
import { oneLine } from '../text/line.ts';
import { isGroup, isOthers } from '../text/names.ts';

/** A person's name; `given` is absent of one who has a single name, and of names in Chinese, Japanese or Korean. */
export interface PersonName {
  readonly family: string;
  readonly given?: string;
  /** Small words that belong to the family name: `van der`. */
  readonly particle?: string;
  readonly suffix?: string;
}

/** A name of a person, or one that is never taken apart: a group's. */
export type Name = PersonName | { readonly literal: string };

/** Names written without blanks, family name first. */
const eastAsian =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}・·\s]+$/u;

const suffixWord = /^(?:Jr|Sr|II|III|IV)\.?$/i;
const isParticle = new RegExp(`^${particle}$`);

/** `van der Berg` → the small words before a family name, and the name. */
function withParticle(words: readonly string[]): Pick<PersonName, 'family' | 'particle'> {
  const own = words.findIndex((word) => !isParticle.test(word));
  // All of it small: a name as its bearer writes it.
  if (own <= 0) return { family: words.join(' ') };
  return { particle: words.slice(0, own).join(' '), family: words.slice(own).join(' ') };
}

/** A name in the order it is spoken: the last word is the family's, with the particles before it. */
function spoken(words: readonly string[]): PersonName {
  const small = words.findIndex((word, at) => at > 0 && isParticle.test(word));
  const from = small > 0 && small < words.length - 1 ? small : words.length - 1;
  const given = words.slice(0, from).join(' ');
  return { ...withParticle(words.slice(from)), ...(given !== '' && { given }) };
}

/**
 * Takes a name apart. Which word is the family's is not known of every name: as in BibTeX it is the last one,
 * or what stands before a comma.
 *
 * @param name as people write it: `First Last`, `Last, First`, `Last, First, Jr.`, `First Last Jr.`
 */
export function nameOf(name: string): Name {
  const whole = oneLine(name);
  if (isGroup(whole)) return { literal: whole };
  if (eastAsian.test(whole)) return { family: whole.replaceAll(' ', '') };
  const parts = whole.split(/\s?,\s?/).filter((part) => part !== '');
  const [first = ''] = parts;
  const behind = parts.slice(1).filter((part) => suffixWord.test(part));
  const others = parts.slice(1).filter((part) => !suffixWord.test(part));
  if (others.length > 1 || behind.length > 1) return { literal: whole };
  const words = first.split(' ');
  const last = words.at(-1) ?? '';
  if (behind.length === 0 && words.length > 2 && suffixWord.test(last)) {
    words.pop();
    behind.push(last);
  }
  const [suffix] = behind;
  const [given] = others;
  const person = given === undefined ? spoken(words) : { ...withParticle(words), given };
  return { ...person, ...(suffix !== undefined && { suffix }) };
}

/** Authors of a paper. */
export interface Authors {
  readonly names: readonly Name[];
  /** The list ends with `et al.` */
  readonly others: boolean;
}

/** The authors that a list of names tells of, without what stands for those left out. */
export function authorsOf(list: readonly string[]): Authors {
  const said = list.map(oneLine).filter((name) => name !== '');
  const names = said.filter((name) => !isOthers(name));
  return { names: names.map(nameOf), others: names.length > 0 && names.length < said.length };
}

/** The family name with its particles: `van der Berg`. */
export const familyOf = ({ particle: small, family }: PersonName): string =>
  small === undefined ? family : `${small} ${family}`;

/** `van der Berg, Jan, Jr.`: the order in which Highwire tags, RIS and Zotero have names. */
export function inverted(name: Name): string {
  if ('literal' in name) return name.literal;
  return [familyOf(name), name.given, name.suffix].filter((part) => part !== undefined).join(', ');
}

/** `Jean-Luc M.` → `J.-L. M.` */
export function initials(given: string): string {
  return given
    .split(' ')
    .map((word) =>
      word
        .split('-')
        .map((part) => /\p{L}/u.exec(part)?.[0] ?? '')
        .filter((letter) => letter !== '')
        .map((letter) => `${letter.toUpperCase()}.`)
        .join('-'),
    )
    .filter((word) => word !== '')
    .join(' ');
}
