/** A capture as a document: its tree, laid out once for all who read it. */
import { splitLines } from '../lines.ts';
import type { Block } from './block.ts';
import { blocksOf } from './blocks.ts';
import { parseMarkdown } from './markdown.ts';
import { escaping } from './references.ts';

interface Laid {
  readonly lines: readonly string[];
  readonly blocks: readonly Block[];
}

function laid(text: string, raw: boolean): Laid {
  const lines = splitLines(text);
  const root = parseMarkdown(text, { raw, math: escaping(text) !== 'escaped' });
  return { lines, blocks: blocksOf(root, text, lines) };
}

/** The last text that was laid out; several formats look at one. */
const last = new Map<boolean, { readonly text: string; readonly laid: Laid }>();

/**
 * The blocks of a text of Markdown.
 *
 * @param raw stars and backslashes are text
 */
export function layOut(text: string, raw = false): Laid {
  const known = last.get(raw);
  if (known?.text === text) return known.laid;
  const fresh = laid(text, raw);
  last.set(raw, { text, laid: fresh });
  return fresh;
}
