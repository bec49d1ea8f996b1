/** Digests: their list, their calendar, their pages and their captures. */
import { counted, number } from '../formats.ts';

export const lead = 'Die Listen von Papern, aus denen dieses Archiv gemacht ist.';
export const inferred =
  'Wo eine ihr Jahr verschweigt, ist es erschlossen, und ihre Seite sagt das. ';
export const feed = 'Feed der Listen';
export const none = 'Noch keine Liste.';
export const latest = 'Die neuesten';
export const all = 'Alle Listen';
export const when = 'Wann Listen kamen';
export const description = (digests: string): string =>
  `${digests}, aus denen dieses Archiv gemacht ist, nach Datum.`;
export const ofYear = (year: string): string => `Listen von ${year}`;
export const ofYearDescription = (digests: string, year: string): string =>
  `${digests} von ${year}, nach Datum.`;
export const otherYears = 'Andere Jahre';
export const day = (name: string, date: string, papers: string): string =>
  `${name}, ${date}: ${papers}`;
export const beforeThis = 'Davor, ';
export const afterThis = 'Danach, ';
export const someNew = (count: number): string => `${number(count)} hier neu`;
export const allNew = 'alle hier neu';
export const oneNew = 'hier neu';
export const listedBefore = 'schon aufgeführt';
export const someBefore = (count: number): string => `${number(count)} schon aufgeführt`;
export const onTopic = (papers: string, topic: string): string =>
  `${papers} zu ${topic} in dieser Liste`;
export const moreTopics = (count: number): string =>
  counted(count, { one: 'weiteres Thema', other: 'weitere Themen' });
export const inOrder = (papers: string, name: string, date: string): string =>
  `${papers} in der Reihenfolge der Liste „${name}“ vom ${date}.`;
export const noPaper = 'In dieser Liste wurde kein Paper gefunden.';
export const byDate = 'Listen nach Datum';
export const about = 'Über diese Liste';
export const returning = 'Schon aufgeführt';
export const source = 'Quelle';
export const of = (announced: string, kept: number): string =>
  `: ${announced} angekündigt, ${number(kept)} behalten.`;
export const licence = 'Lizenz der Liste, wie ihre Quelle sie angibt:';
export const late = 'Verspätet';
export const lateIs = 'Mehr als vier Tage vorher eingereicht:';
export const replaced = 'Neue Fassungen';
export const replacedIs = 'Schon früher angekündigt, jetzt in neuer Fassung:';
export const export_ = 'Mitnehmen';
export const bibtex = 'BibTeX aller Paper';
export const others = 'Andere Listen';
export const next = 'Danach:';
export const previous = 'Davor:';
export const calendar = 'Kalender';
export const bookkeeping = {
  heading: 'Wie sie hierher kam',
  part: 'In der Vorlage:',
  decoded: 'Die Zeilen sind die des entschlüsselten Textes.',
  yearInferred: (stated: string): string =>
    `Die Vorlage sagt „${stated}“; das Jahr ist aus ihren Papern und dem Datum ihrer Datei erschlossen.`,
  beginsWithPapers: 'Die Vorlage selbst beginnt mit ihren Papern.',
  begins: 'Die Vorlage beginnt:',
  capture: 'Die Vorlage, Zeile für Zeile',
  lines: 'Wo jede Zeile blieb',
  leftOut: 'Ausgelassen',
  more: (count: number): string => `… und ${number(count)} weitere, in der Vorlage.`,
  allLines: 'alle Zeilen',
};
export const lineKinds = {
  banner: 'Kopf',
  date: 'Datum',
  title: 'Titel',
  abstract: 'Abstract',
  meta: 'Angaben',
  footer: 'Fuß',
  record: 'Datensatz',
  blank: 'leer',
  unaccounted: 'nicht verstanden',
};
export const capture = {
  heading: 'Vorlage',
  title: (issue: string): string => `Vorlage von ${issue}`,
  titlePart: (part: number): string => `, Teil ${part}`,
  description: (name: string, date: string): string =>
    `Woraus die Liste „${name}“ vom ${date} gelesen ist, Zeile für Zeile.`,
  file: 'Die Datei, wie sie kam, Zeile für Zeile.',
  decoded: (part: string): string => `Der entschlüsselte Text, Zeile für Zeile (${part}).`,
  numbers:
    'Nummern am Rand führen zu den Papern; E-Mail-Adressen und Schlüssel sind herausgenommen.',
  parts: 'Teile der Vorlage',
  part: (part: number, of: number): string => `Teil ${number(part)} von ${number(of)}`,
  fromLine: (line: number): string => `ab Zeile ${number(line)}`,
  fromRecord: (record: number): string => `ab Datensatz ${number(record)}`,
  leftOut: 'Auf Wunsch derer, die es schrieben, ausgelassen.',
};
export const feedTitle = (site: string): string => `Listen – ${site}`;
export const feedDescription = (site: string): string =>
  `Die Listen von ${site}, jede mit ihren Papern.`;
export const noAuthors = 'Namen nicht verzeichnet';
