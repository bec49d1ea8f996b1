/** “About this entry” on a paper’s page: where the entry is from and what was done to it; and sources of facts. */
import { counted, number } from '../formats.ts';

export const about = 'Über diesen Eintrag';
export const listedIn = 'Aufgeführt in';
export const inNoDigest = 'In keiner Liste dieses Archivs.';
export const yearInferred = 'Jahr erschlossen, ';
export const lines = (range: string, several: boolean): string =>
  `${several ? 'Zeilen' : 'Zeile'} ${range}`;
export const record = (number: number): string => `Datensatz ${number}`;
export const whyTopics = 'Warum diese Themen';
export const unsorted = (why: string): string => `Ohne Thema: ${why}`;
export const inTitle = (term: string): string => `„${term}“ (Titel)`;
export const quoted = (term: string): string => `„${term}“`;
export const more = (count: number): string => ` und ${number(count)} weitere`;
export const byHand = 'von Hand zugeordnet';
export const namesNone = 'Sein Eintrag nennt kein Thema dieses Archivs.';
export const nothingEnough = 'Nichts in Titel oder Abstract genügt für ein Thema.';
export const closest = (topics: string): string =>
  `am nächsten bei ${topics} – aber nicht genug für ein Thema.`;
export const corrected = (count: number): string =>
  `An ${counted(count, { one: 'Stelle', other: 'Stellen' })} berichtigt`;
export const corrections = {
  seen: { with: 'verglichen mit', alone: 'mit dem Original verglichen' },
  reconstructed: { with: 'erschlossen aus', alone: 'erschlossen' },
};
export const times = (count: number): string => `${number(count)}-mal`;
export const inTheTitle = 'im Titel';
export const asCaptured = 'Wie erfasst';
export const authorsOwn = (source: string): string =>
  `Der Abstract oben ist der eigene des Papers (${source}); der der Liste:`;
export const leftOut = (count: number): string =>
  `… und ${counted(count, { one: 'weiteres Zeichen', other: 'weitere Zeichen' })} in der Vorlage.`;
export const exactly = 'Titel und Abstract stehen hier genau so, wie sie erfasst wurden.';
export const report = 'Einen Fehler in diesem Eintrag melden';
export const sayWhat = 'Sagen, was nicht stimmt';
export const edit = 'Den Eintrag bearbeiten';
export const letter = 'öffnet eine E-Mail';
export const form = 'öffnet ein Formular';
export const reported = {
  subject: (title: string): string => `Berichtigung: ${title}`,
  entry: (file: string): string => `Eintrag: ${file}`,
  page: (address: string): string => `Seite: ${address}`,
  wrong: 'Was nicht stimmt:',
  right: 'Was dort stehen sollte, und wo das zu sehen ist:',
};
export const sources = 'Quellen';
export const addedByHand = 'von Hand ergänzt';
export const secondHand = ' aus zweiter Hand';
export const readOn = (dates: string): string => `Gelesen: ${dates}. `;
export const otherFacts = 'Alle anderen Angaben sind die der Liste.';
export const readFromTo = (first: string, last: string): string => `${first} bis ${last}`;
export const facts = {
  title: 'Titel',
  arxiv: 'arXiv-Kennung',
  doi: 'DOI',
  authors: 'Namen',
  published: 'Datum',
  updated: 'Datum der neuesten Fassung',
  venue: 'Erscheinungsort',
  categories: 'Kategorie',
  severalCategories: 'Kategorien',
  comment: 'Kommentar',
  links: 'Links',
  code: 'Code',
};
