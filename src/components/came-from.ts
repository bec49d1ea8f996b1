/** A paper's crumbs lead back to the list from which the reader came; where that is not known, to its digest. */
import { thisPaper } from '#words/everywhere.ts';
import { withBase } from '../base.ts';

/** `papers/`, `search/`, `topics/agents/`, of whatever page. */
const list =
  /^(?:(papers|search)\/|(topics|authors|digests)\/([^/]+)\/)(?:page\/\d+\/)?(?:index\.html)?$/;

const textOf = (scope: string, path: string): string =>
  document.querySelector(`${scope} a[href^="${CSS.escape(withBase(path))}"]`)?.textContent ?? '';

/** Link texts and addresses from the section to the list, with the names that the page has; none if it lacks one. */
function wayTo(from: URL): [label: string, href: string][] {
  const [, only, section, id] = list.exec(from.pathname.slice(withBase('').length)) ?? [];
  const here = from.pathname + from.search;
  if (only === 'search') return [[document.querySelector('.seek button')?.ariaLabel ?? '', here]];
  if (only !== undefined) return [[textOf('.masthead', `${only}/`), here]];
  if (section === undefined || id === undefined) return [];
  return [
    [textOf('.masthead', `${section}/`), withBase(`${section}/`)],
    [textOf('main', `${section}/${id}/`), here],
  ];
}

function leadBack(crumbs: HTMLElement): void {
  // Said by the browser to the page, of this site alone, and kept nowhere.
  if (!document.referrer.startsWith(location.origin + withBase(''))) return;
  const way = wayTo(new URL(document.referrer));
  if (way.length === 0 || way.some(([label]) => label === '')) return;
  const links = way.map(([textContent, href]) =>
    Object.assign(document.createElement('a'), { textContent, href }),
  );
  const digest = crumbs.querySelector<HTMLAnchorElement>('li:nth-child(2) a');
  const last = crumbs.querySelector('[aria-current]');
  if (!last) return;
  // A paper has a number in its digest alone.
  if (links.at(-1)?.pathname !== digest?.pathname) last.textContent = thisPaper;
  // Nothing below may move: as many lines as before.
  crumbs.style.minBlockSize = `${crumbs.offsetHeight}px`;
  crumbs.dataset['from'] = '';
  const items = [...links, last].map((content) => {
    const item = document.createElement('li');
    item.append(content);
    return item;
  });
  crumbs.replaceChildren(...items);
}

const crumbs = document.querySelector<HTMLElement>('.crumbs ol');
if (crumbs && document.querySelector('article[data-paper]')) leadBack(crumbs);
