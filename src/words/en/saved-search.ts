/** How a saved search names its filters, where that is not the word that stands in its address. */
export const facets: Readonly<Record<string, string>> = {};
