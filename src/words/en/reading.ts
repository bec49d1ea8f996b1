/** What the reading list’s own script says. */
import { counted, number, type Forms } from '../formats.ts';

export const papers = 'Papers';
export const more = 'Show more';
export const nothing = 'Nothing here yet. The star beside a paper, on every page, puts it here.';
export const none = 'No paper here.';
export const markedRead = 'Marked as read.';
export const markedUnread = 'Marked as not read.';
export const saved = 'Saved.';
export const removed = 'Removed; its note and tags are kept, should it come back.';
export const moved = (title: string): string => `Moved “${title}”.`;
/** A list that came by a link or a file. */
export const fromElsewhere = 'A list from elsewhere';
export const notNow = 'Not now';
export const close = 'Close';
export const addToList = 'Add to my reading list';
export const added = 'Added to your reading list.';
export const andMore = (count: number): string => `and ${number(count)} more`;
export const brokenLink =
  'The link to a list is not whole: it was cut on its way. Ask for it again, or for a file.';
export const linkHolds = (papers: string, name: string): string =>
  `This link holds a list of ${papers}${name && `, “${name}”`}.`;
export const fileHolds = (file: string): string => `${file} holds a reading list.`;
export const notHere = (count: number): string =>
  ` ${counted(count, { one: 'other', other: 'others' })} it names are not here.`;
export const fileNone = (file: string): string => `${file} names no paper of this archive.`;
export const fileNames = (file: string, papers: string): string =>
  `${file} names ${papers} of this archive.`;
/** What comes with a list, by kind. */
export const kinds: Readonly<Record<string, Forms>> = {
  star: { one: 'paper', other: 'papers' },
  note: { one: 'note', other: 'notes' },
  read: { one: 'read mark', other: 'read marks' },
  tag: { one: 'tag', other: 'tags' },
  list: { one: 'list', other: 'lists' },
  search: { one: 'saved search', other: 'saved searches' },
  word: { one: 'muted or marked word', other: 'muted or marked words' },
  author: { one: 'muted or marked author', other: 'muted or marked authors' },
};
export const allHere = 'All of it is here already.';
export const newHere = (what: string): string =>
  `New here: ${what}. Nothing of yours is removed; where both have a note, both are kept.`;
export const linkTo = (papers: string): string => `a link to ${papers}, without your notes.`;
export const longLink = (papers: string, length: number): string =>
  `a link to ${papers}. It is long (${number(length)} characters): browsers open it, but some mail and chat programs cut such links. A file is safer.`;
export const copied = (what: string): string => `Copied: ${what}`;
export const pressToCopy = (what: string): string => `Press Ctrl+C or ⌘C to copy: ${what}`;
/** The fields of a paper. */
export const note = 'Note';
export const tags = 'Tags, with commas between them';
export const lists = 'Lists';
export const anotherList = 'Another list';
export const add = 'Add';
/** A row. */
export const read = 'Read';
export const noteAndTags = 'Note & tags';
export const remove = 'Remove';
export const save = 'Save';
export const up = 'Move up';
export const down = 'Move down';
export const gone = 'no longer in this archive';
export const inList = (list: string): string => `in ${list}`;
/** Parts of the list. */
export const show = 'Show';
export const all = 'All';
export const unread = 'Not read';
export const onOthers = 'Notes on other papers';
export const nameOfList = 'Name of this list';
export const newList = 'New list';
export const listMade = (name: string): string => `List “${name}” made.`;
export const deleteList = 'Delete this list';
export const rename = 'Rename';
export const renamed = (name: string): string => `Renamed to “${name}”.`;
export const listDeleted = (name: string): string =>
  `List “${name}” deleted; its papers stay in your reading list.`;
export const sortBy = 'Sort by ';
export const orders = {
  own: 'my order',
  newest: 'last saved',
  title: 'title',
  date: 'date of the paper',
};
/** Muted and marked words and authors. */
export const mutedAndMarked = 'Muted and marked';
export const mutedMeans =
  'A muted paper is folded to one line in lists, and can be opened there. Words are looked for in what a list shows of a paper.';
export const whatToDo = 'What to do';
export const does = { mute: 'Mute', lit: 'Mark' };
export const kind = 'Kind';
export const ofKind = { word: 'papers with the words', author: 'papers by' };
export const wordsOrName = 'Words or name';
export const nowRule = (text: string, muted: boolean): string =>
  `“${text}” is ${muted ? 'muted' : 'marked'} in lists.`;
export const noRule = (text: string, muted: boolean): string =>
  `“${text}” is no longer ${muted ? 'muted' : 'marked'}.`;
export const endRule = (text: string, muted: boolean): string =>
  `No longer ${muted ? 'mute' : 'mark'} “${text}”`;
export const rule = (muted: boolean, byAuthor: boolean): string =>
  `${muted ? 'Muted' : 'Marked'}: ${byAuthor ? 'by ' : ''}`;
/** Saved searches. */
export const savedSearches = 'Saved searches';
export const markSeen = 'Mark as seen';
export const markedSeen = 'Marked as seen.';
export const of = (what: string, search: string): string => `${what}: ${search}`;
export const unsavedSearch = 'Search no longer saved.';
export const since = (date: string): string => ` since ${date}`;
export const nothingNew = (since: string): string => `nothing new${since}`;
export const someNew = (count: number, since: string): string => `${number(count)} new${since}`;
export const notLookedUp = 'could not be looked up: is there a network?';
/** Tools below the list. */
export const export_ = 'Export';
export const exportPapers = 'Export papers';
export const thoseShown = (papers: string): string => `The ${papers} shown`;
export const onMap = 'Show on the map';
export const asJson = 'Everything as JSON';
export const copyLink = 'Copy a link to this list';
export const link = 'Link to this list';
export const lookUp = 'Look papers up again';
export const lookedUp = (count: number, of: number): string =>
  `${number(count)} of ${number(of)} looked up …`;
export const upToDate = 'Titles are up to date; papers that are no longer in the archive say so.';
export const linkMeans =
  'A link holds the papers of the list that is shown, behind its #: no server sees them. JSON holds everything, notes and read marks included.';
export const addFile =
  'Add from a file: the JSON of another browser, a bibliography (BibTeX, Markdown, RIS), or any text with links to papers, arXiv ids or DOIs';
export const fileNotLookedUp = 'What the file names could not be looked up. Is there a network?';
export const choices = 'Choices';
export const auto =
  'Mark a paper as read when its abstract was on the screen to its end for as long as reading takes (8 to 40 seconds)';
export const hide = 'Hide what I have read in every list of papers';
export const switchedOn = 'Switched on.';
export const switchedOff = 'Switched off.';
export const deleteAll = 'Delete everything from this browser';
export const deletedAll = 'Deleted from this browser.';
export const where = 'Where it is kept';
export const whereAtLength =
  'In this browser’s storage for this site, on this device. Browsers empty it when you clear site data, and some (Safari) when you have not been here for a week: export what you would miss.';
