/** `synonyms.yaml`: names of one thing, a list a thing. */
import { isScalar, isSeq, type YAMLSeq } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readYamlList, type Mistake } from '../diagnostics/yaml-list.ts';
import { addName } from './vocabulary/abbreviations.ts';
import type { OtherName } from './vocabulary/vocabulary-files.ts';
import { wordLine, wordParts, words } from './searched-words.ts';

export interface Synonyms {
  /** Names as written, two or more a group. */
  readonly groups: readonly (readonly string[])[];
  readonly problems: readonly Diagnostic[];
}

const example = '`- [RLHF, reinforcement learning from human feedback]`';

/** A name as written; undefined if it is no text with a letter or digit. */
function nameOf(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  // YAML takes `1e3` for a number and `true` for a truth value; here they are names.
  const name = typeof node.value === 'string' ? node.value : (node.source ?? '');
  return words(name).length > 0 ? name : undefined;
}

/** The names of one group, or what is wrong with it. */
function readGroup(group: YAMLSeq): { names: string[]; mistakes: Mistake[] } {
  const names: string[] = [];
  const mistakes: Mistake[] = [];
  for (const item of group.items) {
    const name = nameOf(item);
    if (name !== undefined) names.push(name);
    else {
      const why = 'a name is text with a letter or digit; in quotes, if it holds `:`, `,` or `*`';
      mistakes.push({ node: item, why });
    }
  }
  if (mistakes.length === 0 && new Set(names.map(searched)).size < 2) {
    const why = `a group needs two names that differ in more than case and accents: ${example}`;
    mistakes.push({ node: group, why });
  }
  return { names, mistakes };
}

/**
 * Reads the file.
 *
 * @param file path for messages
 * @param text the whole file
 * @returns the groups that are in order, and every mistake as a `synonyms/schema` diagnostic with line and column
 */
export function parseSynonyms(file: string, text: string): Synonyms {
  const groups: string[][] = [];
  const isList = `the file must be a list of groups: ${example}`;
  const problems = readYamlList(file, text, 'synonyms/schema', isList, (group) => {
    if (!isSeq(group)) return [{ node: group, why: `a group is a list of names: ${example}` }];
    const { names, mistakes } = readGroup(group);
    if (mistakes.length === 0) groups.push(names);
    return mistakes;
  });
  return { groups, problems };
}

/** The words of a name, compounds among several words as their parts: what is searched for it. */
const searched = (name: string): string =>
  name.includes(' ') ? wordParts(name).join(' ') : wordLine(name);

/**
 * A name as queries may say it: the query's compounds stay whole if the archive holds them so, and come
 * apart if it does not (`resolve` in terms.ts).
 */
function typedAs(name: string): string[] {
  return [...new Set([searched(name), wordLine(name), wordParts(name).join(' ')])];
}

/**
 * Joins the file's names with the learned ones; the file's come first.
 *
 * @returns other names by the first word of their phrase
 */
export function joinNames(
  groups: Synonyms['groups'],
  learned: ReadonlyMap<string, readonly OtherName[]>,
): Map<string, OtherName[]> {
  const names = new Map<string, OtherName[]>();
  for (const group of groups) {
    for (const name of group) {
      const others = group.map(searched).filter((other) => other !== searched(name));
      for (const phrase of typedAs(name)) {
        for (const other of others) addName(names, phrase, other);
      }
    }
  }
  for (const list of learned.values()) {
    for (const { phrase, other } of list) addName(names, phrase, other);
  }
  return names;
}
