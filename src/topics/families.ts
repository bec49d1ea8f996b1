/** Topics in families: a topic file may name another as the one that it is a part of. Two levels. Pure. */
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/likely.ts';
import type { TopicRules } from './schema.ts';

/** A topic file that could be read. */
export interface TopicFile {
  /** Path for messages. */
  readonly file: string;
  readonly text: string;
  readonly rules: TopicRules;
}

/** The id of a topic's family; undefined of one at the top. */
export type FamilyOf = (topic: string) => string | undefined;

export const familiesBy = (
  topics: readonly { readonly id: string; readonly family?: string | undefined }[],
): FamilyOf => {
  const families = new Map(topics.map(({ id, family }) => [id, family]));
  return (topic) => families.get(topic);
};

/** Line of a field of the frontmatter, counted from 1. */
const lineOf = (text: string, field: string): number =>
  text.split('\n').findIndex((line) => line.startsWith(`${field}:`)) + 1 || 1;

/**
 * Holds the families that topic files name against the files.
 *
 * @param files those that could be read
 * @param ids of all, those that could not be read included
 * @param without ids of topics that the archive leaves out: their parts stand at the top, which is no mistake
 * @returns the topics, of which one whose family is wrong stands at the top, and what is wrong
 */
export function settleFamilies(
  files: readonly TopicFile[],
  ids: readonly string[],
  without: readonly string[] = [],
): { readonly topics: TopicRules[]; readonly problems: Diagnostic[] } {
  const known = new Set(ids);
  const familyOf = familiesBy(files.map(({ rules }) => rules));
  const named = new Set(files.map(({ rules }) => rules.family));
  const problems: Diagnostic[] = [];
  const wrongWith = (id: string, family: string): string | undefined => {
    if (family === id) return 'a topic is not its own family';
    if (!known.has(family)) return `there is no topic "${family}"${didYouMean(family, known)}`;
    const above = familyOf(family);
    if (above !== undefined && above !== family)
      return `"${family}" is itself in the family "${above}", and there are two levels`;
    return undefined;
  };
  const topics = files.map(({ file, text, rules }): TopicRules => {
    const tell = (field: string, line: number, why: string): void => {
      problems.push(diagnostic('topic/schema', { file, line, column: 1 }, { field, why }));
    };
    const { family, ...alone } = rules;
    if (rules.terms.length === 0 && !named.has(rules.id))
      tell(
        'terms',
        lineOf(text, 'terms'),
        'it is empty, and no topic names this one as its family',
      );
    if (family === undefined) return rules;
    const wrong = wrongWith(rules.id, family);
    if (wrong === undefined) return rules;
    if (!without.includes(family)) tell('family', lineOf(text, 'family'), wrong);
    return alone;
  });
  return { topics, problems };
}

/** The families of topics, each once, in the order of the topics. */
export const familiesOf = (topics: readonly string[], familyOf: FamilyOf): string[] => [
  ...new Set(topics.flatMap((topic) => familyOf(topic) ?? [])),
];

/** The topics that say most: without those that are the family of another of them. */
export function mostSpecific<Match extends { readonly topic: string }>(
  matches: readonly Match[],
  familyOf: FamilyOf,
): readonly Match[] {
  const families = new Set(matches.flatMap(({ topic }) => familyOf(topic) ?? []));
  return families.size === 0 ? matches : matches.filter(({ topic }) => !families.has(topic));
}
