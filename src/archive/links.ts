import { linkKinds } from '#words/paper.ts';
import type { FoundUrl } from '../text/urls.ts';
import { hostClue, type HostClue } from './link-hosts.ts';
import type { LinkKind, PaperLink } from './archive.ts';

/** What the words around an address may call it. */
const words: readonly (readonly [LinkKind, RegExp])[] = [
  ['project', /\bweb ?(?:site|page)s?\b|\bhome ?page\b|\b(?:project|our) page\b|\bproject ?(?=:)/i],
  ['code', /\bcodes?\b|\bcodebase\b|\bimplementations?\b|\brepositor(?:y|ies)\b|\bscripts?\b/i],
  ['code', /\bsoftware\b|\blibrary\b|\btoolkit\b|\bpackage\b/i],
  ['data', /\bdata\b|\bdata ?sets?\b|\bbenchmarks?\b|\bcorpus\b|\bcorpora\b|\bannotations\b/i],
  ['model', /\bmodels?\b|\bcheckpoints?\b|\bweights\b/i],
  ['demo', /\bdemos?\b|\bdemonstrations?\b|\bvideos?\b|\b(?:audio|speech|music) samples\b/i],
  ['paper', /\bpaper\b|\bpreprint\b|\btechnical report\b|\bextended version\b/i],
];

/** A sentence that offers something, rather than mentioning it. */
const offers =
  /\b(?:available|releas\w+|found|access\w*|download\w*|hosted|open-?sourc\w+|publish\w*|shared?|provided?|see|visit|here)\b|:\s*$|\bat:?\s*\(?$/i;

/** How many characters before an address may speak of it. */
const reach = 240;

const sentenceEnd = /[.!?]["')\]”’]*\s+(?=[\p{Lu}"“(])|\n/gu;

/** The kinds that a stretch of text names. */
function named(text: string): ReadonlySet<LinkKind> {
  return new Set(words.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind));
}

/** What is said before an address: from narrow (since the last address) to wide (a sentence before). */
function wordsBefore(text: string, start: number, previousEnd: number): readonly string[] {
  const wide = text.slice(Math.max(0, start - reach), start);
  const ends = Array.from(wide.matchAll(sentenceEnd), (match) => match.index + match[0].length);
  const sentence = wide.slice(ends.at(-1) ?? 0);
  const narrow = text.slice(Math.max(previousEnd, start - sentence.length), start);
  return [narrow, sentence, wide.slice(ends.at(-2) ?? 0)];
}

/** Where any host may stand: its own page, the one thing that is named, or a page for several. */
function byWords(kinds: ReadonlySet<LinkKind>): LinkKind | undefined {
  if (kinds.has('project')) return 'project';
  const [only] = kinds;
  return kinds.size > 1 ? 'project' : only;
}

function judge(clue: HostClue | undefined, before: readonly string[]): LinkKind {
  if (clue?.sure) return clue.kind;
  // A sentence before this one speaks of the address only where nothing else does.
  const near = clue === undefined || clue.kind === 'project' ? before : before.slice(0, -1);
  const speaking = near.find((said) => offers.test(said) && named(said).size > 0);
  const kinds = named(speaking ?? '');
  switch (clue?.kind) {
    case 'code':
      // A repository is code unless it is offered as data and nothing else.
      return kinds.size === 1 && kinds.has('data') ? 'data' : 'code';
    case 'data':
      return kinds.has('code') && !kinds.has('data') ? 'code' : 'data';
    case 'model':
      return kinds.has('data') && !kinds.has('model') ? 'data' : 'model';
    default:
      return byWords(kinds) ?? clue?.kind ?? 'link';
  }
}

function parse(url: string): URL | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  return new URL(url);
}

/** The same address: without scheme, `www.`, case of the host, and slashes at the end. */
function identity({ host, pathname, search, hash }: URL): string {
  return host.replace(/^www\./, '') + pathname.replace(/(?<!\/)\/+$/, '') + search + hash;
}

/**
 * Names the links of a paper by what they lead to. Host and path decide where they can (a data set of
 * Hugging Face, a repository); else the words before the address in its sentence do.
 *
 * @param text the abstract as plain text
 * @param urls its links, with their places in `text`: see `renderAbstract`
 * @param declared links that the digest or a person gave; they come first and keep their labels
 * @returns each address once; what is no http(s) address is left out
 */
export function nameLinks(
  text: string,
  urls: readonly FoundUrl[],
  declared: readonly { readonly label: string; readonly url: string }[] = [],
): PaperLink[] {
  const links = new Map<string, PaperLink>();
  const add = (parsed: URL, link: PaperLink): void => {
    const key = identity(parsed);
    if (!links.has(key)) links.set(key, link);
  };

  for (const { label, url } of declared) {
    const parsed = parse(url);
    if (!parsed) continue;
    const kinds = named(label);
    const kind = (kinds.size === 1 ? byWords(kinds) : undefined) ?? judge(hostClue(parsed), []);
    add(parsed, { kind, label: label.trim() || linkKinds[kind], url });
  }

  let previousEnd = 0;
  for (const { url, start, end } of urls) {
    const before = wordsBefore(text, start, previousEnd);
    previousEnd = end;
    const parsed = parse(url);
    if (!parsed) continue;
    const label = text.slice(start, end);
    // `[code](https://…)`: the link's own words come before those around it.
    const own = parse(label) ? [] : [`${label}:`];
    const kind = judge(hostClue(parsed), [...own, ...before]);
    add(parsed, { kind, label: linkKinds[kind], url });
  }
  return [...links.values()];
}
