/** A paper's crumbs lead back to the list from which the reader came; where that is not known, to its digest. */
import { thisPaper } from '#words/everywhere.ts';
import { withBase } from '../base.ts';
import { make } from '../browser/dom.ts';

/** `papers/`, `search/`, `topics/agents/`, of whatever page. */
const list =
  /^(?:(papers|search)\/|(topics|authors|digests)\/([^/]+)\/)(?:page\/\d+\/)?(?:index\.html)?$/;

const textOf = (scope: string, path: string): string =>
  document.querySelector(`${scope} a[href^="${CSS.escape(withBase(path))}"]`)?.textContent ?? '';

/** Link texts and addresses from the section to the list, with the names that the page has; none if it lacks one. */
function trailTo(from: URL): [label: string, href: string][] {
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
  const trail = trailTo(new URL(document.referrer));
  if (trail.length === 0 || trail.some(([label]) => label === '')) return;
  const links = trail.map(([label, href]) => make('a', { href }, label));
  const digest = crumbs.querySelector<HTMLAnchorElement>('li:nth-child(2) a');
  const last = crumbs.querySelector('[aria-current]');
  if (!last) return;
  // A paper has a number in its digest alone.
  if (links.at(-1)?.pathname !== digest?.pathname) last.textContent = thisPaper;
  // Nothing below may move: as many lines as before.
  crumbs.style.minBlockSize = `${crumbs.offsetHeight}px`;
  crumbs.dataset['from'] = '';
  crumbs.replaceChildren(...[...links, last].map((content) => make('li', {}, content)));
}

const crumbs = document.querySelector<HTMLElement>('.crumbs ol');
if (crumbs && document.querySelector('article[data-paper]')) leadBack(crumbs);
