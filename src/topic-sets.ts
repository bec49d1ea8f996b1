/** Sets of topics, and of names for the search, that Offprint brings. An archive chooses some in `site.yaml`, or none. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';

/** Names of the sets, which are their folders. */
export const setNames = ['machine-learning'] as const;
export type SetName = (typeof setNames)[number];

/** What an archive has chosen. */
export interface ChosenSets {
  readonly sets?: readonly SetName[] | undefined;
  /** Ids of topics of the sets that are left out. */
  readonly without: readonly string[];
}

/** A set's folder. @returns a path from the project's folder */
export const setFolder = (name: SetName): string => `src/topics/sets/${name}`;

/** The names for the search that the chosen sets bring. @returns paths from the project's folder */
export const setSynonyms = ({ sets = [] }: ChosenSets): string[] =>
  sets.map((name) => `${setFolder(name)}/synonyms.yaml`);

/** The topic files of a set. @returns paths from the project's folder */
export function setTopics(root: string, name: SetName): string[] {
  const folder = resolve(root, setFolder(name));
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'));
  return files.toSorted().map((file) => `${setFolder(name)}/${file}`);
}

/**
 * The topic files of the chosen sets, each id once.
 *
 * @returns paths from the project's folder, by the ids of the topics
 */
export function chosenTopics(
  root: string,
  { sets = [], without }: ChosenSets,
): Map<string, string> {
  const files = sets.flatMap((name) =>
    setTopics(root, name).map((file) => [basename(file, '.md'), file] as const),
  );
  return new Map(files.filter(([id]) => !without.includes(id)));
}
