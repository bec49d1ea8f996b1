/** Lists of papers, topics and authors, page by page. */
import { counted, number } from '../formats.ts';

export const page = (number: number): string => `Seite ${number}`;
export const titledPage = (label: string, number: number): string => `${label}, Seite ${number}`;
export const newest = 'Neueste';
export const newer = 'Neuere';
export const older = 'Ältere';
export const oldest = 'Älteste';
export const first = 'Anfang';
export const previous = 'Zurück';
export const next = 'Weiter';
export const last = 'Ende';
export const pages = 'Seiten';
export const months = 'Monate';
export const jumpToMonth = 'Zu einem Monat';
export const listed = (days: string): string => `Aufgeführt: ${days}`;
export const listedNowhere = 'In keiner Liste aufgeführt';
export const held = (days: string): string =>
  days === '' ? 'In keiner Liste aufgeführt.' : `Zuerst aufgeführt: ${days}; Neuestes zuerst.`;
export const latestFirst = 'Zuletzt Aufgeführtes zuerst';
export const papersHeld = (papers: string): string => `${papers}, zuletzt Aufgeführtes zuerst.`;
export const noPapers = 'Das Archiv enthält noch keine Paper.';
export const allPapers = 'Alle Paper des Archivs, zuletzt Aufgeführtes zuerst.';
export const entryPoints = 'Andere Wege hinein';
export const narrow = {
  topic: 'Themen',
  year: 'Jahre',
  venue: 'Erschienen in',
  code: 'Mit Code',
  withCode: 'Paper mit Code',
};
export const nearest = (topic: string): string => `Nächstes Thema: ${topic}`;
export const topics = {
  description: (count: number): string =>
    `Die ${number(count)} Themen des Archivs, jedes mit seinen Papern.`,
  several: 'Ein Paper kann mehrere Themen haben; seine Seite sagt, warum.',
  unsorted: 'Ohne Thema',
  unsortedAre:
    'Paper, deren Titel und Abstract von keinem Thema genug sagen. Sie stehen hier, statt in ein Thema gezwungen zu werden.',
  newPapers: (label: string): string => `${label}: neue Paper`,
  none: 'Noch kein Paper.',
  about: 'Über dieses Thema',
  siblings: (family: string): string => `Mehr aus ${family}`,
  parts: 'Seine Themen',
  export: 'Mitnehmen',
  feed: 'Feed neuer Paper',
  bibtex: 'BibTeX aller Paper',
};
export const authors = {
  description: 'Wer die Paper dieses Archivs geschrieben hat, nach Nachnamen geordnet.',
  sorted: (names: string): string =>
    `${names}, nach dem letzten Wort geordnet. Ein Name kann für mehrere Menschen stehen.`,
  allNamed: 'Bei jedem Paper dieses Archivs ist bekannt, wer es geschrieben hat.',
  named: (count: number, papers: string): string =>
    `Von ${papers} ${count === 1 ? 'nennt' : 'nennen'} ${number(count)} Namen.`,
  unlisted: (papers: string, count: number): string =>
    `Namen auf weniger als ${papers} stehen nicht hier, aber die Suche findet sie: ${counted(count, { one: 'weiterer Name', other: 'weitere Namen' })}.`,
  letters: 'Buchstaben',
  other: 'Andere',
  pageOf: (names: string, page: number, count: number): string =>
    `${names}, Seite ${page} von ${number(count)}`,
  by: (name: string, held: string): string => `Paper von ${name}. ${held}`,
  papersBy: (papers: string, name: string): string =>
    `${papers} dieses Archivs von ${name}, zuletzt Aufgeführtes zuerst.`,
  severalPersons: 'Paper, auf denen dieser Name steht; es können mehrere Menschen sein.',
  about: 'Über diesen Namen',
  alsoWritten: 'Auch geschrieben',
  wroteWith: 'Schrieb mit',
};
