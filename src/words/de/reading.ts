/** What the reading list’s own script says. */
import { counted, number, type Forms } from '../formats.ts';

export const papers = 'Paper';
export const more = 'Mehr zeigen';
export const nothing =
  'Noch nichts hier. Der Stern neben einem Paper, auf jeder Seite, legt es hierher.';
export const none = 'Kein Paper hier.';
export const markedRead = 'Als gelesen vermerkt.';
export const markedUnread = 'Als nicht gelesen vermerkt.';
export const saved = 'Gemerkt.';
export const removed = 'Entfernt; Notiz und Schlagwörter bleiben, falls es wiederkommt.';
export const moved = (title: string): string => `„${title}“ verschoben.`;
export const fromElsewhere = 'Eine Liste von anderswo';
export const notNow = 'Jetzt nicht';
export const close = 'Schließen';
export const addToList = 'Meiner Leseliste hinzufügen';
export const added = 'Ihrer Leseliste hinzugefügt.';
export const andMore = (count: number): string => `und ${number(count)} weitere`;
export const brokenLink =
  'Der Link zu einer Liste ist unvollständig: Er wurde unterwegs abgeschnitten. Bitten Sie noch einmal darum, oder um eine Datei.';
export const linkHolds = (papers: string, name: string): string =>
  `Dieser Link enthält eine Liste: ${papers}${name && `, „${name}“`}.`;
export const fileHolds = (file: string): string => `${file} enthält eine Leseliste.`;
export const notHere = (count: number): string =>
  ` ${counted(count, { one: 'anderes', other: 'andere' })} daraus nicht in diesem Archiv.`;
export const fileNone = (file: string): string => `${file} nennt kein Paper dieses Archivs.`;
export const fileNames = (file: string, papers: string): string =>
  `${file} nennt ${papers} dieses Archivs.`;
export const kinds: Readonly<Record<string, Forms>> = {
  star: { one: 'Paper', other: 'Paper' },
  note: { one: 'Notiz', other: 'Notizen' },
  read: { one: 'Lesevermerk', other: 'Lesevermerke' },
  tag: { one: 'Schlagwort', other: 'Schlagwörter' },
  list: { one: 'Liste', other: 'Listen' },
  search: { one: 'gemerkte Suche', other: 'gemerkte Suchen' },
  word: { one: 'aus- oder hervorgehobenes Wort', other: 'aus- oder hervorgehobene Wörter' },
  author: { one: 'aus- oder hervorgehobener Name', other: 'aus- oder hervorgehobene Namen' },
};
export const allHere = 'Alles davon ist schon hier.';
export const newHere = (what: string): string =>
  `Neu hier: ${what}. Nichts von Ihnen wird entfernt; haben beide eine Notiz, bleiben beide.`;
export const linkTo = (papers: string): string => `ein Link zu ${papers}, ohne Ihre Notizen.`;
export const longLink = (papers: string, length: number): string =>
  `ein Link zu ${papers}. Er ist lang (${number(length)} Zeichen): Browser öffnen ihn, aber manche Mail- und Chatprogramme schneiden solche Links ab. Eine Datei ist sicherer.`;
export const copied = (what: string): string => `Kopiert: ${what}`;
export const pressToCopy = (what: string): string => `Strg+C oder ⌘C kopiert: ${what}`;
export const note = 'Notiz';
export const tags = 'Schlagwörter, mit Kommas dazwischen';
export const lists = 'Listen';
export const anotherList = 'Noch eine Liste';
export const add = 'Hinzufügen';
export const read = 'Gelesen';
export const noteAndTags = 'Notiz & Schlagwörter';
export const remove = 'Entfernen';
export const save = 'Merken';
export const up = 'Nach oben';
export const down = 'Nach unten';
export const gone = 'nicht mehr in diesem Archiv';
export const inList = (list: string): string => `in ${list}`;
export const show = 'Zeigen';
export const all = 'Alle';
export const unread = 'Nicht gelesen';
export const onOthers = 'Notizen zu anderen Papern';
export const nameOfList = 'Name dieser Liste';
export const newList = 'Neue Liste';
export const listMade = (name: string): string => `Liste „${name}“ angelegt.`;
export const deleteList = 'Diese Liste löschen';
export const rename = 'Umbenennen';
export const renamed = (name: string): string => `Umbenannt in „${name}“.`;
export const listDeleted = (name: string): string =>
  `Liste „${name}“ gelöscht; ihre Paper bleiben in Ihrer Leseliste.`;
