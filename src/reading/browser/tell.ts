/** Says what was done; how it is said is fetched when it is needed. */
import { guardUnkept } from './kept.ts';

/**
 * @param undo takes it back
 * @param paper that a note may be written on
 */
export function tell(words: string, undo: () => void, paper?: string): void {
  guardUnkept();
  void import('./toast.ts').then(({ say }) => say(words, undo, paper));
}
