/** The map’s page. */
export const description = (papers: string): string =>
  `Das Archiv als Karte: ${papers}, Ähnliches beieinander.`;
export const lead =
  'Jeder Punkt ist ein Paper. Paper über Ähnliches liegen beieinander; die Farbe zeigt die Gegend, in der ein Paper liegt. Nur Nähe bedeutet etwas – oben, unten, links und rechts nicht.';
export const noPapers = 'Das Archiv hat noch keine Paper.';
export const mapOf = (papers: string): string => `Karte von ${papers}`;
export const help = {
  mouse:
    'Ein Klick wählt ein Paper, ein zweiter öffnet es. Ziehen verschiebt; Strg + Mausrad (oder + und −) vergrößert; 0 zeigt wieder alles.',
  touch:
    'Mit zwei Fingern vergrößern, dann ziehen. Ein Tipp auf einen Punkt wählt ihn, ein zweiter öffnet ihn.',
  keyboard:
    'Pfeiltasten gehen von Paper zu Paper, Enter öffnet; Umschalt und Pfeile verschieben die Karte.',
};
export const zoomIn = 'Vergrößern';
export const zoomOut = 'Verkleinern';
export const whole = 'Die ganze Karte zeigen';
export const sample = 'Ohne Skript und auf Papier zeigt das Bild eine Auswahl der Paper.';
export const legend = 'Legende';
export const regions = 'Gegenden';
export const clear = 'Auswahl aufheben';
export const toList = (name: string, count: string): string => `${name}: ${count}, zu seiner Liste`;
export const toTopic = (label: string, count: string): string =>
  `${label}: ${count}, zur Seite des Themas`;
export const asList = 'Die Karte als Liste';
export const everyPaper = 'Jedes Paper nach Gegend; B5 ist das Feld auf der Karte.';
export const centres = 'Gegenden mit den Papern ihrer Mitte; B5 ist das Feld auf der Karte.';
export const ofAll = (count: string, all: string): string => `${count} von ${all}`;
export const otherPapers = 'Andere Paper';
