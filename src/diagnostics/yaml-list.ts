/** YAML that people write and that is a list of which each item stands for itself. Pure. */
import { isNode, isSeq } from 'yaml';
import { diagnostic, type Diagnostic } from './diagnostic.ts';
import { fileFlaw } from './flaw.ts';
import type { DiagnosticCode } from './table.ts';
import { openYaml } from './yaml-place.ts';

/** Something wrong, and the node from which it is. */
export interface Mistake {
  readonly node: unknown;
  readonly why: string;
}

/**
 * Reads such a file; an empty one is an empty list. Of broken YAML nobody can tell where an item ends, so none is read.
 *
 * @param file path for messages
 * @param text the whole file
 * @param code of the messages
 * @param isList what to say of a file that is none
 * @param read takes in an item, a node of YAML, or says what is wrong with it
 */
export function readYamlList(
  file: string,
  text: string,
  code: DiagnosticCode,
  isList: string,
  read: (item: unknown) => readonly Mistake[],
): Diagnostic[] {
  const flaw = fileFlaw(file, text);
  if (flaw) return [flaw];
  const { document, placeAt } = openYaml(file, text.replace(/^\ufeff/, ''));
  const tell = (offset: number, why: string): Diagnostic =>
    diagnostic(code, placeAt(offset), { why });
  // The first error is the mistake; those after it follow from it.
  const [invalid] = document.errors;
  if (invalid) return [tell(invalid.pos[0], `not valid YAML: ${invalid.message}`)];
  const { contents } = document;
  const items = isSeq(contents) ? contents.items : [];
  const mistakes =
    contents === null || isSeq(contents) ? items.flatMap(read) : [{ node: contents, why: isList }];
  return mistakes.map(({ node, why }) => tell(isNode(node) ? (node.range?.[0] ?? 0) : 0, why));
}
