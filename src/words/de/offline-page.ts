/** The page on reading offline, and the search page’s line on it, before their scripts run. */
export const title = 'Offline lesen';
export const description = 'Was sich ohne Netz lesen lässt.';
export const needsNetwork = 'Dieses Archiv braucht ein Netz.';
export const lead =
  'Was Sie auswählen, bleibt in diesem Browser und öffnet sich ohne Netz. Neues holt nur, was sich geändert hat.';
export const missing = 'Sie sind offline, und diese Seite ist hier nicht gespeichert';
export const keptWhole =
  'Dieses Gerät hat das ganze Archiv, wie es bei Ihrem letzten Besuch war, samt Suche. Die Adresse ist vielleicht neuer oder hat einen Tippfehler.';
export const keptVisited =
  'Dieses Archiv ist zu groß, um ungefragt ganz gespeichert zu werden. Was hier gespeichert ist, steht unten.';
export const needsScript =
  'Seiten auf diesem Gerät zu behalten braucht JavaScript, und das ist aus.';
export const looking = 'Sieht nach, was auf diesem Gerät ist …';
export const part = 'Oder ein Teil davon';
export const keep = 'Behalten';
export const removeAll = 'Alles von diesem Gerät entfernen';
export const searchToo = 'Die Suche geht auch offline.';
export const keepSearch = 'Auf diesem Gerät behalten';
