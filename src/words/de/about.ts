/** What the archive says about itself. */
import { number } from '../formats.ts';

export const heading = 'Über dieses Archiv';
export const description = (papers: string, digests: string): string =>
  `Was dieses Archiv enthält: ${papers} aus ${digests}, und wie mit ihrem Text umgegangen wird.`;
export const inNumbers = 'In Zahlen';
export const everyLine = 'Über jede Zeile Rechenschaft';
export const lines = 'Die Zeilen aller Vorlagen, nach dem, was sie sind.';
export const topicsPerPaper = 'Themen je Paper';
export const papersInSoMany = 'Wie viele Paper so viele Themen haben.';
export const spread: readonly string[] = [
  'kein Thema',
  'ein Thema',
  'zwei Themen',
  'drei und mehr',
];
export const export_ = 'Mitnehmen';
export const bibtex = 'Alle Paper als BibTeX';
export const jsonLines = 'Alle Paper als JSON-Zeilen';
export const holds = 'Was es enthält';
export const fromTo = (first: string, last: string): string => `vom ${first} bis zum ${last}.`;
export const ofDay = (day: string): string => `vom ${day}.`;
export const soFar = 'bisher.';
export const have = (held: {
  readonly withAbstract: number;
  readonly withCode: number;
  readonly withAuthors: number;
  readonly repeated: number;
}): string =>
  `: ${number(held.withAbstract)} mit Abstract, ${number(held.withCode)} mit einem Link zum Code, ${number(held.withAuthors)} mit bekannten Namen, ${number(held.repeated)} mehr als einmal aufgeführt.`;
export const ofAuthors =
  ' von Autorinnen und Autoren. Derselbe Name ist nicht immer derselbe Mensch.';
export const noneUnsorted = 'jedes Paper hat ein Thema.';
export const inNoTopic = ' ohne Thema.';
export const process = 'Von der Liste zur Seite';
export const processAtLength: readonly string[] = [
  'Eine Liste führt Paper auf, so wie jemand sie kopiert oder bekommen hat. Sie bleibt genau, wie sie kam, und niemand bearbeitet sie. Ein Programm liest aus ihr die Paper und sagt von jeder Zeile, was sie ist; eine Zeile, die nirgends passt, wird mit ihrer Nummer gemeldet. Jedes Paper wird ein Eintrag, eine Textdatei, die Menschen berichtigen können. Was ein Mensch bearbeitet hat, wird nie überschrieben.',
  'Ein Paper, das mehrere Listen aufführen, ist ein Eintrag. Das Datum einer Liste ist ihr Tag, nie das Datum des Papers; wo sie ihr Jahr verschweigt, ist es erschlossen, und die Seite sagt das.',
  'Nichts ist erfunden. Namen, Daten, Erscheinungsorte und Kennungen sind die der Liste oder wurden anderswo gelesen: Dann nennt die Seite des Papers den Ort unter „Quellen“. „Aus zweiter Hand“ heißt ein Ort, der wiederholt, was arXiv, ein Verlag oder die Verfasser selbst sagen; „von Hand ergänzt“ ist, was jemand in den Eintrag geschrieben hat. Wo nicht bekannt ist, wer ein Paper schrieb, wird niemand genannt, auch nicht im BibTeX-Eintrag.',
];
export const text = 'Wie mit Text umgegangen wird';
export const textAtLength =
  'Eine Liste aus reinem Text ist Text: Was darin wie Auszeichnung aussieht, wird gezeigt, nicht befolgt. Bekannte Reste von TeX außerhalb von Formeln, etwa <code>\\%</code> in einer Zahl oder <code>T\\"ulu</code> in einem Namen, werden aufgelöst. Adressen werden zu Links, ohne den Punkt dahinter. Alles andere steht da, wie es erfasst wurde.';
export const notUnderstood = 'Was nicht verstanden wird';
export const lostAtLength = (marked: string, corrected: string): string =>
  `Manche Listen haben das TeX ihrer Formeln verloren, sodass in einem Abstract <code>Ain R^&#123;ntimes d&#125;</code> steht. Eine solche Formel wird gezeigt, wie sie dasteht. Man könnte sie erraten, aber eine falsche Formel ist schlimmer als eine hässliche. ${marked} Wo ein Mensch einen Text berichtigt hat, sagt seine Seite, was vorher da stand und ob das Original eingesehen wurde. ${corrected}`;
export const noneMarked = 'Kein Paper dieses Archivs ist als so beschädigt vermerkt.';
export const marked = (papers: string, count: number): string =>
  `${papers} dieses Archivs ${count === 1 ? 'ist' : 'sind'} als so beschädigt vermerkt.`;
export const corrected = (papers: string): string => `Bisher geschah das bei ${papers}.`;
export const rules =
  'Themen werden nach Regeln vergeben: Ausdrücken, die ein Titel oder Abstract enthalten muss. Die Regeln kennen Wörter, nicht Bedeutungen; darum irren sie. Die Seite jedes Papers nennt die Ausdrücke, die es unter ein Thema gestellt haben, und ein Eintrag kann seine Themen selbst nennen. Wo keine Regel passt, steht das Paper ohne Thema da.';
export const together = 'Themen, die zusammengehen';
export const rights = 'Rechte';
export const rightsAtLength =
  'Titel und Abstracts gehören denen, die sie geschrieben haben, und stehen hier, wie die Listen sie gaben. Offprints eigener Code ist freie Software unter der MIT-Lizenz.';
export const colophon = 'Kolophon';
export const files = 'Jede Seite ist eine fertige Datei.';
export const noServer = 'Auf keinem Server läuft etwas.';
export const noOthers = 'Auf keinem Server läuft etwas, und keine Seite fragt eine andere Website.';
export const type =
  'Die Schrift ist Newsreader von Production Type, unter der SIL Open Font License, wo sie rechtzeitig ankommt, und sonst eine Serifenschrift Ihres Systems.';
export const colours =
  'Das Rot ist das der Rubriken, das Blau das des Zuckerpapiers, in das man Sonderdrucke einst band.';
