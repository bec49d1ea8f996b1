/** Facts about a paper, gathered from the places of an entry that state them. */
import { authorNames } from '../names/list.ts';
import { firstNameFirst } from '../names/name.ts';
import { authorsComment, categoryCodes } from '../arxiv/fields.ts';
import { known } from '../known.ts';
import { arxivId, normaliseDoi } from '../identity.ts';
import { firstWord } from '../lines.ts';
import type { PaperFacts } from '../model.ts';
import { addressesOf } from './address.ts';
import { readPartialDate } from '../date.ts';
import { dayIn, publishedOn } from '../days.ts';
import type { InlineLink } from './inline.ts';
import type { LabelRole } from './labels.ts';

/** `Ek, Jonas and Vogt, Anna`, as bibliographies write. */
const lastFirst =
  /^\p{Lu}[^\s,;]{1,30},\s\p{Lu}[^\s,;]{0,30}(?:\sand\s\p{Lu}[^\s,;]{1,30},\s\p{Lu}[^\s,;]{0,30}){0,99}$/u;

/** Names in a list, without those of users of a site (`user0042`); none where the list says that it leaves some out. */
export const namesIn = (text: string): string[] =>
  /\bet\.? ?al\b|^\d+ authors?$|…|\.\.\.|等|未/i.test(text.slice(0, 20_000))
    ? []
    : authorNames(
        lastFirst.test(text.slice(0, 4000))
          ? text.split(' and ').map(firstNameFirst).join('; ')
          : text.slice(0, 20_000).replaceAll(/\[\[|\]\]/g, ''),
      ).filter((name) => /\s|^[^\d_]+$/.test(name));

/** Year, month or day of a paper, ISO 8601. */
export function publishedIn(text: string, arxiv: string | undefined): string | undefined {
  const short = (
    text.slice(0, 400).split(/,\s?(?:last )?(?:modified|revised|updated)/i)[0] ?? ''
  ).trim();
  const partial = readPartialDate(short.replace(/^[([]|[)\]]$/g, ''));
  if (partial !== undefined) return partial;
  const day = dayIn(short);
  return day && publishedOn(day, arxiv);
}

/** Gathers facts in the order of the capture; the first that is said of anything counts. */
export class Gathering {
  readonly #links: InlineLink[] = [];
  readonly #said = new Map<LabelRole, string>();
  #authors: string[] | undefined;
  #venue: string | undefined;

  link(links: readonly InlineLink[]): void {
    this.#links.push(...links);
  }

  authors(names: string[]): void {
    if (names.length > 0) this.#authors ??= names;
  }

  venue(text: string): void {
    const venue = text.replace(/^(?:in|at)\s/i, '').trim();
    if (venue !== '' && venue.length < 120) this.#venue ??= venue;
  }

  /** What a label announced. */
  say(role: LabelRole, value: string): void {
    if (value === '') return;
    if (role === 'authors') this.authors(namesIn(value));
    else if (role === 'venue') this.venue(value);
    else if (!this.#said.has(role)) this.#said.set(role, value);
  }

  /** The title that a paper has beside a translated one. */
  title(given: string): string {
    return this.#said.get('original') ?? given;
  }

  facts(): PaperFacts {
    const { arxiv: linked, doi: resolved, links } = addressesOf(this.#links);
    const arxiv = linked ?? arxivId(firstWord(this.#said.get('arxiv') ?? ''));
    const doi = resolved ?? normaliseDoi(firstWord(this.#said.get('doi') ?? ''));
    const published = publishedIn(this.#said.get('date') ?? '', arxiv);
    const categories = categoryCodes((this.#said.get('categories') ?? '').slice(0, 500));
    const comment = authorsComment(this.#said.get('comment') ?? '');
    const votes = /^\D{0,4}(\d[\d,]{0,9})\b/.exec(this.#said.get('upvotes') ?? '')?.[1];
    return known({
      arxiv,
      doi,
      authors: this.#authors,
      published,
      venue: this.#venue,
      categories,
      comment,
      links,
      upvotes: votes === undefined ? undefined : Number(votes.replaceAll(',', '')),
    });
  }
}
