/** `synonyms.yaml`: names of one thing, a list a thing. */
import { isNode, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLSeq } from 'yaml';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { fileFlaw } from '../diagnostics/flaw.ts';
import { addName } from './vocabulary/abbreviations.ts';
import type { OtherName } from './vocabulary/vocabulary-files.ts';
import { wordLine, wordParts, words } from './searched-words.ts';

export interface Synonyms {
  /** Names as written, two or more a group. */
  readonly groups: readonly (readonly string[])[];
  readonly problems: readonly Diagnostic[];
}

/** Something wrong, and the place in the text from which it is. */
interface Mistake {
  readonly offset: number;
  readonly why: string;
}

const example = '`- [RLHF, reinforcement learning from human feedback]`';

const offsetOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);

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
      mistakes.push({ offset: offsetOf(item), why });
    }
  }
  if (mistakes.length === 0 && new Set(names.map(searched)).size < 2) {
    const why = `a group needs two names that differ in more than case and accents: ${example}`;
    mistakes.push({ offset: offsetOf(group), why });
  }
  return { names, mistakes };
}

function readList(contents: Node | null): { groups: string[][]; mistakes: Mistake[] } {
  if (contents === null) return { groups: [], mistakes: [] };
  if (!isSeq(contents)) {
    const why = `the file must be a list of groups: ${example}`;
    return { groups: [], mistakes: [{ offset: offsetOf(contents), why }] };
  }
  const groups: string[][] = [];
  const mistakes: Mistake[] = [];
  for (const item of contents.items) {
    if (!isSeq(item)) {
      const why = `a group is a list of names: ${example}`;
      mistakes.push({ offset: offsetOf(item), why });
      continue;
    }
    const read = readGroup(item);
    if (read.mistakes.length === 0) groups.push(read.names);
    mistakes.push(...read.mistakes);
  }
  return { groups, mistakes };
}

/**
 * Reads the file.
 *
 * @param file path for messages
 * @param text the whole file
 * @returns the groups that are in order, and every mistake as a `synonyms/schema` diagnostic with line and column
 */
export function parseSynonyms(file: string, text: string): Synonyms {
  const flaw = fileFlaw(file, text);
  if (flaw) return { groups: [], problems: [flaw] };
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/, ''), {
    lineCounter: lines,
    prettyErrors: false,
  });
  // The first error is the mistake; those after it follow from it.
  const invalid = document.errors.slice(0, 1).map(({ pos, message }) => ({
    offset: pos[0],
    why: `not valid YAML: ${message}`,
  }));
  // Of broken YAML nobody can tell where a group ends.
  const { groups, mistakes } =
    invalid.length > 0 ? { groups: [], mistakes: invalid } : readList(document.contents);
  const problems = mistakes.map(({ offset, why }) => {
    const { line, col } = lines.linePos(offset);
    const where = { file, line: Math.max(line, 1), column: Math.max(col, 1) };
    return diagnostic('synonyms/schema', where, { why });
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
