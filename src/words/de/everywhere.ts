/** What the small scripts of every page say: what is added here, every page carries. */
export const colourScheme = (name: string): string => `Farbschema: ${name}`;
export const schemes = { auto: 'automatisch', light: 'hell', dark: 'dunkel' };
export const copy = 'Kopieren';
export const copied = 'Kopiert';
export const notCopied = 'Nicht kopiert';
export const selected = 'Ausgewählt; drücken Sie Strg+C oder ⌘C';
export const copyLink = 'Link kopieren';
export const showInText = 'Im Text zeigen';
export const keys = 'Tasten';
export const exportOrChoose = 'Paper mitnehmen oder auswählen';
export const export_ = 'Mitnehmen';
export const updated = 'Das Archiv ist neu geworden. Diese Seite ist von vorher.';
export const reload = 'Neu laden';
export const later = 'Später';
