/** Which language a text is in, as far as its most frequent words and its letters say. Pure. */
import { wordPattern } from './words.ts';

/** Words that are frequent in a language and no words, or rare ones, in the others. */
const frequent: Readonly<Record<string, string>> = {
  en: 'the of and to for with that this is are we by from which our can be using',
  de: 'der und das den dem ist nicht mit für von zu eine einer wir auf werden sind durch',
  fr: 'le les des et est une pour dans qui sur par nous du au aux ces cette',
  es: 'el los las del y una por para como se es este esta más sobre entre',
  it: 'il di che gli della per è nel sono del alla questo delle dei una',
  pt: 'os uma do da dos das para em não são pelo ao com como mais',
  nl: 'het een van voor met wordt zijn niet deze door wij naar dat op',
};

const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(frequent))
  for (const word of words.split(' '))
    languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);

/** Letters that tell, the surer first: where they are a third of a text, it is in that language. */
const letters: readonly (readonly [language: string, letter: RegExp, share: number])[] = [
  ['ja', /[\u3041-\u30ff]/gu, 0.1],
  ['ko', /\p{Script=Hangul}/gu, 0.33],
  ['zh', /\p{Script=Han}/gu, 0.33],
  ['uk', /[іїєґ]/giu, 0.03],
  ['ru', /\p{Script=Cyrillic}/gu, 0.33],
  ['el', /\p{Script=Greek}/gu, 0.5],
  ['he', /\p{Script=Hebrew}/gu, 0.33],
  ['fa', /[پچژگ]/gu, 0.02],
  ['ar', /\p{Script=Arabic}/gu, 0.33],
];

/** UTF-16 code units that are looked at. */
const enough = 600;

/**
 * The language of a text.
 *
 * @returns its tag (BCP 47), or undefined where too little speaks for one: fewer than two of a language's frequent
 *   words, or less than twice as many as of any other
 */
export function writtenIn(text: string): string | undefined {
  const beginning = text.slice(0, enough);
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(beginning)) {
    const all = beginning.match(/\p{L}/gu)?.length ?? 0;
    const found = letters.find(
      ([, letter, share]) => (beginning.match(letter)?.length ?? 0) > all * share,
    );
    if (found) return found[0];
  }
  const counts = new Map<string, number>();
  for (const word of beginning.toLowerCase().match(wordPattern) ?? [])
    for (const language of languagesOf.get(word) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  const [first, second] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first && first[1] >= 2 && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : undefined;
}

/** The language of a text as `lang` says it: absent where the page is in it, or where it is not known. @param page the page's own */
export function langOf(text: string, page: string): string | undefined {
  const language = writtenIn(text);
  return language === page.split('-', 1)[0] ? undefined : language;
}
