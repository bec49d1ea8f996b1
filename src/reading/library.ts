/** What is kept, as a reader sees it: papers with their marks, lists, rules. */
import { timeOf } from './clock.ts';
import { parseName, type RuleKind } from './names.ts';
import { noteText, type Versions } from './notes.ts';
import { inOrder } from './order.ts';
import type { Register } from './register.ts';
import { lookedIn, type Looked } from './searches.ts';

/** What is known of a paper whose page is not at hand. */
export interface Facts {
  readonly title: string;
  /** Its authors, as lists show them; empty if they are not known. */
  readonly by: string;
  /** ISO 8601, or a part of it; empty if it is not known. */
  readonly date: string;
}

export interface KeptPaper extends Facts {
  readonly id: string;
  /** Its place in the reading list; undefined if it is not in it. */
  readonly star: number | undefined;
  /** When it was put there or moved last, in milliseconds since 1970; 0 if it is not there. */
  readonly saved: number;
  /** When it was read, in milliseconds since 1970. */
  readonly read: number | undefined;
  readonly note: string;
  readonly versions: Versions;
  readonly tags: readonly string[];
  /** Its place in each of the reader's lists that it is in. */
  readonly places: ReadonlyMap<string, number>;
}

export interface Rule {
  readonly kind: RuleKind;
  readonly text: string;
  readonly does: 'mute' | 'lit';
}

export interface Library {
  readonly papers: ReadonlyMap<string, KeptPaper>;
  /** Names of the reader's lists, in alphabetical order; the reading list itself has none. */
  readonly lists: readonly string[];
  readonly rules: readonly Rule[];
  readonly searches: readonly { readonly address: string; readonly looked: Looked }[];
}

/** A title where none was seen: the words of the address. */
export const titleFor = (id: string): string => {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const factsIn = (id: string, value: unknown): Facts => {
  const [title = '', by = '', date = ''] = Array.isArray(value) ? value.map(String) : [];
  return { title: title || titleFor(id), by, date };
};

const alphabetical = (texts: Iterable<string>): string[] =>
  [...texts].toSorted((a, b) => a.localeCompare(b, 'en'));

/** A rule as a name and a value say it. */
export function ruleIn(kind: string, text: string, value: unknown): Rule[] {
  if (kind !== 'word' && kind !== 'author') return [];
  return value === 'mute' || value === 'lit' ? [{ kind, text, does: value }] : [];
}

/** Reads everything that is kept. */
export function libraryOf(all: Iterable<readonly [name: string, register: Register]>): Library {
  const drafts = new Map<string, Map<string, Map<string, Register>>>();
  const lists = new Set<string>();
  const rules: Rule[] = [];
  const searches: Library['searches'][number][] = [];
  for (const [name, register] of all) {
    const { paper, kind, rest } = parseName(name);
    if (paper === '') {
      if (kind === 'list' && register.value !== null) lists.add(rest);
      rules.push(...ruleIn(kind, rest, register.value));
      const looked = kind === 'search' ? lookedIn(register.value) : undefined;
      if (looked !== undefined) searches.push({ address: rest, looked });
      continue;
    }
    const draft = drafts.get(paper) ?? new Map<string, Map<string, Register>>();
    drafts.set(paper, draft);
    const those = draft.get(kind) ?? new Map<string, Register>();
    draft.set(kind, those.set(rest, register));
  }
  const papers = new Map<string, KeptPaper>();
  for (const [id, draft] of drafts) {
    const value = (kind: string): unknown => draft.get(kind)?.get('')?.value;
    const number = (kind: string): number | undefined => {
      const found = value(kind);
      return typeof found === 'number' ? found : undefined;
    };
    const versions = draft.get('note') ?? new Map<string, Register>();
    const places = new Map<string, number>();
    for (const [list, { value: place }] of draft.get('in') ?? []) {
      if (typeof place === 'number') places.set(list, place);
    }
    const star = number('star');
    if (star !== undefined) for (const list of places.keys()) lists.add(list);
    papers.set(id, {
      id,
      ...factsIn(id, value('facts')),
      star,
      saved: star === undefined ? 0 : timeOf(draft.get('star')?.get('')?.stamp ?? ''),
      read: number('read'),
      note: noteText(versions),
      versions,
      tags: alphabetical(
        [...(draft.get('tag') ?? [])].flatMap(([tag, it]) => (it.value === null ? [] : [tag])),
      ),
      places,
    });
  }
  return {
    papers,
    lists: alphabetical(lists),
    searches: searches.toSorted((a, b) => (a.address < b.address ? -1 : 1)),
    rules: rules.toSorted((a, b) => a.text.localeCompare(b.text, 'en')),
  };
}

/** Papers of the reading list, or of one of the reader's lists, in its order. */
export function papersOf({ papers }: Library, list?: string): KeptPaper[] {
  const placed = [...papers.values()].flatMap((paper) => {
    const place = list === undefined ? paper.star : paper.places.get(list);
    return paper.star === undefined || place === undefined ? [] : [{ id: paper.id, place, paper }];
  });
  return inOrder(placed).map(({ paper }) => paper);
}

/** Every tag in use, with the number of its papers in the reading list. */
export function tagsOf({ papers }: Library): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { star, tags } of papers.values()) {
    if (star !== undefined) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return new Map(alphabetical(counts.keys()).map((tag) => [tag, counts.get(tag) ?? 0]));
}
