/** The export of a list's papers: those of the page, those of all its pages, or those that the reader ticks. */
import * as words from '#words/export.ts';
import * as common from '#words/common.ts';
import { paperAt } from '../../base.ts';
import { button, make } from '../../browser/dom.ts';
import { fetchPage } from '../../browser/files.ts';
import { openExport, type Scope } from './dialog.ts';

/** Links of the papers of a page's lists, in order, each with the paper's id. */
const linksOf = (page: ParentNode): { readonly link: HTMLAnchorElement; readonly id: string }[] =>
  [...page.querySelectorAll<HTMLAnchorElement>('.papers a.title')].flatMap((link) => {
    const id = paperAt(link.pathname);
    return id === undefined ? [] : [{ link, id }];
  });

const idsOf = (page: ParentNode): string[] => [...new Set(linksOf(page).map(({ id }) => id))];

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
  const boxes = linksOf(document).map(({ link, id }) => {
    const label = words.chooseThis(link.textContent ?? '');
    const box = make('input', { type: 'checkbox', class: 'tick', 'aria-label': label });
    link.before(box);
    return { box, id };
  });
  const idsTicked = (): string[] => boxes.flatMap(({ box, id }) => (box.checked ? id : []));
  const said = make('span', { role: 'status' });
  const take = button(words.exportChosen, () => exportListing(list));
  const tell = (): void => {
    said.textContent = words.chosen(common.papers(idsTicked().length));
    take.disabled = idsTicked().length === 0;
  };
  list.addEventListener('change', tell);
  const end = (): void => {
    for (const { box } of boxes) box.remove();
    list.removeEventListener('change', tell);
    bar.remove();
    ticked = undefined;
  };
  const bar = make(
    'div',
    { class: 'chosen', role: 'group', 'aria-label': words.chosenPapers },
    said,
    take,
    button(words.done, end, { class: 'quiet' }),
  );
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
  const actions = ticked ? [] : [{ label: words.choosePapers, act: () => choosePapers(list) }];
  openExport({ name, scopes, actions });
}
