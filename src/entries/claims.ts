/** Which entry says that it was listed at which place. */
import { entryFile } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';

/** A file and the places it claims; see `placeKey`. */
export interface Claimant {
  readonly id: string;
  readonly places: readonly string[];
}

/**
 * Places that more than one entry claims: one paper would stand in the archive twice. One error for each pair of
 * files, however many places they share.
 */
export function claimProblems(claimants: readonly Claimant[]): Diagnostic[] {
  const owners = new Map<string, string>();
  const told = new Set<string>();
  const problems: Diagnostic[] = [];
  for (const { id, places } of claimants) {
    for (const place of places) {
      const owner = owners.get(place);
      if (owner === undefined) owners.set(place, id);
      if (owner === undefined || owner === id || told.has(`${owner} ${id}`)) continue;
      told.add(`${owner} ${id}`);
      const facts = { place, other: entryFile(owner) };
      problems.push(diagnostic('entry/same-place', { file: entryFile(id) }, facts));
    }
  }
  return problems;
}
