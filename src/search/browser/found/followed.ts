/** The result a reader follows, remembered for the paper's page: which words to mark there. */

/** Where it is kept for this tab alone. */
export const followedKey = 'followed';

/** What was followed. */
export interface Followed {
  /** The paper's id. */
  readonly paper: string;
  /** Words and phrases, as they were searched for. */
  readonly words: readonly string[];
}

/** Remembers a result that is followed. */
export function rememberFollowed(paper: string, words: readonly string[]): void {
  try {
    sessionStorage.setItem(followedKey, JSON.stringify({ paper, words } satisfies Followed));
  } catch {
    // Storage is forbidden or full: the words in the address of the search will do.
  }
}

/** Reads what was remembered; undefined if it is not as it should be. Pure. */
export function parseFollowed(json: string | null): Followed | undefined {
  if (json === null) return undefined;
  try {
    const kept: unknown = JSON.parse(json);
    if (typeof kept !== 'object' || kept === null || !('paper' in kept) || !('words' in kept)) {
      return undefined;
    }
    const { paper, words } = kept;
    if (typeof paper !== 'string' || !Array.isArray(words)) return undefined;
    return { paper, words: words.filter((word): word is string => typeof word === 'string') };
  } catch {
    return undefined;
  }
}
