/** Whether a query may be something pasted. Small, since every search asks; `read.ts` then reads it. */

const signs =
  /[\n↵@[\\]|https?:|www\.|\.\w{2,5}\/|\b10\.\d{4}|\d{4}\.\d{4,5}|\/\d{7}|\bet al|\(pdf\)|(?:19|20)\d\d|\bpmid| [|·–—-] | :: |\p{L}- \p{L}|^\S*[\d-]\S*$|^(?:paper page|dblp|neurips|iclr|icml|review) /iu;

export const mayBePasted = (query: string): boolean => signs.test(query);
