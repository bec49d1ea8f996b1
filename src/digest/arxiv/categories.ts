/** `cs.LG`, `hep-th`, `cond-mat.stat-mech`: archive, and subject class if the archive has any. */
const code =
  /^(?:(?:cs|math|physics|stat|eess|econ|nlin|q-bio|q-fin|astro-ph|cond-mat)(?:\.[A-Za-z]{2}|\.[a-z]{2,9}(?:-[a-z]{2,5})?)?|astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nucl-(?:ex|th)|quant-ph|(?:acc|chem|comp|plasm|atom|bayes|adap|alg|ao|cmp|dg|funct|mtrl|patt|q|solv|supr|chao|comp)-[a-z]{2,5})$/;

/**
 * The arXiv categories in a text, in its order, each once: `cs.LG stat.ML`, or
 * `Machine Learning (cs.LG); Statistics (stat.ML)`. MSC and ACM classes are none.
 *
 * @see https://arxiv.org/category_taxonomy
 */
export function categoryCodes(text: string): string[] {
  const found = new Set<string>();
  for (const word of text.split(/[\s,;()[\]|]+/)) if (code.test(word)) found.add(word);
  return [...found];
}
