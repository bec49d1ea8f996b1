/**
 * The title in a reference, whatever its style. The digests' own reader (`digest/references`) takes lists apart and
 * must not take prose for a paper; here a reader has pasted one, and the title is all that is wanted.
 */
import { identifiersIn } from '../../digest/identifiers.ts';
import { particle } from '../../digest/names/particle.ts';

/** A hyphen at the end of a line, as it is left when the line break has become a blank. */
const lineBreakHyphen = /(?<=\p{L})- (?=\p{Ll})/gu;

const year = /(?<![\d./:-])(?:19|20)\d{2}[a-z]?(?![\d/-]|\.\d)/;

/** What says that something has appeared somewhere. */
const appeared =
  /\bIn:?\s(?:\p{Lu}|\d{4}|the \d)|\bProc(?:eedings|\.)|\barXiv\b|\bCoRR\b|\bpreprint\b|\bpp?\.\s?\d|\bpages\s\d|\bvol\.\s?\d|\bJournal of\b|\bTransactions on\b|\bTrans\.|\d\s?\(\d{1,3}\)|\bTech(?:nical|\.) [Rr]ep|\b(?:Ph\.?D\.?|Master['’]s) thesis|\bthesis\b/u;

const initial = String.raw`\p{Lu}\p{Ll}?\.?(?:[ -]?\p{Lu}\.?){0,4}`;
const nameWord = String.raw`(?:d['’]|[Oo]['’]|Mc|Mac)?\p{Lu}[\p{L}\p{M}'’.-]{0,30}`;
const token = String.raw`(?:${initial}|${nameWord}|${particle}|[vd]\.|[Jj]r\.?|I{2,3})`;
/** A name, or a part of one that stands between commas. */
const name = new RegExp(`^(?:and |& |und |et )?${token}(?: ${token}){0,5}$`, 'u');
const others =
  /^(?:and |& )?(?:et\.? al\.?|others|…|\. ?\. ?\.|(?:the )?[\p{Lu}\d][\p{L}\d -]{2,60} (?:Consortium|Collaboration|Team|Group))$/u;

/** Longer than a name, in UTF-16 code units. */
const longestName = 80;

const areNames = (text: string): boolean => {
  const parts = text
    .replace(/,?\s(?:et\.? al\.?|and others)$/, '')
    .split(/[,;]\s*(?:and |& )?|\s(?:and|&|und)\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return (
    parts.length > 0 &&
    parts.every((part) => part.length < longestName && (name.test(part) || others.test(part)))
  );
};

/** Whether text before a full stop ends with an initial, whose stop it is. */
const endsWithInitial = (before: string): boolean =>
  /(?:^|[\s.,-])(?:\p{Lu}|Mr|Mrs|Dr|St|Wm|Chr|Th)$/u.test(before);

/** `Vyas N, Morwani DE`: initials without stops, so that the first stop ends the authors. */
const bareInitials =
  /^(?:[\p{L}\p{M}'’-]+ ){1,4}\p{Lu}{1,5}(?:, (?:[\p{L}\p{M}'’-]+ ){1,4}\p{Lu}{1,5})*$/u;

const joining = new RegExp(`^(?:and|${particle})$`);

/** Words go on in small letters, as in a title and in no list of names. */
function goesOn(after: string): boolean {
  const head = after.split(/[.?!:,;]/, 1)[0] ?? '';
  const small = head.match(/(?<=\s)\p{Ll}[\p{L}-]*/gu) ?? [];
  return small.some((word) => !joining.test(word));
}

/** Whether a full stop ends the authors, and is not an initial's. */
const ends = (before: string, after: string): boolean =>
  /\bet\.? al$/.test(before) ||
  !endsWithInitial(before) ||
  (bareInitials.test(before) &&
    (before.includes(',') || !areNames(after.split(/[.(]/, 1)[0] ?? ''))) ||
  (goesOn(after) && /[,;]|\bet al/.test(before));

/** The year that parts authors and title, with its brackets and stops. */
const dated =
  /^[\s.,:]*(?:\((?:19|20)\d{2}[a-z]?(?:,[^()]{1,30})?\)|(?:19|20)\d{2}[a-z]?(?=[.;]))[.,:;]?\s+/;

/** Where the title begins: behind the authors and their year; nothing if no authors stand first. */
function behindAuthors(text: string): number | undefined {
  const stops = /[.:,;]? (?=["“«„‘'(]|\p{Lu}|\p{Ll}|\d)/gu;
  for (let stop = stops.exec(text); stop && stop.index < 3000; stop = stops.exec(text)) {
    const before = text.slice(0, stop.index);
    const after = text.slice(stop.index + stop[0].length);
    const sign = stop[0].charAt(0);
    const parts = dated.exec(text.slice(stop.index));
    const names = before.replace(/\.$/, '');
    // The year between authors and title tells so much that one name of them is enough.
    if (parts !== null && areNames(names.split(/,|\sand\s|\s&\s/, 1)[0] ?? ''))
      return stop.index + parts[0].length;
    if (!/[.:,;]/.test(sign) || !areNames(names)) continue;
    const end = stop.index + stop[0].length;
    if (/^["“«„]/.test(after)) return end;
    if (sign === ':' ? before.endsWith('.') : sign === '.' && ends(before, after)) return end;
  }
  return undefined;
}

const closing: Readonly<Record<string, RegExp>> = {
  '“': /[.,?!]?”(?![\p{L}\p{N};:])/gu,
  '"': /[.,?!]?"(?![\p{L}\p{N};:])/gu,
  '«': /[.,?!]?»(?![\p{L}\p{N};:])/gu,
  '„': /[.,?!]?“(?![\p{L}\p{N};:])/gu,
};

/** A title in quotes at the beginning of a text. */
function quoted(text: string): string | undefined {
  for (const { index, 0: end } of text.matchAll(closing[text.charAt(0)] ?? /$^/g)) {
    if (index > 1) return text.slice(1, index) + (/^[?!]/.test(end) ? end.charAt(0) : '');
  }
  return undefined;
}

/** Words before whose full stop a sentence goes on, and single letters. */
const abbreviated = /(?:^|[\s(])(?:vs|cf|al|St|Dr|Mr|Mrs|No|vol|e\.g|i\.e|U\.S|\p{Lu})$/u;
/** How what follows a title begins. */
const place = /^\s*(?:In:?\s|arXiv|CoRR|https?:|doi|Proc|\p{Lu}|\d{4}|\[|\(|$)/u;

/** A title to its full stop; to its question mark if a place follows. */
function sentence(text: string): string {
  for (const { index, 0: sign } of text.matchAll(/[.?!](?=\s|$)/g)) {
    const title = text.slice(0, index);
    if (sign === '.' && abbreviated.test(title.slice(-8))) continue;
    if (sign === '.' ? !place.test(text.slice(index + 1)) : !appearsNext(text.slice(index + 1)))
      continue;
    return sign === '.' ? title : title + sign;
  }
  return text.replace(/,?\s(?:In:?\s\p{Lu}|arXiv\b|(?:19|20)\d{2}\b).*$/u, '');
}

const appearsNext = (rest: string): boolean =>
  /^\s*(?:In:?\s|arXiv|CoRR|https?:|doi|Proc|$)/.test(rest) ||
  /^[^.?!]{2,80}(?:\.?,? ?\d|$)/.test(rest);

/** Titles begin with a capital, a digit or a sign; some names have theirs inside: `iBOT`. */
const isTitle = (text: string): boolean =>
  text.length < 500 && /\p{L}{2}/u.test(text) && !/^(?:\p{Ll}+(?![\p{L}-])|[,;])/u.test(text);

/** The same stretch of the text as it was, its line-break hyphens included. */
function asItWas(original: string, stretch: string): string {
  const at = original.replaceAll(lineBreakHyphen, '').indexOf(stretch);
  let joined = 0;
  let start = 0;
  for (let index = 0; index <= original.length; index += 1) {
    if (joined === at && original.startsWith(stretch.charAt(0), index)) start ||= index;
    if (joined === at + stretch.length) return original.slice(start, index);
    if (
      original.startsWith('- ', index) &&
      /^\p{L}- \p{Ll}/u.test(original.slice(index - 1, index + 3))
    )
      index += 1;
    else joined += 1;
  }
  return original.slice(start);
}

/** A title that may go on behind its question mark, to the full stop: `Care? A survey of tea`. */
function longer(title: string, rest: string): string[] {
  const more = sentence(rest);
  const goes = /[?!]$/.test(title) && /^ \p{L}/u.test(rest) && !appeared.test(more);
  return goes ? [title + more] : [];
}

/**
 * The title of a reference.
 *
 * @param text one reference on one line, without its number
 * @returns what may be its title, likeliest first; empty if it is no reference
 */
export function referenceTitles(text: string): string[] {
  const joined = text.replaceAll(lineBreakHyphen, '');
  const begins = behindAuthors(joined);
  if (begins === undefined) {
    const opening = joined.search(/(?<=[,.)]\s)["“]/);
    const isPlaced = opening > 0 && appeared.test(joined) && year.test(joined);
    const title = isPlaced ? quoted(joined.slice(opening)) : undefined;
    return title === undefined ? [] : [asItWas(text, title)];
  }
  const rest = joined.slice(begins);
  const inQuotes = quoted(rest);
  const title = inQuotes ?? sentence(rest);
  const more = rest.slice(title.length);
  const told =
    appeared.test(more) ||
    identifiersIn(more).length > 0 ||
    year.test(more) ||
    year.test(joined.slice(0, begins));
  if (!told || !(inQuotes === undefined ? isTitle(title) : /\p{L}{2}/u.test(title))) return [];
  const all = inQuotes === undefined ? [title, ...longer(title, more)] : [title];
  return all.map((one) => asItWas(text, one.trim()));
}
