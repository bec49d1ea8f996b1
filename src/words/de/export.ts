/** The export of papers, fetched when it is asked for. */
import { counted } from '../formats.ts';

export const citationAs = (format: string): string => `Zitat als ${format}`;
export const format = 'Format';
export const download = 'Herunterladen';
export const copy = 'Kopieren';
export const close = 'Schließen';
export const export_ = 'Mitnehmen';
export const papers = 'Paper';
export const papersRead = 'Gelesene Paper';
export const noneRead = 'Kein Paper ließ sich lesen.';
export const notRead = (papers: string): string => ` ${papers} nicht zu lesen.`;
export const saved = 'Gespeichert:';
export const copied = 'Kopiert:';
export const failed = 'Das ging nicht. Gibt es ein Netz?';
export const chooseThis = (title: string): string => `${title} auswählen`;
export const exportChosen = 'Mitnehmen …';
export const done = 'Fertig';
export const chosenPapers = 'Ausgewählte Paper';
export const chosen = (papers: string): string => `${papers} ausgewählt`;
export const theChosen = (count: number): string =>
  counted(count, { one: 'ausgewähltes Paper', other: 'ausgewählte Paper' });
export const ofPage = (papers: string): string => `${papers} dieser Seite`;
export const all = (papers: string): string => `Alle ${papers}`;
export const allOfList = 'Alle Paper dieser Liste';
export const choosePapers = 'Paper auswählen';
