/** Whether a query may be something pasted. Small, since every search asks; `read.ts` then reads it. */

/** Line breaks, signs of addresses and citations, identifiers, years; what parts a title from a site's name. */
const signs =
  /[\n↵@[\\]|https?:|www\.|\.\w{2,5}\/|10\.\d{4}|\d{4}\.\d{4}|\/\d{7}|et al|\(pdf\)|(?:19|20)\d\d|pmid| [|·–—-] | :: |\p{L}- \p{L}|^(?:paper page|dblp|neurips|iclr|icml|review) /iu;

/** A single word that may be a key: it has a hyphen or a digit. */
const key = /^[^\s\d-]*[\d-]\S*$/;

export const mayBePasted = (query: string): boolean => signs.test(query) || key.test(query);
