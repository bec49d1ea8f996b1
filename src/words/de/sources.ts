/** The page of what is collected: what the sources announced, and what became of it. */
import { counted, number } from '../formats.ts';

export const title = 'Quellen';
export const description = (sources: string): string =>
  `${sources} dieses Archivs: was sie angekündigt haben, was behalten und was warum ausgelassen wurde.`;
export const sources = (count: number): string =>
  counted(count, { one: 'Quelle', other: 'Quellen' });
export const lead = 'Was die Quellen angekündigt haben, und was daraus wurde.';
export const until = (day: string): string => `Stand: ${day}.`;
export const attention = 'Auffälliges';
export const failedFor = (days: number): string =>
  `an ${counted(days, { one: 'Tag', other: 'Tagen' })} gescheitert`;
export const silentFor = (days: number, usual: number): string =>
  `seit ${counted(days, { one: 'Tag', other: 'Tagen' })} kein Paper; üblich sind höchstens ${number(usual)}`;
export const unreadSome = (papers: string): string => `${papers} angekündigt und nicht gelesen`;
export const kinds = {
  arxiv: 'arXiv',
  query: 'Suche in arXiv',
  huggingface: 'Tägliche Paper von Hugging Face',
  feed: 'Feed',
  page: 'Seite',
  biorxiv: 'bioRxiv',
  medrxiv: 'medRxiv',
  openreview: 'OpenReview',
};
export const byHand = 'Von Hand hinzugefügt';
export const noLonger = 'Wird nicht mehr gefragt.';
export const notYet = 'Noch nicht gefragt.';
export const lastPaper = (day: string): string => `Letztes Paper am ${day}.`;
export const licence = 'Lizenz, wie die Quelle sie angibt:';
export const rows = {
  announced: 'angekündigt',
  kept: 'behalten',
  before: 'schon aufgeführt',
  must: 'ausgelassen: ohne ein Wort, das vorkommen muss',
  mustNot: 'ausgelassen: mit einem Wort, das nicht vorkommen darf',
  limit: 'ausgelassen: über der Höchstzahl',
  takenBack: 'vom Eigentümer zurückgenommen',
  unread: 'nicht gelesen',
  replaced: 'davon neue Fassungen',
};
export const failures = 'Gescheitert';
export const failure = (days: string, count: number): string =>
  count === 1 ? days : `${counted(count, { one: 'Tag', other: 'Tage' })}, ${days}`;
export const dayByDay = 'Tag für Tag';
export const columns = {
  day: 'Tag',
  announced: 'angekündigt',
  kept: 'behalten',
  before: 'vorher',
  left: 'ausgelassen',
};
export const failedDays = (days: number): string =>
  counted(days, { one: 'Tag gescheitert', other: 'Tage gescheitert' });
export const failed = (why: string): string => `gescheitert: ${why}`;
export const counting = 'Wie gezählt wird';
export const countingAtLength: readonly string[] = [
  'Angekündigt ist, was die Antwort einer Quelle selbst zählt, gleich was die Paper aus ihr liest. Jedes davon ist behalten, war von derselben Quelle schon aufgeführt oder ist nach den Regeln des Archivs ausgelassen; was nichts davon ist, wurde nicht gelesen.',
  'Eine Quelle gilt als verstummt, wenn sie länger schweigt als das Doppelte einer für sie langen Pause und zwei Tage.',
];
export const capturesHave = 'Was ausgelassen wurde, steht in den Vorlagen.';
