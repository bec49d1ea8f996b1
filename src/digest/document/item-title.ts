/** Titles of items that are plain text: citations, `Title. Names. Place.` */
import type { Run } from './inline.ts';
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

/** The title in plain text: what stands before the first link, up to its stop. */
export function plainTitle(runs: readonly Run[]): PlainTitle | undefined {
  const first = runs.findIndex(({ link }) => link !== undefined);
  const before = runs.slice(0, first < 0 ? runs.length : first);
  const text = before.map((run) => run.text.replaceAll(titleMark, '')).join('');
  const whole = withoutEnd(text.slice(0, 4000), '[(');
  const { tags, body } = withoutTags(whole);
  const quoted = /["“]([^"“”]{8,300})["”](?!\s?:)/.exec(body);
  if (quoted) {
    // `ViT: "An Image …"`: the name of what the paper is about says nothing more.
    const lead = trimmed(body.slice(0, quoted.index));
    const named = wordsOf(lead) < 3 && /:\s*$/.test(body.slice(0, quoted.index)) ? '' : lead;
    const after = body.slice(quoted.index + quoted[0].length);
    return {
      title: quoted[1] ?? '',
      rest: `${tags}${titleMark}${after}`,
      ...(isNames(named) ? { authors: named } : {}),
    };
  }
  const citation = cited.exec(body);
  if (citation) {
    const [all, authors = '', year = '', title = ''] = citation;
    return { title, rest: ` (${year})${titleMark} ${body.slice(all.length)}`, authors };
  }
  const listed = beforeNames(body);
  if (listed) {
    const { title, authors } = listed;
    const after = body.slice(body.indexOf(authors, title.length) + authors.length);
    return { title, rest: `${tags}${titleMark} ${after}`, authors };
  }
  // A stop parts the title from names: one after a word of two letters or more, before a capital.
  const sentence = /^(.{12,400}?[\p{L}\d)]{2}(?<!\bvs)[.?!])\s+(?=[\p{Lu}("“])/u;
  const named = sentence.exec(body);
  if (named && isNames((named[1] ?? '').slice(0, -1))) {
    const rest = body.slice(named[0].length);
    const title = sentence.exec(rest)?.[1] ?? rest;
    return {
      title,
      rest: `${tags}${titleMark} ${rest.slice(title.length)}`,
      authors: named[1] ?? '',
    };
  }
  // A question may be the first half of a title, unless names, a place or a day follow.
  const asked = named !== null && /[?!]$/.test(named[1] ?? '') ? named[0].length : 0;
  const next = trimmed(body.slice(asked).split(/\.\s|\s[([|–—-]/, 1)[0] ?? '');
  const from = asked > 0 && !isFact(next) ? asked : 0;
  const stop = from > 0 ? sentence.exec(body.slice(from)) : named;
  const length = stop?.[1]?.length ?? endOfTitle(body.slice(from));
  const title = body.slice(0, from + length);
  return { title, rest: `${tags}${titleMark} ${body.slice(title.length)}` };
}
