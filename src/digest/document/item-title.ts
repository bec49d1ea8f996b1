/** Titles of items that are plain text: citations, `Title. Names. Place.` */
import type { Run } from './inline.ts';
import { isPersonal, namesOf } from '../plain/names.ts';
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

/** The title in plain text: what stands before the first link, up to its stop. */
export function plainTitle(runs: readonly Run[]): PlainTitle | undefined {
  const first = runs.findIndex(({ link }) => link !== undefined);
  const before = runs.slice(0, first < 0 ? runs.length : first);
  const text = before.map((run) => run.text.replaceAll(titleMark, '')).join('');
  const whole = withoutEnd(text.slice(0, 4000), '[(');
  const { tags, body } = withoutTags(whole);
  const quoted = /["“]([^"“”]{8,300})["”]/.exec(body);
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
  const sentence = /^(.{12,400}?[\p{L}\d)]{2}[.?!])\s+(?=[\p{Lu}("“])/u;
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
  const title = named?.[1] ?? /^.{12,300}?(?=\s[–—-]\s|\s\||\s\()/u.exec(body)?.[0] ?? body;
  return { title, rest: `${tags}${titleMark} ${body.slice(title.length)}` };
}
