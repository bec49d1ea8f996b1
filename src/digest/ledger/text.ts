/** A text in Markdown, HTML or plain text without its markup, and whether it is prose. */
import { letteredPattern } from '../../text/words.ts';
import { beginning } from '../lines.ts';

/** Tags, addresses, the targets of links, and entities; each of these takes time in proportion to the text. */
const markup =
  /<[/!?a-z][^<>]*>|\]\([^()\s]*\)|(?:https?:\/\/|www\.)[^\s<>")\]|]+|[\w.+-]{1,60}@[\w.-]{1,80}|&#?\w{2,8};|[\uFDD8-\uFDDB]/gi;

/** The text with white space for markup and addresses; its line endings stay. */
export const withoutMarkup = (text: string): string =>
  text.replaceAll(markup, (match) => (match.includes('\n') ? match.replaceAll(/[^\n]/g, '') : ' '));

/** A word and where it stands; Chinese and Japanese signs are words of their own. */
export interface Word {
  /** For comparison. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const word =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])[\p{L}\p{N}])+/gu;

/** The words of a text without markup. */
export const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(word), ({ 0: found, index }) => ({
    key: found.toLowerCase(),
    start: index,
    end: index + found.length,
  }));

/** A run of prose shorter than this may be a heading, a caption or boilerplate: characters. */
export const longProse = 200;

/** The same of a script that writes a word in one or two signs. */
const longEastern = 80;

/** What sentences seldom have, and records, tables and lists of links have everywhere. */
const borders = /["{}[\]|=<>•·]/;

/** Words of a sentence: most of them are small, and commas stand no closer than in one. */
function isSentence(text: string): boolean {
  const words = text.match(letteredPattern) ?? [];
  const small = words.filter((each) => /^[\p{Ll}\p{Lo}]/u.test(each)).length;
  const parts = text.match(/[,;:]/g)?.length ?? 0;
  const caseless = /\p{Lo}/u.test(text);
  return (words.length >= 8 || caseless) && small >= words.length / 2 && parts <= words.length / 4;
}

/** Whether a text without markup is, or holds, a run of prose, and no list of names, labels or numbers. */
export function isLongProse(text: string): boolean {
  if ((text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/gu)?.length ?? 0) >= longEastern) return true;
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  if (plain.length < longProse) return false;
  const length = plain.split(borders).filter(isSentence).join('').length;
  return length >= longProse * 0.8;
}

/** How a text begins, for people to find it. */
export const startOf = (text: string): string =>
  beginning(text.slice(0, 400).replaceAll(/\s+/g, ' ').trim(), 60);
