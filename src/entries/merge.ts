import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CapturedPaper, PaperFacts } from '../digest/model.ts';
import { lacksTitle } from '../digest/provisional.ts';
import { toMarkdown } from '../text/markdown.ts';
import { normalise, normaliseEmphasis } from '../text/normalise.ts';
import { foldedWords } from '../text/words.ts';
import { admissible, type LeftOut } from './admissible.ts';
import { untitled, type Entry, type Frontmatter, type Listing } from './model.ts';
import { likeness } from './near.ts';

/** A paper as one digest of the archive lists it. */
export interface Capturing {
  readonly digest: string;
  readonly paper: CapturedPaper;
}

/** All listings of one paper, first digest first. */
export type Capturings = readonly [Capturing, ...Capturing[]];

export const listingOf = ({ digest, paper: { lines, record } }: Capturing): Listing => ({
  digest,
  lines: [lines[0], lines[1]],
  ...(record !== undefined && { record }),
});

/** A character that anybody can see. */
const visible = /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** The title of a paper as its entry has it; one in which nothing is visible is none. */
export function titleOf({ title }: Pick<CapturedPaper, 'title'>): string {
  const plain = normalise(title).replaceAll(/\s+/g, ' ');
  return visible.test(plain) ? plain : untitled;
}

/** Facts that only one value can be true of, in words for messages. */
const single = {
  arxiv: 'arXiv id',
  doi: 'DOI',
  published: 'date',
  venue: 'venue',
} as const satisfies Partial<Record<keyof PaperFacts, string>>;

/** How much a source says about a paper: its abstract counts double, TeX that is still there counts too. */
function richness({ paper: { abstract, notation, facts } }: Capturing): number {
  const stated = [
    facts.arxiv,
    facts.doi,
    facts.published,
    facts.venue,
    facts.authors,
    facts.categories,
  ];
  return (
    (abstract === undefined ? 0 : 2) +
    (notation === 'tex' ? 1 : 0) +
    stated.filter((fact) => fact !== undefined).length
  );
}

/** Richest source first; of equally rich ones the earlier digest. */
const byRichness = (capturings: Capturings): readonly Capturing[] =>
  capturings.toSorted((a, b) => richness(b) - richness(a));

/** The first stated value of each fact; of two dates that agree the more exact one. */
function mergeFacts(sources: readonly Capturing[]): PaperFacts {
  let facts: PaperFacts = {};
  for (const { paper } of sources) {
    const given = Object.entries(paper.facts).filter(([, value]) => value !== undefined);
    facts = { ...Object.fromEntries(given), ...facts };
  }
  const dates = sources.flatMap(({ paper }) => paper.facts.published ?? []);
  const exact = dates.find(
    (date) => date !== facts.published && date.startsWith(facts.published ?? date),
  );
  const updated = sources
    .flatMap(({ paper }) => paper.facts.updated ?? [])
    .toSorted()
    .at(-1);
  const links = new Map(
    sources
      .flatMap(({ paper }) => paper.facts.links ?? [])
      .map((link) => [link.url, link] as const),
  );
  return {
    ...facts,
    ...(exact !== undefined && { published: exact }),
    ...(updated !== undefined && { updated }),
    ...(links.size > 0 && { links: [...links.values()] }),
  };
}

/**
 * What the loader would write for a paper today: title, abstract and each fact from the richest source
 * that has it. Texts of two sources are never mixed.
 *
 * @param capturings all its listings, first digest first
 * @param aliases former file names
 */
export function mergeCapturings(
  capturings: Capturings,
  aliases: readonly string[] = [],
): Pick<Entry, 'data' | 'body'> & { readonly leftOut: readonly LeftOut[] } {
  const sources = byRichness(capturings);
  const told = sources.find(({ paper }) => paper.abstract !== undefined)?.paper;
  const titled =
    sources.find(({ paper }) => titleOf(paper) !== untitled && !lacksTitle(paper)) ??
    sources[0] ??
    capturings[0];
  const {
    authors,
    categories,
    comment,
    links,
    topics,
    corrections,
    aliases: former = [],
    ...facts
  } = mergeFacts(sources);
  const formerly = [...new Set([...aliases, ...former])];
  const data: Frontmatter = {
    title: titleOf(titled.paper),
    ...(capturings.every(({ paper }) => paper.incomplete) && { incomplete: true }),
    digests: capturings.map(listingOf),
    ...facts,
    ...(authors?.length ? { authors: authors.map(normalise).filter((name) => name !== '') } : {}),
    ...(categories?.length ? { categories: [...categories] } : {}),
    ...(comment !== undefined && { comment: normalise(comment).replaceAll(/\s+/g, ' ').trim() }),
    ...(links?.length ? { links: links.map((link) => ({ ...link })) } : {}),
    ...(topics && { topics: [...topics] }),
    ...(corrections?.length ? { corrections: corrections.map((one) => ({ ...one })) } : {}),
    ...(formerly.length > 0 ? { aliases: formerly } : {}),
  };
  return {
    ...admissible(data),
    body: told?.abstract
      ? (told.markdown ??
        toMarkdown(normaliseEmphasis(told.abstract, told.notation === 'tex'), told.notation))
      : '',
  };
}

