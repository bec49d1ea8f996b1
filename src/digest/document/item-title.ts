/** Titles of items that are plain text: citations, `Title. Names. Place.` */
import type { Run } from './inline.ts';
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