export const sortBy = 'Sortieren ';
export const orders = {
  own: 'meine Reihenfolge',
  newest: 'zuletzt gemerkt',
  title: 'Titel',
  date: 'Datum des Papers',
};
export const mutedAndMarked = 'Ausgeblendet und hervorgehoben';
export const mutedMeans =
  'Ein ausgeblendetes Paper ist in Listen auf eine Zeile gefaltet und lässt sich dort öffnen. Gesucht werden die Wörter in dem, was eine Liste von einem Paper zeigt.';
export const whatToDo = 'Was geschehen soll';
export const does = { mute: 'Ausblenden', lit: 'Hervorheben' };
export const kind = 'Art';
export const ofKind = { word: 'Paper mit den Wörtern', author: 'Paper von' };
export const wordsOrName = 'Wörter oder Name';
export const nowRule = (text: string, muted: boolean): string =>
  `„${text}“ wird in Listen ${muted ? 'ausgeblendet' : 'hervorgehoben'}.`;
export const noRule = (text: string, muted: boolean): string =>
  `„${text}“ wird nicht mehr ${muted ? 'ausgeblendet' : 'hervorgehoben'}.`;
export const endRule = (text: string, muted: boolean): string =>
  `„${text}“ nicht mehr ${muted ? 'ausblenden' : 'hervorheben'}`;
export const rule = (muted: boolean, byAuthor: boolean): string =>
  `${muted ? 'Ausgeblendet' : 'Hervorgehoben'}: ${byAuthor ? 'von ' : ''}`;
export const savedSearches = 'Gemerkte Suchen';
export const markSeen = 'Als gesehen markieren';
export const markedSeen = 'Als gesehen markiert.';
export const of = (what: string, search: string): string => `${what}: ${search}`;
export const unsavedSearch = 'Suche nicht mehr gemerkt.';
export const since = (date: string): string => ` seit ${date}`;
export const nothingNew = (since: string): string => `nichts Neues${since}`;
export const someNew = (count: number, since: string): string => `${number(count)} neu${since}`;
export const notLookedUp = 'ließ sich nicht nachschlagen: Gibt es ein Netz?';
export const export_ = 'Mitnehmen';
export const exportPapers = 'Paper exportieren';
export const thoseShown = (papers: string): string => `Die gezeigten ${papers}`;
export const onMap = 'Auf der Karte zeigen';
export const asJson = 'Alles als JSON';
export const copyLink = 'Link zu dieser Liste kopieren';
export const link = 'Link zu dieser Liste';
export const lookUp = 'Paper noch einmal nachschlagen';
export const lookedUp = (count: number, of: number): string =>
  `${number(count)} von ${number(of)} nachgeschlagen …`;
export const upToDate =
  'Die Titel sind auf dem neuesten Stand; bei Papern, die nicht mehr im Archiv sind, steht das.';
export const linkMeans =
  'Ein Link enthält die Paper der gezeigten Liste, hinter seinem #: Kein Server sieht sie. JSON enthält alles, auch Notizen und Lesevermerke.';
export const addFile =
  'Aus einer Datei hinzufügen: das JSON eines anderen Browsers, eine Bibliographie (BibTeX, Markdown, RIS) oder ein Text mit Links zu Papern, arXiv-Kennungen oder DOIs';
export const fileNotLookedUp =
  'Was die Datei nennt, ließ sich nicht nachschlagen. Gibt es ein Netz?';
export const choices = 'Einstellungen';
export const auto =
  'Ein Paper als gelesen vermerken, wenn sein Abstract bis zum Ende so lange auf dem Bildschirm war, wie Lesen dauert (8 bis 40 Sekunden)';
export const hide = 'Gelesenes in allen Listen ausblenden';
export const switchedOn = 'Eingeschaltet.';
export const switchedOff = 'Ausgeschaltet.';
export const deleteAll = 'Alles aus diesem Browser löschen';
export const deletedAll = 'Aus diesem Browser gelöscht.';
export const where = 'Wo sie liegt';
export const whereAtLength =
  'Im Speicher dieses Browsers für diese Website, auf diesem Gerät. Browser leeren ihn, wenn Sie Websitedaten löschen, und manche (Safari), wenn Sie eine Woche nicht hier waren: Exportieren Sie, was Ihnen fehlen würde.';