/** Two values say the same: equal but for case, or one the more exact form of the other (2024, 2024-09-17). */
const agree = (a: string, b: string): boolean => {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one.startsWith(other) || other.startsWith(one);
};

/** Share of words below which two titles cannot be one title reworded: one of the sources has a wrong identifier. */
const retitled = 0.4;

/** Titles of one paper, by its identifier, that have little in common. */
function titleConflict(sources: readonly Capturing[], file: string): Diagnostic[] {
  const kept = sources.find(({ paper }) => !lacksTitle(paper));
  const other = sources.find(({ paper }) => {
    return kept && !lacksTitle(paper) && likeness(kept.paper.title, paper.title) < retitled;
  });
  if (!kept || !other) return [];
  const facts = {
    field: 'title',
    kept: `"${normalise(kept.paper.title)}"`,
    from: kept.digest,
    other: `"${normalise(other.paper.title)}"`,
    where: other.digest,
  };
  return [diagnostic('entry/conflict', { file }, facts)];
}

/** Registrant and prefix of the DOIs that arXiv gives its papers. */
const arxivDoi = '10.48550/arxiv.';

/** Words of names, without accents and initials. */
const nameWords = (name: string): string[] => foldedWords(name).filter((word) => word.length > 1);

/** Authors of whom one source has one that the other, longer list knows by no part of the name. */
function authorsConflict(sources: readonly Capturing[], file: string): Diagnostic[] {
  const [kept, ...others] = sources.flatMap(({ digest, paper }) => {
    const authors = (paper.facts.authors ?? []).map(normalise);
    return authors.length === 0 ? [] : [{ digest, authors }];
  });
  if (!kept) return [];
  const shown = (authors: readonly string[]): string =>
    authors.length > 3 ? `${authors.slice(0, 3).join(', ')}, …` : authors.join(', ');
  for (const other of others) {
    const longer = kept.authors.length >= other.authors.length ? kept : other;
    const known = new Set(longer.authors.flatMap(nameWords));
    const stranger = (longer === kept ? other : kept).authors.find((name) => {
      const words = nameWords(name);
      return words.length > 0 && !words.some((word) => known.has(word));
    });
    if (stranger === undefined) continue;
    const facts = {
      field: 'authors',
      kept: shown(kept.authors),
      from: kept.digest,
      other: shown(other.authors),
      where: other.digest,
    };
    return [diagnostic('entry/conflict', { file }, facts)];
  }
  return [];
}

/**
 * Facts on which sources of one paper contradict each other. The richer source's is the one that counts.
 *
 * @param file the entry's path, where the message points
 */
export function factConflicts(capturings: Capturings, file: string): Diagnostic[] {
  if (capturings.length === 1) return [];
  const sources = byRichness(capturings);
  const conflicts: Diagnostic[] = titleConflict(sources, file);
  for (const field of ['arxiv', 'doi', 'published', 'venue'] as const) {
    const [kept, ...others] = sources.flatMap(({ digest, paper }) => {
      const value = paper.facts[field];
      // arXiv registers a DOI of its own beside the publisher's: both are right.
      if (value === undefined || (field === 'doi' && value.startsWith(arxivDoi))) return [];
      return [{ digest, value }];
    });
    const other = others.find(({ value }) => kept !== undefined && !agree(kept.value, value));
    if (!kept || !other) continue;
    conflicts.push(
      diagnostic(
        'entry/conflict',
        { file },
        {
          field: single[field],
          kept: kept.value,
          from: kept.digest,
          other: other.value,
          where: other.digest,
        },
      ),
    );
  }
  return [...conflicts, ...authorsConflict(sources, file)];
}
