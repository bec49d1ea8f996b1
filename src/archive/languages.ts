/** The languages of papers' titles and abstracts, where they are others than the page's own words'. */
import { locale } from '#words/locale.ts';
import { langOf, writtenIn } from '../text/language.ts';
import type { Paper } from './archive.ts';

/** What `lang` is to be on a paper's title and on its abstract; absent where the page says it. */
export interface Languages {
  readonly title: string | undefined;
  readonly text: string | undefined;
}

const known = new WeakMap<object, Languages>();

/** A title is short: where it does not tell, it is in the abstract's language. */
export function languagesOf(paper: Pick<Paper, 'title' | 'text'>): Languages {
  const before = known.get(paper);
  if (before) return before;
  const text = langOf(paper.text, locale);
  const languages = {
    title: writtenIn(paper.title) === undefined ? text : langOf(paper.title, locale),
    text,
  };
  known.set(paper, languages);
  return languages;
}
