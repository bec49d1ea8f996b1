/** A word's other spelling: British and American, one and several. */

/** Verbs in `-ise` and `-ize`, without the ending. */
const izing =
  'optim general normal regular quant organ recogn minim maxim factor visual summar token personal util character categor synthes special stabil random parametr discret initial penal emphas real local polar priorit standard anonym harmon linear digit memor custom crystall vector binar symbol'.split(
    ' ',
  );
const izingWord = new RegExp(
  `^((?:\\w{2,5})?(?:${izing.join('|')})i)([sz])(e|es|ed|er|ers|ing|ation|ations|able)$`,
);

/** American → British; where one pair fits both ways. */
const pairs: readonly (readonly [RegExp, string, RegExp, string])[] = [
  [
    /^(behavi|col|neighb|lab|fav|hum|tum|harb|vap|arm|hon)or/,
    '$1our',
    /^(behavi|col|neighb|lab|fav|hum|tum|harb|vap|arm|hon)our/,
    '$1or',
  ],
  [/^(cent|fib|theat|lit|calib)er(s?)$/, '$1re$2', /^(cent|fib|theat|lit|calib)re(s?)$/, '$1er$2'],
  [
    /^(mode|labe|trave|signa|channe|cance|tunne|leve)l(ing|ed|er|ers)$/,
    '$1ll$2',
    /^(mode|labe|trave|signa|channe|cance|tunne|leve)ll(ing|ed|er|ers)$/,
    '$1l$2',
  ],
  [/^(dia|cata|ana)log(s?)$/, '$1logue$2', /^(dia|cata|ana)logue(s?)$/, '$1log$2'],
  [
    /^(\w*(?:ana|para|cata)l)yz(e|es|ed|er|ing)$/,
    '$1ys$2',
    /^(\w*(?:ana|para|cata)l)ys(e|ed|er|ing)$/,
    '$1yz$2',
  ],
  [/^(def|off|lic)ense(s?)$/, '$1ence$2', /^(def|off|lic)ence(s?)$/, '$1ense$2'],
  [/^gray/, 'grey', /^grey/, 'gray'],
  [/^artifact/, 'artefact', /^artefact/, 'artifact'],
  [/^aging$/, 'ageing', /^ageing$/, 'aging'],
];

/**
 * The word as it is spelt across the Atlantic.
 *
 * @param word lower-case
 * @returns undefined if it is spelt alike, as far as is known here
 */
export function acrossTheAtlantic(word: string): string | undefined {
  const ize = izingWord.exec(word);
  if (ize) return `${ize[1]}${ize[2] === 's' ? 'z' : 's'}${ize[3]}`;
  for (const [american, toBritish, british, toAmerican] of pairs) {
    if (british.test(word)) return word.replace(british, toAmerican);
    if (american.test(word)) return word.replace(american, toBritish);
  }
  return undefined;
}

/**
 * Several of one, or one of several, by the regular endings.
 *
 * @param word lower-case
 * @returns what may be no word
 */
export function otherNumber(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x)es$/.test(word)) return word.slice(0, -2);
  if (/[^siu]s$/.test(word)) return word.slice(0, -1);
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x)$/.test(word) ? `${word}es` : `${word}s`;
}
