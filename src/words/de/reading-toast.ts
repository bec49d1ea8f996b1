/** What is said of what was done, at the lower edge. */
export const troubles = {
  full: 'Der Speicher dieses Browsers für diese Website ist voll. Was Sie zuletzt getan haben, gilt nur auf dieser Seite: Exportieren Sie Ihre Liste, oder entfernen Sie, was Sie nicht mehr brauchen.',
  blocked:
    'Dieser Browser lässt diese Website nichts speichern. Was Sie sich merken, gilt nur auf dieser Seite.',
};
export const readingList = 'Leseliste';
export const addNote = 'Notiz schreiben';
export const undo = 'Rückgängig';
export const close = 'Schließen';
