/** What stands on a paper's page beside the paper itself. */
import { authorPath, authorsOf } from './authors.ts';
import type { Archive, Digest, Paper } from './archive.ts';
import { placesInDigests } from './neighbours.ts';
import { placePath } from '../evidence/address.ts';
import { relatedReason } from './reason.ts';

/** Most names that a paper's page shows at once; a collaboration may have three thousand, and they are folded away. */
export const authorsShown = 40;
/** A few more than that are not worth folding away. */
const authorsUnfolded = authorsShown + 10;

/** All that a paper's page reads of the archive, but for the paper. */
export interface Surroundings {
  /** Labels of the topics that the page names, by id. */
  readonly labels: Readonly<Record<string, string>>;
  /** Whether the archive has topics: without any, no paper is unsorted. */
  readonly sorted: boolean;
  /** Names of the digests that it names, by id. */
  readonly digests: Readonly<Record<string, string>>;
  /** Where the captures say what they say of it, listing by listing: site paths. */
  readonly sources?: readonly (string | undefined)[];
  /** Where the authors that are shown lead: site paths. */
  readonly authors: readonly { readonly name: string; readonly path: string | undefined }[];
  /** What to read next, nearest first; absent of the only paper of an archive. */
  readonly related?: readonly { readonly paper: Paper; readonly reason: string }[];
  /** Its place in the digest that listed it first. */
  readonly place?: {
    readonly digest: Pick<Digest, 'id' | 'name' | 'date'>;
    /** Counted from 1. */
    readonly position: number;
    readonly previous?: Paper;
    readonly next?: Paper;
  };
}

/** Names of some ids, of those that have one. */
function namesOf(
  ids: readonly string[],
  name: (id: string) => string | undefined,
): Record<string, string> {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const found = name(id);
      return found === undefined ? [] : [[id, found]];
    }),
  );
}

function sourcesOf(archive: Archive, { listings }: Paper): Pick<Surroundings, 'sources'> {
  const sources = listings.map(({ digest, ...place }) => {
    const shown = archive.digest(digest)?.shown;
    return shown && placePath(digest, place, shown);
  });
  return sources.some((source) => source !== undefined) ? { sources } : {};
}

/**
 * Finds the surroundings of every paper.
 *
 * @returns finds those of one; linear in all, but for related papers, which are worked out when first asked for
 */
export function surroundingsIn(archive: Archive): (paper: Paper) => Surroundings {
  const places = placesInDigests(archive);
  const index = authorsOf(archive);
  return (paper) => {
    const { topics, near = [], listings, authors } = paper;
    const shown = authors.length > authorsUnfolded ? authors.slice(0, authorsShown) : authors;
    const place = places.get(paper.id);
    return {
      labels: namesOf(
        [...topics, ...near].map(({ topic }) => topic),
        (id) => archive.topic(id)?.label,
      ),
      sorted: archive.topics.length > 0,
      // What was captured of it comes from digests that list it.
      digests: namesOf(
        listings.map(({ digest }) => digest),
        (id) => archive.digest(id)?.name,
      ),
      ...sourcesOf(archive, paper),
      authors: shown.map((name) => ({ name, path: authorPath(index, name) })),
      ...(archive.papers.length > 1 && {
        related: archive
          .related(paper.id)
          .map((near) => ({ paper: near.paper, reason: relatedReason(near, archive) })),
      }),
      ...(place && {
        place: {
          ...place,
          digest: { id: place.digest.id, name: place.digest.name, date: place.digest.date },
        },
      }),
    };
  };
}
