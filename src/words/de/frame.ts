/** The frame of every page, and pages that lead on to others. */
export const skip = 'Zum Inhalt springen';
export const main = 'Hauptmenü';
export const header = 'Kopfzeile';
export const fieldName = 'Paper, Themen, Namen';
export const search = 'Suche';
export const searchField = 'Titel und Abstracts durchsuchen';
export const breadcrumb = 'Pfad';
export const maintained = 'Gepflegt von';
export const inSentence = (name: string): string => name;
export const rights = 'Abstracts gehören ihren Autorinnen und Autoren.';
export const feeds = 'Feeds';
export const readingList = 'Leseliste';
export const readOffline = 'Offline lesen';
export const repository = 'Repository';
export const sections = {
  papers: 'Paper',
  topics: 'Themen',
  digests: 'Listen',
  map: 'Karte',
  authors: 'Namen',
  about: 'Über',
  sources: 'Quellen',
};
export const allPapers = 'Alle Paper';
export const home = 'Startseite';
export const notFound = {
  title: 'Nicht gefunden',
  heading: 'Diese Seite gibt es nicht',
  description: 'Diese Seite gibt es nicht.',
  advice:
    'Vielleicht hat die Adresse einen Tippfehler. Paper behalten ihre Adresse: Suchen Sie nach dem Titel.',
};
export const movedList = { newest: 'Die neuesten Paper stehen auf', first: 'der ersten Seite' };
export const movedPaper = { moved: 'Dieses Paper ist umgezogen:', go: 'zu seiner Seite' };
export const contacts = 'Allein hierfür fragen die Seiten andere Websites:';
