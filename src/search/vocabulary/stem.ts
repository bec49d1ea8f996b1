/** Whether two words are one to Pagefind, which compares stems: `optimizers` finds `optimizer`. */

/** English endings, one or several. */
const ending =
  /^(?:able|ably|al|ally|ance|ant|ate|ation|ed|ely|en|ence|ent|er|ers|es|ful|ial|ible|ic|ical|ier|ies|iest|ily|ing|ings|ion|ions|ism|ist|ity|ive|less|ly|ment|ments|ness|or|ors|ous|s|e|y|i)?$/;

/** Rough: the same beginning, of which nothing but an ending is left in either. */
export function sameStem(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  const [rest, other] = [a.slice(shared), b.slice(shared)];
  // Three letters that many words share say little: one of the two must be no more than them.
  if (shared < 3 || (shared === 3 && rest !== '' && other !== '')) return false;
  return ending.test(rest) && ending.test(other);
}

/** How a word and a form of it differ, written regularly: `train`, `trains`, `trained`, `training`. */
const regular = /^(?:s|es|d|ed|ing|ings|r|er|ers|ly|al|ally)?$/;

/** Whether one of two words is the other with a regular ending; `alignmant` and `alignment` are not. */
export function isForm(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.startsWith(short)) return regular.test(long.slice(short.length));
  // `use`, `using`; `study`, `studies`.
  const stem = short.slice(0, -1);
  if (!long.startsWith(stem)) return false;
  const rest = long.slice(stem.length);
  return short.endsWith('e')
    ? /^(?:ing|ings|ation|ations|ability|able)$/.test(rest)
    : short.endsWith('y') && /^(?:ies|ied)$/.test(rest);
}
