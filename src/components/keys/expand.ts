/** A paper's abstract, shown in place below its title in a list: it is fetched from the paper's own page. */
import * as words from '#words/keys.ts';
import { make } from '../../browser/dom.ts';
import { fetchPage } from '../../browser/files.ts';

/** What a paper's page says of its abstract: the abstract, or that there is none. */
async function abstractAt(address: string): Promise<Node> {
  const page = await fetchPage(address);
  const found = page.querySelector('[data-abstract]') ?? page.querySelector('.paper .none');
  if (found === null) throw new Error('no abstract');
  const copy = document.importNode(found, true);
  copy.removeAttribute('data-abstract');
  return copy;
}

/**
 * Shows the abstract of a paper in a list, or puts it away again.
 *
 * @param title link to the paper
 */
export async function toggleAbstract(title: HTMLAnchorElement): Promise<void> {
  const item = title.closest('li');
  if (item === null) return;
  const shown = item.querySelector(':scope > .expanded');
  if (shown !== null) {
    shown.remove();
    title.setAttribute('aria-expanded', 'false');
    return;
  }
  const box = make('div', { class: 'expanded', role: 'status' });
  item.append(box);
  title.setAttribute('aria-expanded', 'true');
  try {
    box.append(await abstractAt(title.href));
  } catch {
    box.textContent = words.noAbstract;
  }
}
