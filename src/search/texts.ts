/** The papers' texts, as a search asks for them. */
import { memoise } from '../once.ts';
import type { RankedIndex } from './index/ranked-index.ts';
import { readText, type PaperText } from './index/text-files.ts';

export type { PaperText } from './index/text-files.ts';

/** Texts kept: going back and forth shows the same again. */
const most = 400;

/** A paper's text. @param paper ordinal */
export type Texts = (paper: number) => Promise<PaperText>;

/** @param load unpacks a text by the name of its file; what it throws, each question throws */
export function textsOf(index: RankedIndex, load: (name: string) => Promise<string>): Texts {
  const textIn = memoise(async (name: string) => readText(await load(name)), { most });
  return (paper) => textIn(index.textFile(paper));
}
