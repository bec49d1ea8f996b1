/** The papers on a page: items of lists, and the paper whose page it is. */
import { paperAt } from '../../base.ts';
import type { Facts } from '../library.ts';

export interface Item {
  readonly id: string;
  /** The item of the list, or the article. */
  readonly element: HTMLElement;
  /** Holds the title. */
  readonly title: HTMLElement;
}

/** The text of an element, formulas as a person would type them. */
export function textOf(element: Element): string {
  const copy = element.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const math of copy.querySelectorAll('math')) {
    math.replaceWith(math.ariaLabel?.trim() ?? '');
  }
  return copy.textContent.replaceAll(/\s+/g, ' ').trim();
}

/** What a page says of a paper. */
export function factsFrom({ element, title }: Item): Facts {
  const by = element.querySelector('.authors, .by > span');
  const date = element.ownerDocument.head.querySelector<HTMLMetaElement>(
    'meta[name=citation_publication_date],meta[name=citation_date]',
  );
  const isPage = element.tagName === 'ARTICLE';
  return {
    title: textOf(title).slice(0, 500),
    by: by === null ? '' : textOf(by).replace(/ ·$/, '').slice(0, 300),
    date: isPage ? (date?.content.replaceAll('/', '-') ?? '') : '',
  };
}

/** The papers in lists that have no star yet. */
export function* listed(root: ParentNode): Generator<Item> {
  for (const element of root.querySelectorAll<HTMLElement>('.papers > li:not([data-keep])')) {
    const title = element.querySelector<HTMLAnchorElement>('a.title');
    const id = title === null ? undefined : paperAt(title.pathname);
    if (title !== null && id !== undefined) yield { id, element, title };
  }
}

/** The paper whose page this is. */
export function ownPaperIn(page: Document): Item | undefined {
  const element = page.querySelector<HTMLElement>('article[data-paper]');
  const title = element?.querySelector('h1');
  const id = element?.dataset['paper'];
  return element && title && id !== undefined ? { id, element, title } : undefined;
}
