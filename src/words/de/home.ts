/** The home page. */
export const searchPapers = (papers: string): string => `${papers} durchsuchen`;
export const try_ = 'Zum Beispiel';
export const latest = 'Die neueste Liste';
export const allOfDigest = (papers: string): string => `Alle ${papers} dieser Liste`;
export const thisDigest = 'Diese Liste';
export const allDigests = (digests: string): string => `Alle ${digests}`;
export const nothing = 'Noch nichts';
export const empty = (folder: string): string =>
  `Das Archiv ist leer. Legen Sie eine Liste in ${folder}, und ihre Paper erscheinen hier.`;
export const inArchive = 'Im Archiv';
export const earlier = 'Frühere Listen';
export const calendar = 'Kalender aller Listen';
export const mapOf = (papers: string): string => `Karte von ${papers}`;
export const nearness = 'Paper über Ähnliches liegen beieinander';
