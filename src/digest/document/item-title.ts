/** Titles of items that are plain text: citations, `Title. Names. Place.` */
import { textOf, type Run } from './inline.ts';
import { isPersonal, namesOf } from '../names/person.ts';
import { isDate, titleMark, trimmed, wordsOf } from './item-words.ts';
import { withoutEnd } from './signs.ts';
import { isNames, isVenue } from './work.ts';

/** Tags before a title: `[ICML 2024]`, `(2024/03)`. */
function withoutTags(text: string): { readonly tags: string; readonly body: string } {
  let body = text.trimStart();
  let tags = '';
  for (let turn = 0; turn < 3; turn++) {
    const tag =
      /^(?:[([]([^()[\]]{2,40})[)\]]|((?:19|20)\d{2}(?:[-./]\d{1,2}){0,2})(?=[\s,:.]))\s?[,:.–-]?\s*/.exec(
        body,
      );
    const inner = trimmed(tag?.[1] ?? tag?.[2] ?? '');
    if (!tag || !(isDate(inner) || isVenue(inner))) break;
    tags += ` (${inner})`;
    body = body.slice(tag[0].length);
  }
  return { tags, body };
}

/** A title, and what stands around it: `titleMark` is its place. */
interface PlainTitle {
  readonly title: string;
  /** What stands before and after it. */
  readonly rest: string;
  readonly authors?: string;
}

