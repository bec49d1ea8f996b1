/** The export of a list's papers: those of the page, those of all its pages, or those that the reader ticks. */
import * as words from '#words/export.ts';
import * as common from '#words/common.ts';
import { make } from '../../search/browser/dom.ts';
import { openExport, type Scope } from './dialog.ts';
import { fetchPage } from './fetch-works.ts';

/** Links of the papers of a page's lists, in order. */
const linksOf = (page: ParentNode): HTMLAnchorElement[] => [
  ...page.querySelectorAll<HTMLAnchorElement>('.papers a.title[href*="/papers/"]'),
];

const idOf = (link: HTMLAnchorElement): string =>
  decodeURIComponent(
    /\/papers\/([^/]+)\/(?:index\.html)?$/.exec(link.getAttribute('href') ?? '')?.[1] ?? '',
  );

const idsOf = (page: ParentNode): string[] => [
  ...new Set(
    linksOf(page)
      .map(idOf)
      .filter((id) => id !== ''),
  ),
];

/** The ids of all pages of a list, from its first page on. */
async function idsOfAll(first: string): Promise<string[]> {
  const ids: string[] = [];
  const seen = new Set<string>();
  for (let next: string | undefined = first; next !== undefined && !seen.has(next);) {
    seen.add(next);
    const page: Document = await fetchPage(next);
    ids.push(...idsOf(page));
    next = page.querySelector('.pages a[rel~="next"]')?.getAttribute('href') ?? undefined;
  }
  return ids;
}

/** The address of a list's first page, and the name of its file: `topics/agents/page/2/` → `agents`. */
function listOf(path: string): { first: string; name: string } {
  const first = path.replace(/(?:page\/\d+\/)?(?:index\.html)?$/, '');
  return { first, name: first.split('/').at(-2) || 'papers' };
}

/** The papers that are ticked, by link; the boxes are there as long as the reader chooses. */
let ticked: (() => string[]) | undefined;

/** Puts a box before every title, and a bar at the page's end that says how many are ticked. */
function choosePapers(list: Element): void {
  if (ticked) return;
  const boxes = linksOf(document).map((link) => {
    const box = make('input', { type: 'checkbox', class: 'tick', 'aria-label': words.choose });
    box.setAttribute('aria-label', words.chooseThis(link.textContent ?? ''));
    link.before(box);
    return { box, id: idOf(link) };
  });
  const idsTicked = (): string[] => boxes.flatMap(({ box, id }) => (box.checked ? id : []));
  const said = make('span', { role: 'status' });
  const take = make('button', { type: 'button' }, words.exportChosen);
  const done = make('button', { type: 'button', class: 'quiet' }, words.done);
  const bar = make('div', { class: 'chosen', role: 'group', 'aria-label': words.chosenPapers });
  bar.append(said, take, done);
  const tell = (): void => {
    said.textContent = words.chosen(common.papers(idsTicked().length));
    take.disabled = idsTicked().length === 0;
  };
  list.addEventListener('change', tell);
  take.addEventListener('click', () => exportListing(list));
  done.addEventListener('click', () => {
    for (const { box } of boxes) box.remove();
    list.removeEventListener('change', tell);
    bar.remove();
    ticked = undefined;
  });
  ticked = idsTicked;
  tell();
  document.body.append(bar);
  boxes[0]?.box.focus();
}

/** Opens the export of the list that the page shows. */
export function exportListing(list: Element): void {
  const here = idsOf(document);
  const { first, name } = listOf(location.pathname);
  const chosen = ticked?.() ?? [];
  const isPaged = document.querySelector('.pages') !== null;
  const scopes: Scope[] = [
    ...(chosen.length > 0 ? [{ label: words.theChosen(chosen.length), ids: () => chosen }] : []),
    {
      label: isPaged
        ? words.ofPage(common.papers(here.length))
        : words.all(common.papers(here.length)),
      ids: () => here,
    },
    ...(isPaged ? [{ label: words.allOfList, ids: () => idsOfAll(first) }] : []),
  ];
  const ways = ticked ? [] : [{ label: words.choosePapers, act: () => choosePapers(list) }];
  openExport({ name, scopes, ways });
}
