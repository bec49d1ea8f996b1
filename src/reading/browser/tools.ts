/** Below the list: export and import, what is muted or marked, choices, and where all of it is kept. */
import * as said from '#words/reading.ts';
import * as common from '#words/common.ts';
import * as feeds from '#words/feeds.ts';
import { papersOnMap } from '../../map/browser/link.ts';
import { button, make } from '../../browser/dom.ts';
import type { KeptPaper, Library } from '../library.ts';
import { settingOf, type Setting } from '../names.ts';
import { kept } from './kept.ts';
import { rulesSection } from './rules-section.ts';
import { searchesSection } from './searches-section.ts';
import type { Shown } from './shown.ts';
import {
  canBeLinked,
  downloadAll,
  downloadFollowed,
  incomingIn,
  linkTo,
  type Incoming,
} from './transfer.ts';
import { say } from './toast.ts';

/** What the tools may ask of the page. */
export interface Page {
  act(words: string, action: () => void): void;
  /** Shows what is kept now, and says what was done. */
  said(words: string, undo: () => void): void;
  papers(): readonly KeptPaper[];
  shown(): Shown;
  takeIn(incoming: Incoming | string): void;
  /** Asks the archive for these papers again. */
  refresh(papers: readonly string[], done: (count: number) => void): Promise<void>;
}

const section = (heading: string, ...parts: readonly Node[]): HTMLElement =>
  make('section', {}, make('h2', {}, heading), ...parts);

/** Shows a link, and copies it where that is allowed. */
async function giveLink(page: Page, field: HTMLInputElement): Promise<void> {
  const { name, part } = page.shown();
  const { link, remark } = await linkTo(page.papers(), part === 'list' ? name : '');
  field.hidden = false;
  field.value = link;
  field.select();
  const copied = await navigator.clipboard.writeText(link).then(
    () => true,
    () => false,
  );
  say(copied ? said.copied(remark) : said.pressToCopy(remark));
}

/** The papers as BibTeX, Markdown and so on, made of their pages. */
async function exportPapers(page: Page): Promise<void> {
  const { openExport } = await import('../../citation/browser/dialog.ts');
  const ids = (): string[] => page.papers().map(({ id }) => id);
  const label = said.thoseShown(common.papers(ids().length));
  openExport({ name: 'reading-list', scopes: [{ label, ids }] });
}

function transfer(page: Page): HTMLElement {
  const file = make('input', {
    type: 'file',
    accept: '.json,.md,.bib,.ris,.txt',
    id: 'reading-file',
  });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen === undefined) return;
    const takeIn = async (): Promise<void> => {
      const text = await chosen.text();
      page.takeIn(await incomingIn(text, chosen.name).catch(() => said.fileNotLookedUp));
    };
    void takeIn();
    // The same file may be chosen again.
    file.value = '';
  });
  const link = make('input', { type: 'text', readonly: '', 'aria-label': said.link });
  link.hidden = true;
  const refresh = button(said.lookUp, () => {
    const ids = page.papers().map(({ id }) => id);
    refresh.disabled = true;
    const looked = async (): Promise<void> => {
      await page.refresh(ids, (count) => (refresh.textContent = said.lookedUp(count, ids.length)));
      refresh.disabled = false;
      refresh.textContent = said.lookUp;
      say(said.upToDate);
    };
    void looked();
  });
  return section(
    said.export_,
    make(
      'p',
      { class: 'does', 'data-export': '' },
      button(said.exportPapers, () => void exportPapers(page)),
      button(said.onMap, () => location.assign(papersOnMap(page.papers().map(({ id }) => id)))),
      button(said.asJson, downloadAll),
      button(feeds.followed, () => void downloadFollowed()),
      ...(canBeLinked() ? [button(said.copyLink, () => void giveLink(page, link))] : []),
      refresh,
    ),
    link,
    ...(canBeLinked() ? [make('p', {}, said.linkMeans)] : []),
    make('p', { class: 'file' }, make('label', { for: 'reading-file' }, said.addFile), file),
  );
}

interface Choice {
  readonly element: HTMLElement;
  show(): void;
}

function setting(which: Setting, words: string, unless: boolean, act: Page['act']): Choice {
  const box = make('input', { type: 'checkbox', 'data-setting': which });
  box.addEventListener('change', () => {
    const { checked } = box;
    act(checked ? said.switchedOn : said.switchedOff, () => kept.set(settingOf(which), checked));
  });
  return {
    element: make('label', {}, box, make('span', {}, words)),
    show: () => (box.checked = (kept.value(settingOf(which)) ?? unless) === true),
  };
}

export class Tools {
  readonly element = make('div', { class: 'further' });
  readonly #searches: (library: Library) => void;
  readonly #rules: (library: Library) => void;
  readonly #choices: readonly Choice[];

  constructor(page: Page) {
    const rules = rulesSection(page.act);
    const searches = searchesSection(page.act);
    this.#searches = searches.show;
    this.#rules = rules.show;
    this.#choices = [
      setting('auto', said.auto, true, page.act),
      setting('hide', said.hide, false, page.act),
    ];
    const choices = this.#choices.map(({ element }) => element);
    const clear = button(said.deleteAll, () => {
      const before = [...kept.all()];
      kept.clear();
      page.said(said.deletedAll, () => {
        for (const [name, { value }] of before) kept.set(name, value);
      });
    });
    this.element.append(
      searches.element,
      transfer(page),
      rules.element,
      section(said.choices, make('div', { class: 'choices' }, ...choices)),
      section(said.where, make('p', {}, said.whereAtLength), make('p', { class: 'does' }, clear)),
    );
  }

  show(library: Library): void {
    this.#searches(library);
    this.#rules(library);
    for (const choice of this.#choices) choice.show();
  }
}
