/** Words of a text: whether they can be a title, are a date, or read like sentences. */
import { compoundPattern } from '../../text/words.ts';
import { readPartialDate } from '../date.ts';
import { dayIn } from '../days.ts';
import { featuresOf, proseScore } from '../plain/prose.ts';
import { roleOfLabel } from './labels.ts';
import { withoutEnd, withoutStart } from './signs.ts';
import { isLabel, isVenue } from './work.ts';

/** Stands for the title in what is said around it. */
export const titleMark = '\ufdd0';
/** Stand around names that the item sets off. */
export const nameMark = '\ufdd1';

/** A text without the signs that part it from others. */
export const trimmed = (text: string): string =>
  withoutEnd(withoutStart(text, '.,:;|·•*–—-'), '.,:;|–—-');

/** A title without a stop and the marks of a list before it. */
export function tidy(text: string): string {
  const plain = text
    .slice(0, 1000)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^(?:(?:\p{Extended_Pictographic}|\ufe0f|\u200d|[☐☑])\s?){1,9}/u, '');
  const bare = withoutEnd(withoutStart(plain, '-–—:,;|·•*'), '-–—:,;|');
  const title = /^["“][^"“”]*["”]$/.test(bare) ? bare.slice(1, -1).trim() : bare;
  return /[^.]\.$/.test(title) ? title.slice(0, -1) : title;
}

/** Whether a text is a year, a month or a day with its year. */
export const isDate = (text: string): boolean =>
  text.length < 40 &&
  readPartialDate(
    text
      .trim()
      .replaceAll(/^[([]|[)\]]$/g, '')
      .trim(),
  ) !== undefined;

/** Number of words. */
export const wordsOf = (text: string): number => (text.match(compoundPattern) ?? []).length;

/** Whether a stretch can be a title: words, and neither a label nor a place nor a date. */
export function canBeTitle(text: string): boolean {
  const bare = tidy(text).replace(/^[[(]|[\])]$/g, '');
  return (
    bare.length > 3 && /\p{L}{2}/u.test(bare) && !isLabel(bare) && !isVenue(bare) && !isDate(bare)
  );
}

/** Whether it has as many words as titles have; of scripts without blanks, as many signs. */
export const hasWords = (text: string): boolean =>
  wordsOf(text) > 2 || /[\u3040-\u9fff]{6}/.test(text);

/** Whether a text by itself is a title, and no name of a day or a section. */
export const readsAsTitle = (text: string): boolean =>
  canBeTitle(text) &&
  hasWords(text) &&
  roleOfLabel(text) === undefined &&
  dayIn(text) === undefined;

const ideographs = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/** Whether a text reads like sentences of an abstract. */
export function isProse(text: string): boolean {
  const head = text.slice(0, 600);
  const length = text.length + 1.5 * (head.match(ideographs)?.length ?? 0);
  if (length >= 200) return true;
  return length >= 40 && proseScore(featuresOf(text)) > 0;
}
