/** How a saved search names its filters, where that is not the word that stands in its address. */
export const facets: Readonly<Record<string, string>> = {
  topic: 'Thema',
  year: 'Jahr',
  digest: 'Liste',
  venue: 'erschienen in',
  tag: 'Schlagwort',
  code: 'mit Code',
  note: 'mit Notiz',
};
