/** A paper’s page, and what lists, feeds and exports say of a paper. */
import { counted, number } from '../formats.ts';

export const noInDigest = (position: number): string => `Nr. ${position}`;
export const revised = (date: string): string => `überarbeitet ${date}`;
export const upvotes = (count: number): string =>
  `${counted(count, { one: 'Stimme', other: 'Stimmen' })}, als es aufgeführt wurde`;
export const comment = 'Dazu die Autorinnen und Autoren:';
export const abstract = 'Abstract';
export const noAbstract = 'Die Liste gab keinen Abstract.';
export const toBeCompleted = 'Zu ergänzen: Die Liste gab nur einen Link zu diesem Paper.';
export const about = 'Über dieses Paper';
export const links = 'Links';
export const elsewhere = 'Anderswo';
export const searchOn = (place: string): string => `Suche bei ${place}`;
export const findOn = 'Zu finden bei ';
export const htmlOnArxiv = 'HTML bei arXiv, wenn es eines gibt';
export const linkKinds = {
  paper: 'Paper',
  code: 'Code',
  data: 'Daten',
  model: 'Modell',
  demo: 'Demo',
  project: 'Projektseite',
  link: 'Link',
};
export const inDigest = 'In derselben Liste';
export const previous = 'Davor';
export const next = 'Danach';
export const moreAuthors = (count: number): string =>
  `und ${counted(count, { one: 'weiterer Name', other: 'weitere Namen' })}`;
export const related = 'Verwandte Paper';
export const noneRelated = 'Kein nah verwandtes Paper in diesem Archiv.';
export const relatedTopic = (label: string): string => `Thema ${label}`;
export const formulasLost = 'Einige Formeln hatten ihr TeX verloren, ehe sie hier erfasst wurden:';
export const lostIn = { title: 'im Titel', abstract: 'im Abstract' };
export const lostMore = (count: number): string => ` und ${number(count)} weitere`;
export const readAtArxiv = 'Bei arXiv lesen';
export const lookAtArxiv = 'Bei arXiv suchen';
export const lostNote = (places: readonly string[]): string =>
  `Formeln haben ihr TeX verloren, ${places.join(' und ')}`;
export const lostPlace = { title: 'im Titel', abstract: 'im Abstract' };
export const note = 'Notiz';
export const rated = (rating: number): string => `${rating} von 5 Punkten`;
export const read = (date: string): string => `gelesen ${date}`;
export const withdrawn = 'Zurückgezogen';
export const removed = 'Entfernt';
export const gone = 'Dieses Paper ist nicht mehr im Archiv.';
export const withdrawnPaper = 'Ein zurückgezogenes Paper';
export const withdrawnOn = 'Auf Wunsch derer, die es schrieben, aus diesem Archiv genommen am ';
export const removedOn = 'Dieses Paper wurde aus diesem Archiv genommen am ';
export const cite = 'Zitieren';
export const bibtexEntry = 'BibTeX-Eintrag';
