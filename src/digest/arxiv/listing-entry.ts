import { normalise } from '../../text/normalise.ts';
import { findUrls } from '../../text/urls.ts';
import { arxivId, normaliseDoi } from '../identity.ts';
import type { CapturedLink, CapturedPaper, PaperFacts } from '../model.ts';
import { undecorated } from '../plain/decoration.ts';
import { joinLines } from '../plain/join.ts';
import { featuresOf, proseScore } from '../plain/prose.ts';
import { authorNames } from './authors.ts';
import { categoryCodes } from './categories.ts';
import { authorsComment } from './comment.ts';
import { commentLinks } from './comment-links.ts';
import type { Role } from './listing-lines.ts';
import { findDay, isoDay } from './mail-date.ts';
import { idIn } from './mail-entry.ts';
import { joinWrapped } from './paragraphs.ts';

const first = /v1 submitted ([^;]{1,40})|submitted on ([^(;]{1,40}?) ?\(v1\)/i;

const revised = /last revised ([^;()]{1,40})|submitted (?:on )?([^;()]{1,40}); v1 submitted/i;

/** `Machine Learning (cs.LG)` */
const subject = /\([a-z-]+(?:\.[A-Za-z-]+)?\)/;

/** A paragraph is longer, in UTF-16 code units. */
const shortParagraph = 60;

/**
 * Whether a line is the prose of an abstract, or its first line, and no further line of a list of
 * authors. Log-odds from 1 on, for affiliations score about 0.
 */
export const isParagraph = (text: string): boolean =>
  text.length > shortParagraph && /^[^\p{Ll}]/u.test(text) && proseScore(featuresOf(text)) > 1;

/** A paper of a labelled listing while its lines are being read. Lines count from 0. */
export class ListingEntry {
  readonly first: number;
  last: number;
  id: string | undefined;
  /** The field that an unlabelled line may continue. */
  current: Role | undefined;
  readonly #fields = new Map<Role, string[]>();
  readonly #links: CapturedLink[] = [];
  readonly #hyphens: boolean;

  constructor(start: number, hyphens: boolean) {
    this.first = start;
    this.last = start;
    this.#hyphens = hyphens;
  }

  has(role: Role): boolean {
    return (this.#fields.get(role) ?? []).some((line) => line !== '');
  }

  open(role: Role, name: string, value: string): void {
    this.current = role;
    this.add(role, value);
    if (role === 'link') this.#addLink(name, value);
  }

  add(role: Role, value: string): void {
    const lines = this.#fields.get(role);
    if (lines === undefined) this.#fields.set(role, [value]);
    else lines.push(value);
  }

  #addLink(name: string, value: string): void {
    this.id ??= idIn(value) ?? arxivId(value);
    for (const { url } of findUrls(value)) {
      if (arxivId(url) !== undefined || normaliseDoi(url) !== undefined) continue;
      const label = /^(?:links?|urls?|paper|source|id|abs|cite as)\b/i.test(name) ? 'Link' : name;
      this.#links.push({ label, url });
    }
  }

  #field(role: Role): string {
    const lines = (this.#fields.get(role) ?? []).filter((line) => line !== '');
    return joinLines(lines, this.#hyphens).replaceAll(/\s{2,}/g, ' ');
  }

  /**
   * What an unlabelled line is: more of the open field, the authors after a title, or the abstract.
   *
   * @param blankBefore a blank line stands before it
   * @param authorsLabelled authors have a label in this listing; else they stand after the title
   * @returns undefined if the paper has everything that it can be
   */
  continuation(text: string, blankBefore: boolean, authorsLabelled: boolean): Role | undefined {
    const { current } = this;
    const opened = current !== undefined && !this.has(current);
    if (!this.has('title') && !opened) return 'title';
    const abstract = this.has('abstract') ? undefined : 'abstract';
    switch (current) {
      case 'title':
        if (opened) return 'title';
        if (!authorsLabelled && !this.has('authors')) return 'authors';
        return blankBefore ? abstract : 'title';
      case 'abstract':
        return 'abstract';
      case 'authors':
        if (!opened && !blankBefore && isParagraph(text)) return abstract;
        return opened || !blankBefore ? current : abstract;
      case 'comments':
      case 'venue':
        return opened || !blankBefore ? current : abstract;
      case 'subjects':
        return opened || (!blankBefore && subject.test(text.slice(0, 200))) ? 'subjects' : abstract;
      default:
        return abstract;
    }
  }

  /** The paper; undefined if the entry has no title. */
  paper(): CapturedPaper | undefined {
    const title = undecorated(this.#field('title'));
    if (title === '') return undefined;
    const abstract = joinWrapped(this.#fields.get('abstract') ?? [], this.#hyphens)
      .replace(/(?<!\s)\s*△ Less$/, '')
      .replace(/^(?:.{0,2000}?…\s*)?▽ More\s+/s, '');
    return {
      title,
      ...(abstract === '' ? {} : { abstract }),
      notation: 'tex',
      lines: [this.first + 1, this.last + 1],
      facts: this.#facts(),
    };
  }

  #facts(): PaperFacts {
    const authors = authorNames(this.#field('authors'));
    const categories = categoryCodes(this.#field('subjects'));
    const doi = this.#field('doi')
      .split(/[\s,;]+/)
      .map(normaliseDoi)
      .find((found) => found);
    const venue = normalise(this.#field('venue'));
    const comment = authorsComment(this.#field('comments'));
    const links = [...this.#links, ...commentLinks(comment ?? '')];
    const stated = this.#field('published');
    const original = first.exec(stated);
    // Without a word of versions a submission's day is the first one's.
    const day = findDay(original?.[1] ?? original?.[2] ?? stated);
    const newest = revised.exec(stated);
    const updated = findDay(newest?.[1] ?? newest?.[2] ?? '');
    return {
      ...(this.id === undefined ? {} : { arxiv: this.id }),
      ...(doi === undefined ? {} : { doi }),
      ...(authors.length > 0 ? { authors } : {}),
      ...(day === undefined ? {} : { published: isoDay(day) }),
      ...(updated === undefined ? {} : { updated: isoDay(updated) }),
      ...(venue === '' ? {} : { venue }),
      ...(categories.length > 0 ? { categories } : {}),
      ...(comment === undefined ? {} : { comment }),
      ...(links.length > 0 ? { links } : {}),
    };
  }
}
