/** The reading list out and in: files, and a link that holds it. */
import * as said from '#words/reading.ts';
import * as common from '#words/common.ts';
import { storageName, withBase } from '../../base.ts';
import { download } from '../../browser/files.ts';
import { counted } from '../../words/formats.ts';
import { readFragment, safeLength, writeFragment } from '../address.ts';
import { elementsFor, papersIn, readFile, writeFile } from '../file.ts';
import { libraryOf, type KeptPaper } from '../library.ts';
import { planMerge, type Elements, type Merge } from '../merge.ts';
import { kept } from './kept.ts';

const today = (): string => new Date().toISOString().slice(0, 10);

/** Address of the archive's home page; a copy on a disk names the site that it was made of, if that is anywhere. */
function homeAddress(): string {
  const name = storageName();
  return /^https?:/.test(name) ? name : new URL(withBase(''), location.href).href;
}

/** Whether a link to this archive can be opened by others. */
export const canBeLinked = (): boolean => homeAddress().startsWith('http');

/** Everything that is kept, as a file that another browser reads. */
export function downloadAll(): void {
  const library = libraryOf(kept.all());
  const text = writeFile(library, kept.all(), homeAddress(), today());
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
  const link = `${homeAddress()}reading-list/${fragment}`;
  const many = common.papers(papers.length);
  return {
    link,
    remark: link.length <= safeLength ? said.linkTo(many) : said.longLink(many, link.length),
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
  if (list === 'broken') return said.brokenLink;
  const words = said.linkHolds(common.papers(list.papers.length), list.name);
  return planned(words, elementsFor(list.papers, list.name, Date.now()));
}

/** What a file holds; a sentence if that is nothing. */
export async function incomingIn(text: string, name: string): Promise<Incoming | string> {
  const elements = readFile(text, Date.now());
  if (elements !== undefined) return planned(said.fileHolds(name), elements);
  const linked = papersIn(text, new URL(homeAddress()).pathname);
  const { lookUp } = await import('./look-up.ts');
  const { papers, others } = linked.length > 0 ? { papers: linked, others: 0 } : await lookUp(text);
  const rest = others > 0 ? said.notHere(others) : '';
  return papers.length === 0
    ? said.fileNone(name) + rest
    : planned(
        said.fileNames(name, common.papers(papers.length)) + rest,
        elementsFor(papers, '', Date.now()),
      );
}

/** What taking it in would bring, in a sentence. */
export function bringing({ plan }: Incoming): string {
  const parts = Object.entries(said.kinds).flatMap(([kind, forms]) => {
    const count = plan.counts.get(kind);
    return count === undefined ? [] : [counted(count, forms)];
  });
  return parts.length === 0 ? said.allHere : said.newHere(parts.join(', '));
}
