/** A capture as a document: its tree, laid out once for all who read it. */
import { splitLines } from '../lines.ts';
import type { Capture } from '../model.ts';
import { oncePer } from '../../once.ts';
import type { Block } from './block.ts';
import { blocksOf } from './blocks.ts';
import { parseMarkdown } from './markdown.ts';
import { escaping } from './references.ts';

interface Laid {
  readonly lines: readonly string[];
  readonly blocks: readonly Block[];
}

const laid = (raw: boolean) =>
  oncePer(({ text }: Capture): Laid => {
    const lines = splitLines(text);
    const root = parseMarkdown(text, { raw, math: escaping(text) !== 'escaped' });
    return { lines, blocks: blocksOf(root, text, lines) };
  });

/** The blocks of a text of Markdown. */
export const layOut = laid(false);

/** The same where stars and backslashes are text. */
export const layOutRaw = laid(true);
