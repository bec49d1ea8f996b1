/** Where words begin and end, and which of them say nothing. Pure; the search loads it in browsers. */
import { fold } from './letters.ts';

/**
 * A run of letters and digits, with their marks. `Intl.Segmenter` takes 30 times as long, and keeps `3.1` and `don't` whole.
 * What is read with more in view has its own: what parts words (`read-words.ts`), what the index finds
 * (`search/searched-words.ts`), how pages write Chinese (`digest/ledger/text.ts`).
 */
export const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** A word as readers count them: `fine-tuning` and `don't` are one each. */
export const compoundPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;

/** The same from its first letter on: no numbers. */
export const letteredPattern = /\p{L}[\p{L}\p{N}\p{M}'’-]*/gu;

/** The words of a text, folded (letters.ts). */
export const foldedWords = (text: string): string[] => fold(text).match(wordPattern) ?? [];

/** Words that join others and say nothing themselves: not searched for where others are, marked in phrases alone. */
export const stopWords: ReadonlySet<string> = new Set(
  `a an and are as at be been but by can do does for from had has have how in into is it its of on or our such than
  that the their them then there these they this those through to toward towards using via was we were what when
  where which while who why will with would you your
  的 了 在 是 和 与 或 对 为 中 其 之 并 及 于 以 而 也 都 这 那 个 一种
  の に は を が と で も や へ か た い る し れ せ て な だ り き さ ら え め み から まで より など では には とは として によ する した して ある いる この その
  และ ของ ที่ ใน การ เป็น ได้ จาก`.split(/\s+/),
);
