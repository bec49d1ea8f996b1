/** What the map’s script says. */
export const whole = (papers: string): string => `Die ganze Karte, ${papers}.`;
export const enlarged = (times: string, inView: string, papers: string): string =>
  `${times}-fach vergrößert, ${inView} von ${papers} im Bild.`;
export const showAll = 'Alle Paper gleich zeigen';
export const given = (papers: string): string =>
  `${papers} aus Ihrer Suche oder Liste hervorgehoben. `;
export const noTitle = 'Der Titel ließ sich nicht laden.';
export const noTitleReload =
  'Der Titel ließ sich nicht laden. Laden Sie die Seite neu, oder versuchen Sie es später.';
