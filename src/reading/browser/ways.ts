/** The reading list out and in: files, and a link that holds it. */
import { withBase } from '../../base.ts';
import { counted } from '../../text/counted.ts';
import { readFragment, safeLength, writeFragment } from '../address.ts';
import { elementsFor, papersIn, readFile, writeFile } from '../file.ts';
import { libraryOf, type KeptPaper } from '../library.ts';
import { planMerge, type Elements, type Merge } from '../merge.ts';
import { kept } from './kept.ts';

/** Gives the reader a file. */
export function download(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** Everything that is kept, as a file that another browser reads. */
export function downloadAll(): void {
  const archive = new URL(withBase(''), location.href).href;
  const library = libraryOf(kept.all());
  const text = writeFile(library, kept.all(), archive, today());
  download(`reading-list-${today()}.json`, text, 'application/json');
}

/** The archive's feed and the searches that are saved, for a feed reader. */
export async function downloadFollowed(): Promise<void> {
  const { followed } = await import('./followed.ts');
  const name = document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content;
  const text = await followed(libraryOf(kept.all()).searches, name ?? '');
  download('feeds.opml', text, 'text/x-opml');
}

/** A link to a list of papers, and what is to be said of it. */
export async function linkTo(
  papers: readonly KeptPaper[],
  name: string,
): Promise<{ readonly link: string; readonly remark: string }> {
  const fragment = await writeFragment({ name, papers: papers.map(({ id }) => id) });
  const link = new URL(withBase('reading-list/'), location.href).href + fragment;
  const papersWords = counted(papers.length, 'paper');
  return {
    link,
    remark:
      link.length <= safeLength
        ? `a link to ${papersWords}, without your notes.`
        : `a link to ${papersWords}. It is long (${link.length.toLocaleString('en')} characters): browsers open it, but some mail and chat programs cut such links. A file is safer.`,
  };
}

/** What comes from elsewhere, before anything is done with it. */
export interface Incoming {
  /** What it is, in a sentence. */
  readonly words: string;
  readonly papers: readonly string[];
  readonly plan: Merge;
}

const planned = (words: string, elements: Elements): Incoming => ({
  words,
  papers: Array.from(elements, ([name, { value }]) =>
    name.endsWith(' star') && value !== null ? name.slice(0, -' star'.length) : '',
  ).filter((id) => id !== ''),
  plan: planMerge(kept, elements),
});

/** The list in this page's address; a sentence if it cannot be read. */
export async function incomingFrom(fragment: string): Promise<Incoming | string | undefined> {
  const list = await readFragment(fragment);
  if (list === undefined) return undefined;
  if (list === 'broken')
    return 'The link to a list is not whole: it was cut on its way. Ask for it again, or for a file.';
  const named = list.name === '' ? '' : `, “${list.name}”`;
  const words = `This link holds a list of ${counted(list.papers.length, 'paper')}${named}.`;
  return planned(words, elementsFor(list.papers, list.name, Date.now()));
}

/** What a file holds; a sentence if that is nothing. */
export async function incomingIn(text: string, name: string): Promise<Incoming | string> {
  const elements = readFile(text, Date.now());
  if (elements !== undefined) return planned(`${name} holds a reading list.`, elements);
  const linked = papersIn(text, withBase(''));
  const { lookUp } = await import('./look-up.ts');
  const { papers, others } = linked.length > 0 ? { papers: linked, others: 0 } : await lookUp(text);
  const rest = others > 0 ? ` ${counted(others, 'other')} it names are not here.` : '';
  return papers.length === 0
    ? `${name} names no paper of this archive.${rest}`
    : planned(
        `${name} names ${counted(papers.length, 'paper')} of this archive.${rest}`,
        elementsFor(papers, '', Date.now()),
      );
}

const kinds = [
  ['star', 'paper', 'papers'],
  ['note', 'note', 'notes'],
  ['read', 'read mark', 'read marks'],
  ['tag', 'tag', 'tags'],
  ['list', 'list', 'lists'],
  ['search', 'saved search', 'saved searches'],
  ['word', 'muted or marked word', 'muted or marked words'],
  ['author', 'muted or marked author', 'muted or marked authors'],
] as const;

/** What taking it in would bring, in a sentence. */
export function bringing({ plan }: Incoming): string {
  const parts = kinds.flatMap(([kind, one, many]) => {
    const count = plan.counts.get(kind);
    return count === undefined ? [] : [counted(count, one, many)];
  });
  return parts.length === 0
    ? 'All of it is here already.'
    : `New here: ${parts.join(', ')}. Nothing of yours is removed; where both have a note, both are kept.`;
}
