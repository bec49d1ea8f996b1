/** The languages that the interface has: each is a folder here, with the files of `en`, which say what there is to say. */
import type * as german from './de/index.ts';
import type * as english from './en/index.ts';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** The language of a tag such as `de-AT`, if the interface has it. */
export const languageOf = (tag: string): Language | undefined =>
  languages.find((language) => language === tag.toLowerCase().split('-', 1)[0]);

/** The tag of what the pages say: English, where the interface does not have the language. */
export const pageLanguage = (tag: string): string => (languageOf(tag) ? tag : 'en');

type English = typeof english;

/** Text for text, functions of the same values for functions. */
type Said<Of> = Of extends string
  ? string
  : Of extends readonly (infer Item)[]
    ? readonly Said<Item>[]
    : Of extends (...values: infer Values) => infer Made
      ? (...values: Values) => Said<Made>
      : Of extends object
        ? { readonly [Key in keyof Of]: Said<Of[Key]> }
        : Of;

/** What a language has and English has not. */
type More<Other extends Said<English>> = {
  [File in keyof Other]: File extends keyof English
    ? Exclude<keyof Other[File], keyof English[File]>
    : File;
}[keyof Other];

/** The compiler refuses a language that leaves out a word, and one that has a word too many. */
type Whole<Other extends Said<English>, None extends [More<Other>] = [never]> = [Other, None];

export type Complete = [Whole<typeof german>];