/** `Lovelace, A., & Babbage, C. (2023). Title. Journal, 3(2).` */
const cited =
  /^(\p{Lu}[\p{L}'’-]+,\s(?:\p{Lu}\.[\s,&-]{0,3}){1,4}.{0,600}?)\((\d{4})[a-z]?\)[.,:]?\s+(?=\S)(.{8,300}?[^\p{Lu}\s][.?!])(?:\s|$)/u;

/** Where names end: at the stop of a sentence, a bracket, or the end. */
const endOfNames = /(?<=[^\s.]{2})\.(?:\s|$)|\s?[([|]|\s[–—-]\s|$/u;

/** The same where the title has brackets or a dash. */
const stopOfNames = /(?<=[^\s.]{2})\.(?:\s|$)|$/u;

/** A name that has initials, or is written as no title is. */
const oddName =
  /^(?:(?:.{0,30}\s)?\p{Lu}\.[\s\p{L}.’'-]{0,40}|\p{Lu}\p{L}+ \p{Ll}{2,4}|[\u4e00-\u9fff]{2,4})$/u;

interface Named {
  readonly title: string;
  readonly authors: string;
}

/** `Title, A. Author, B. Author.`: the title, which names follow up to a stop or the end. */
export function beforeNames(text: string): Named | undefined {
  const head = text.slice(0, 3000);
  return namedUpTo(head, endOfNames) ?? namedUpTo(head, stopOfNames);
}

function namedUpTo(head: string, end: RegExp): Named | undefined {
  const whole = head.slice(0, end.exec(head)?.index);
  const pieces = whole.split(/,\s/, 200);
  const facts = pieces.findLastIndex((piece) => !isVenue(piece) && !isDate(piece)) + 1;
  const isClosed = facts < pieces.length || whole.length < head.trimEnd().length;
  const names = pieces
    .slice(0, facts)
    .map((name) => name.replaceAll(/(?<=\p{Lu}\.)(?=\p{Lu})/gu, ' '));
  let from = names.findIndex((_, at) => {
    const rest = names.slice(at);
    // `Focal Loss, and Inverse Loss` ends a title.
    const joined = rest.some(
      (name, index) => /(?:^|\s)(?:and|&)\s|;/.test(name) && (index < rest.length - 1 || !isClosed),
    );
    const [first = ''] = (rest[0] ?? '').split(/\s(?:and\s|&\s|et\.? ?al\b)/);
    const isName = isPersonal(first) || (wordsOf(first) < 3 && !/^(?:An?|The)\s/.test(first));
    const isOne = rest.length === 1 && /^(?:\p{Lu}\.\s?){1,3}/u.test(first) && isPersonal(first);
    return at > 0 && !joined && isName && (isOne || namesOf(rest.join(', ')) !== undefined);
  });
  if (from < 0) return undefined;
  while (from > 1 && (oddName.test(names[from - 1] ?? '') || isPersonal(names[from - 1] ?? '')))
    from--;
  const title = pieces.slice(0, from).join(', ');
  return wordsOf(title) > 2 ? { title, authors: pieces.slice(from, facts).join(', ') } : undefined;
}

/** A dash, a bar or a bracket before what may be no title: `(De)Activation` is a word. */
const breakInTitle = /(?<=.{12})\s(?:[–—-]\s|\||\((?![^()\s]{1,20}\)\p{L}))/gu;
/** Longest stretch in which a break is looked for, in UTF-16 code units. */
const breaksWithin = 300;

/** Whether a text says who, where or when; `A Large-Scale Study` and `Extended Abstract` do not. */
const isFact = (text: string): boolean =>
  isNames(text) ||
  isVenue(text) ||
  isDate(text) ||
  (isPersonal(text) && !/^(?:An?|The)\s|\b(?:abstract|version|study|validation)$/i.test(text));

/** Where a title ends: at a bar, or at a dash or bracket before names, a place or a day; at its end if nowhere. */
function endOfTitle(text: string): number {
  for (const { 0: sign, index } of text.slice(0, breaksWithin).matchAll(breakInTitle)) {
    const behind = text.slice(index + sign.length);
    const said = sign.includes('(') ? /^[^()]{0,120}(?=\))/.exec(behind)?.[0] : behind;
    const [first = ''] = (said ?? '').split(/\.\s|\s[([|–—-]|[;:]/, 1);
    if (sign.includes('|') || isFact(trimmed(first))) return index;
  }
  return text.length;
}

/** A title where it stands in a text, and what stands after it; before it may stand the names or the year. */
interface Placed {
  readonly title: string;
  readonly after: string;
  readonly before?: string;
  readonly authors?: string | undefined;
}

type Shape = (body: string) => Placed | undefined;

const quoted: Shape = (body) => {
  const found = /["“]([^"“”]{8,300})["”](?!\s?:)/.exec(body);
  if (!found) return undefined;
  const [all, title = ''] = found;
  // `ViT: "An Image …"`: the name of what the paper is about says nothing more.
  const lead = trimmed(body.slice(0, found.index));
  const named = wordsOf(lead) < 3 && /:\s*$/.test(body.slice(0, found.index)) ? '' : lead;
  const after = body.slice(found.index + all.length);
  return { title, after, authors: isNames(named) ? named : undefined };
};

const citation: Shape = (body) => {
  const found = cited.exec(body);
  if (!found) return undefined;
  const [all, authors = '', year = '', title = ''] = found;
  return { title, after: body.slice(all.length), before: ` (${year})`, authors };
};

const listed: Shape = (body) => {
  const found = beforeNames(body);
  if (!found) return undefined;
  const { title, authors } = found;
  const after = body.slice(body.indexOf(authors, title.length) + authors.length);
  return { title, after, authors };
};

/** A sentence: its stop comes after a word of two letters or more, before a capital. */
const sentence = /^(.{12,400}?[\p{L}\d)]{2}(?<!\bvs)[.?!])\s+(?=[\p{Lu}("“])/u;

const afterNames: Shape = (body) => {
  const [all = '', authors = ''] = sentence.exec(body) ?? [];
  if (!isNames(authors.slice(0, -1))) return undefined;
  const rest = body.slice(all.length);
  const title = sentence.exec(rest)?.[1] ?? rest;
  return { title, after: rest.slice(title.length), authors };
};

/** A question may be the first half of a title, unless names, a place or a day follow. */
const upToStop: Shape = (body) => {
  const [first = '', said = ''] = sentence.exec(body) ?? [];
  const asked = /[?!]$/.test(said) ? first.length : 0;
  const next = trimmed(body.slice(asked).split(/\.\s|\s[([|–—-]/, 1)[0] ?? '');
  const from = asked > 0 && !isFact(next) ? asked : 0;
  const rest = body.slice(from);
  const length = from + (sentence.exec(rest)?.[1]?.length ?? endOfTitle(rest));
  return { title: body.slice(0, length), after: body.slice(length) };
};

/** How titles stand in plain text; the first that fits counts. */
const shapes: readonly Shape[] = [quoted, citation, listed, afterNames, upToStop];

/** The title in plain text: what stands before the first link, up to its stop. */
export function plainTitle(runs: readonly Run[]): PlainTitle | undefined {
  const first = runs.findIndex(({ link }) => link !== undefined);
  const text = textOf(runs.slice(0, first < 0 ? runs.length : first)).replaceAll(titleMark, '');
  const { tags, body } = withoutTags(withoutEnd(text.slice(0, 4000), '[('));
  for (const shape of shapes) {
    const found = shape(body);
    if (!found) continue;
    const { title, before = tags, after, authors } = found;
    const rest = `${before}${titleMark} ${after}`;
    return { title, rest, ...(authors !== undefined && { authors }) };
  }
  return undefined;
}
