/** Feeds: was ein Browser von einem zeigt, und die Seite, die sie aufzählt. */
export const title = 'Feeds';
export const whatAFeedIs =
  'Das ist ein Feed: Mit seiner Adresse zeigt ein Feedreader neue Paper von selbst an.';
export const allFeeds = 'Alle Feeds';
export const description = 'Die Feeds dieses Archivs: Neue Paper kommen in den Feedreader.';
export const lead =
  'Mit der Adresse eines Feeds zeigt ein Feedreader neue Paper von selbst an. Den meisten genügt auch die Adresse der Seite, zu der ein Feed gehört.';
export const wholeArchive = 'Das ganze Archiv';
export const newPapers = 'Neue Paper';
export const asJson = 'Neue Paper, als JSON Feed';
export const digests = 'Listen, je ein Eintrag';
export const oneATopic = 'Zu jedem Thema einer';
export const others = 'Namen und Suchen';
export const authors = 'Ein Name auf mindestens drei Papern hat einen Feed, den seine Seite nennt.';
export const index = 'Namen';
export const searches =
  'Jede Suche lässt sich unter ihren Ergebnissen merken: Die Leseliste sagt dann in diesem Browser, was neu ist, und gibt alles, dem man folgt, als OPML heraus.';
export const list = 'Leseliste';
export const opmlIs = 'Alle Feeds dieser Seite in einer Datei, die Feedreader einlesen.';
export const opml = 'OPML';
/** Der Feed eines Namens. */
export const ofName = 'Feed neuer Paper';
/** Die Leseliste. */
export const followed = 'Wem ich folge, als OPML';
