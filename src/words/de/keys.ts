/** The keys of one character, and what they do. */
export const heading = 'Tasten';
export const keys: readonly (readonly [readonly string[], string])[] = [
  [['j'], 'nächstes Paper einer Liste'],
  [['k'], 'das Paper davor'],
  [['o', 'Enter'], 'das Paper öffnen'],
  [['e'], 'seinen Abstract hier zeigen oder wieder schließen'],
  [['s'], 'mit einem Stern merken, oder nicht mehr'],
  [['/'], 'suchen'],
  [['?'], 'diese Tasten'],
];
export const or = ' oder ';
export const areOn = ' Tasten aus einem Zeichen sind an';
export const close = 'Schließen';
export const noAbstract =
  'Der Abstract lässt sich gerade nicht laden; er steht auf der Seite des Papers.';
