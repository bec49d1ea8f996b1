import { normalise } from '../../text/normalise.ts';
import { findUrls } from '../../text/urls.ts';
import { isoDay, type FullDay } from '../date.ts';
import { findDay, fitsArxivId } from '../days.ts';
import type { DialectField } from '../dialect.ts';
import { known } from '../known.ts';
import { arxivId, normaliseDoi } from '../identity.ts';
import type { CapturedLink, CapturedPaper, PaperFacts } from '../model.ts';
import { undecorated } from '../plain/decoration.ts';
import { joinLines } from '../plain/join.ts';
import { authorNames } from '../names/list.ts';
import { ownField } from '../records/roles.ts';
import { authorsComment, categoryCodes, commentLinks } from './fields.ts';
import { joinWrapped } from './paragraphs.ts';

/**
 * What a field of a paper is about. A `date` is the first version's, unless the entry announces a
 * `revision`, with its day.
 */
const roles = [
  'title',
  'authors',
  'abstract',
  'categories',
  'comment',
  'venue',
  'doi',
  'link',
  'published',
  'date',
  'updated',
  'revision',
  'other',
] as const;
export type Role = (typeof roles)[number];

/** The labels of a grammar, as parts of an expression, by what they are about. */
export type Labels = Readonly<Partial<Record<Role, string>>>;

/** An expression for any of the labels, each in a group named by its role. */
export const anyOf = (labels: Labels): string =>
  Object.entries(labels)
    .map(([role, names]) => `(?<${role}>${names})`)
    .join('|');

/** The role of the label that an expression of `anyOf` found. */
export const roleIn = ({ groups }: RegExpExecArray): Role | undefined =>
  roles.find((role) => groups?.[role] !== undefined);

/** The role of a field that a dialect has another name for. */
function roleOfField(field: DialectField): Role {
  if (field === 'arxiv') return 'link';
  return field === 'upvotes' ? 'other' : field;
}

/** What a label is about that only the owner's dialect knows. */
export function ownRole(label: string): Role | undefined {
  const field = ownField(label);
  return field && roleOfField(field);
}

const firstVersion = /v1 submitted ([^;]{1,40})|submitted on ([^(;]{1,40}?) ?\(v1\)/i;
const newestVersion = /last revised ([^;()]{1,40})|submitted (?:on )?([^;()]{1,40}); v1 submitted/i;

/** The arXiv id among the first words of a text. */
export const idIn = (text: string): string | undefined =>
  text
    .split(/[\s()<>,]+/, 12)
    .map(arxivId)
    .find((id) => id !== undefined);

/** A paper whose fields carry labels, while its lines are being read. Lines count from 0. */
export class LabelledEntry {
  readonly first: number;
  last: number;
  id: string | undefined;
  /** The field that a line without a label may continue. */
  current: Role | undefined;
  /** The lines of each field, by what they are about. */
  readonly #fields = new Map<Role, string[][]>();
  /** Roles of which a line says something: asked for every line, so no lines are gone through. */
  readonly #said = new Set<Role>();
  readonly #links: CapturedLink[] = [];
  readonly #hyphens: boolean;

  /** @param hyphens whether the copy was wrapped after hyphens */
  constructor(start: number, hyphens: boolean) {
    this.first = start;
    this.last = start;
    this.#hyphens = hyphens;
  }

  get empty(): boolean {
    return this.id === undefined && this.#fields.size === 0;
  }

  has(role: Role): boolean {
    return this.#said.has(role);
  }

  /** @param label what the source calls the field */
  open(role: Role, value: string, label: string): void {
    this.current = role;
    this.#of(role).push([]);
    this.add(role, value);
    if (role === 'link') this.#addLink(label, value);
  }

  /** Adds a line to a field, which stays closed if it was. */
  add(role: Role, line: string): void {
    const fields = this.#of(role);
    if (fields.length === 0) fields.push([]);
    fields.at(-1)?.push(line);
    if (line !== '') this.#said.add(role);
  }

  #of(role: Role): string[][] {
    const fields = this.#fields.get(role) ?? [];
    if (fields.length === 0) this.#fields.set(role, fields);
    return fields;
  }

  #addLink(label: string, value: string): void {
    this.id ??= idIn(value);
    for (const { url } of findUrls(value)) {
      if (arxivId(url) !== undefined || normaliseDoi(url) !== undefined) continue;
      const isPaper = /^(?:links?|urls?|paper|source|id|abs|cite as)\b/i.test(label);
      this.#links.push({ label: isPaper ? 'Link' : label, url });
    }
  }

  #text(role: Role): string {
    const lines = this.#of(role).flat();
    return this.#joined(lines.filter((line) => line !== ''));
  }

  #joined(lines: readonly string[]): string {
    return joinLines(lines, this.#hyphens).replaceAll(/\s{2,}/g, ' ');
  }

  /** The paper; undefined if the entry has no title. */
  paper(): CapturedPaper | undefined {
    const title = undecorated(this.#text('title'));
    if (title === '') return undefined;
    const abstract = joinWrapped(this.#of('abstract').flat(), this.#hyphens)
      .replace(/(?<!\s)\s*△ Less$/, '')
      .replace(/^(?:.{0,2000}?…\s*)?▽ More\s+/s, '');
    return {
      title,
      ...(abstract !== '' && { abstract }),
      notation: 'tex',
      lines: [this.first + 1, this.last + 1],
      facts: this.#facts(),
    };
  }

  #facts(): PaperFacts {
    const [doi] = this.#text('doi')
      .split(/[\s,;]+/)
      .flatMap((word) => normaliseDoi(word) ?? []);
    const comment = authorsComment(this.#text('comment'));
    const published = this.#published();
    return known({
      arxiv: this.id,
      doi,
      authors: authorNames(this.#text('authors')),
      published: published && isoDay(published),
      updated: this.#updated(),
      venue: normalise(this.#text('venue')),
      categories: categoryCodes(this.#text('categories')),
      comment,
      links: [...this.#links, ...commentLinks(comment ?? '')],
    });
  }

  #published(): FullDay | undefined {
    const stated = this.#text('published');
    const original = firstVersion.exec(stated);
    // Without a word of versions a submission's day is the first one's.
    if (stated !== '') return findDay(original?.[1] ?? original?.[2] ?? stated);
    const day = this.has('revision') ? undefined : findDay(this.#text('date'));
    return day && (this.id === undefined || fitsArxivId(this.id, day)) ? day : undefined;
  }

  /** Day of the newest version, ISO 8601. */
  #updated(): string | undefined {
    const newest = newestVersion.exec(this.#text('published'));
    return [...this.#of('updated'), ...this.#of('revision')]
      .map((lines) => this.#joined(lines))
      .concat(newest?.[1] ?? newest?.[2] ?? '')
      .flatMap((text) => findDay(text) ?? [])
      .map(isoDay)
      .toSorted()
      .at(-1);
  }
}
