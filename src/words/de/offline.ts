/** What is said of keeping the archive on a device, by the scripts that do so. */
export const listedIn = (year: string): string => `Aufgeführt ${year}`;
export const search = 'Suche und Abstracts';
export const everyPage = 'Jede Seite';
export const about = {
  search: 'Suchen mit Filtern und Tippfehlern, und Titel und Abstracts lesen.',
  pages: 'Paper, Themen, Listen, Namen und die Karte, ohne die Suche.',
};
export const whys = {
  network: 'Kein Netz. Es geht von selbst weiter, wenn es eines gibt.',
  full: 'Auf diesem Gerät ist kein Platz mehr. Entfernen Sie etwas, dann geht es weiter.',
  replaced: 'Das Archiv ist gerade neu geworden. Seine neue Fassung wird als Nächstes geholt.',
};
export const kept = (size: string): string => `Auf diesem Gerät, ${size}.`;
export const far = (got: string, all: string): string => `${got} von ${all}`;
export const stopped = (far: string): string => `Angehalten bei ${far}.`;
export const keep = 'Behalten';
export const resume = 'Weiter';
export const cancel = 'Abbrechen';
export const remove = 'Entfernen';
export const small =
  'Dieses Archiv ist klein: Es ist samt Suche ganz auf diesem Gerät gespeichert.';
export const nothingYet = 'Noch ist nichts auf diesem Gerät gespeichert.';
export const nothingWished = 'Auf Ihren Wunsch ist nichts auf diesem Gerät gespeichert.';
export const visited =
  'Auf diesem Gerät: die Startseite, die ersten Seiten der Listen und die Seiten, die Sie geöffnet haben. Wählen Sie, was sich sonst ohne Netz lesen lassen soll.';
export const visitedAndMore =
  'Auf diesem Gerät: die Startseite, die ersten Seiten der Listen, die Seiten, die Sie geöffnet haben, und was unten so vermerkt ist. Wird das Archiv neu, so wird nur geholt, was sich geändert hat.';
export const room = (used: string, left: string): string =>
  `Auf diesem Gerät belegt: ${used}. Platz für noch etwa ${left}.`;
export const mayGo = 'Ihr Browser darf es löschen, wenn der Platz auf dem Gerät ausgeht.';
export const beingFetched = 'Wird geholt.';
export const fetching = 'Wird geholt …';
export const aTopic = 'Ein Thema';
export const aYear = 'Ein Jahr';
export const keepArchive = 'Dieses Archiv auf diesem Gerät behalten';
export const removeAll = 'Alles von diesem Gerät entfernen';
export const failed =
  'Das ging nicht: Dieser Browser lässt das Archiv hier nichts speichern. In einem privaten Fenster kann das so sein.';
export const removedAll = 'Alles wurde von diesem Gerät entfernt.';
export const cannot = 'Dieser Browser kann keine Seiten zum Offline-Lesen behalten.';
export const searchWhole =
  'Die Suche geht auch offline: Dieses Archiv ist auf diesem Gerät gespeichert.';
export const searchKept = 'Die Suche geht auch offline: Sie ist auf diesem Gerät gespeichert.';
export const forSearch = (progress: string): string => `Zum Suchen ohne Netz: ${progress}`;
export const searchCan = (size: string): string => `Die Suche geht auch offline: ${size}.`;
export const searchFetching = 'Zum Suchen ohne Netz: wird geholt …';
export const keepsNothing = 'Dieser Browser lässt das Archiv nichts speichern.';
