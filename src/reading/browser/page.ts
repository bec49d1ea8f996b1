/** The reading list's own page. */
import * as said from '#words/reading.ts';
import { find, make } from '../../browser/dom.ts';
import { follow, move } from '../lists.ts';
import { isKnown, markRead, star, unstar } from '../marks.ts';
import { libraryOf, type KeptPaper, type Library } from '../library.ts';
import type { Change } from '../store.ts';
import { Arrival } from './arrival.ts';
import { askAll } from './fetched.ts';
import { guardUnkept, kept, onOthers } from './kept.ts';
import { Parts } from './parts.ts';
import { Row } from './row.ts';
import { papersShown, searchFor, shownIn, type Shown } from './shown.ts';
import { say } from './toast.ts';
import { Tools } from './tools.ts';

/** Rows that are made at a time. */
const atOnce = 200;

class ReadingPage {
  readonly #list = make('ol', { class: 'papers', 'data-list': '' });
  readonly #none = make('p', { class: 'none' });
  readonly #more = make('button', { type: 'button' }, said.more);
  readonly #rows = new Map<string, Row>();
  readonly #parts: Parts;
  readonly #tools: Tools;
  #library: Library = libraryOf(kept.all());
  #shown: Shown = shownIn(location.search);
  #count = atOnce;

  constructor(root: HTMLElement) {
    const act = (words: string, action: () => void): void => this.#do(words, action);
    const arrival = new Arrival(act, () => void this.#nameAll());
    this.#parts = new Parts((shown) => this.#go(shown), act);
    this.#tools = new Tools({
      act,
      said: (words, undo) => this.#said(words, undo),
      papers: () => papersShown(this.#library, this.#shown),
      shown: () => this.#shown,
      takeIn: (incoming) => arrival.show(incoming),
      refresh: (papers, done) => this.#ask(papers, done),
    });
    const heading = make('h2', { class: 'hidden' }, said.papers);
    root.append(arrival.element, this.#parts.element, heading, this.#none, this.#list);
    root.append(this.#more, this.#tools.element);
    this.#more.addEventListener('click', () => {
      this.#count += atOnce;
      this.show();
    });
    window.addEventListener('popstate', () => {
      this.#shown = shownIn(location.search);
      this.show();
    });
    onOthers(() => this.show());
    this.show();
    void arrival.followAddress();
    this.#edit(new URLSearchParams(location.search).get('edit') ?? '');
    void this.#followRenamed(root.dataset['renamed'] ?? '').then(() => this.#nameAll());
    root.dataset['state'] = 'ready';
  }

  /** Shows what is kept now. Rows stay who they are: what is being written in one is left alone. */
  show(): void {
    this.#library = libraryOf(kept.all());
    const library = this.#library;
    const papers = papersShown(library, this.#shown);
    const focused = document.activeElement;
    const ordered = this.#shown.order === 'own' && this.#shown.part !== 'noted';
    this.#parts.show(library, this.#shown);
    this.#tools.show(library);
    const rows = papers.slice(0, this.#count).map((paper) => {
      const row = this.#rows.get(paper.id) ?? this.#rowFor(paper);
      this.#rows.set(paper.id, row);
      row.show(paper, library.lists, ordered);
      return row.element;
    });
    const isSame = rows.length === this.#list.children.length;
    if (!isSame || rows.some((row, at) => row !== this.#list.children[at])) {
      const at = [...this.#list.children].findIndex((row) => row.contains(focused));
      this.#list.replaceChildren(...rows);
      if (at >= 0 && focused instanceof HTMLElement) this.#refocus(focused, at);
    }
    this.#more.hidden = papers.length <= this.#count;
    this.#none.hidden = papers.length > 0;
    this.#none.textContent = this.#shown.part === 'all' ? said.nothing : said.none;
  }

  /** What was moved has lost the focus; of a row that is gone, the next one takes it. @param at the row's old place */
  #refocus(focused: HTMLElement, at: number): void {
    const next = this.#list.children[Math.min(at, this.#list.children.length - 1)];
    const alike = next?.querySelector<HTMLElement>(
      `[data-does="${focused.dataset['does']}"], .title`,
    );
    const kept = focused.isConnected ? focused : (alike ?? document.querySelector('main'));
    kept?.focus();
  }

  /** Opens the fields of one paper, as an address asks for. */
  #edit(id: string): void {
    const row = this.#rows.get(id);
    row?.element.scrollIntoView();
    row?.edit(true);
  }

  #rowFor(paper: KeptPaper): Row {
    const asked = {
      read: ({ id }: KeptPaper, read: boolean) =>
        this.#do(read ? said.markedRead : said.markedUnread, () => markRead(kept, id, read)),
      keep: ({ id }: KeptPaper, keep: boolean) =>
        this.#do(keep ? said.saved : said.removed, () =>
          keep ? star(kept, id) : unstar(kept, id),
        ),
      step: ({ id }: KeptPaper, by: -1 | 1) => {
        const papers = papersShown(this.#library, this.#shown);
        const target = papers[papers.findIndex((other) => other.id === id) + by];
        if (target !== undefined) this.#move(id, target.id);
      },
      drop: (id: string, on: string) => this.#move(id, on),
    };
    return new Row(paper, this.#library.lists, asked, () => {
      guardUnkept();
      if (kept.trouble !== undefined) say('');
      this.show();
    });
  }

  #move(id: string, target: string): void {
    const list = this.#shown.part === 'list' ? this.#shown.name : undefined;
    const title = this.#library.papers.get(id)?.title ?? '';
    this.#do(said.moved(title), () => move(kept, this.#library, list, id, target));
  }

  /** Does something, says so, and lets it be undone. */
  #do(words: string, action: () => void): void {
    const change: Change = kept.changing(action);
    this.#said(words, () => kept.undo(change));
  }

  #said(words: string, undo: () => void): void {
    this.show();
    guardUnkept();
    say(words, () => {
      undo();
      this.show();
    });
  }

  #go(shown: Shown): void {
    this.#shown = shown;
    this.#count = atOnce;
    history.pushState(null, '', location.pathname + searchFor(shown));
    this.show();
  }

  /** Papers whose address has changed since they were starred. */
  async #followRenamed(address: string): Promise<void> {
    const answer: unknown = await fetch(address)
      .then((response) => response.json())
      .catch(() => undefined);
    if (typeof answer !== 'object' || answer === null) return;
    let some = false;
    for (const former of this.#library.papers.keys()) {
      const now: unknown = Reflect.get(answer, former);
      if (typeof now !== 'string') continue;
      follow(kept, former, now);
      some = true;
    }
    if (some) this.show();
  }

  /** Asks for what lists left out of papers, and of those that came by their addresses alone. */
  async #nameAll(): Promise<void> {
    const nameless = [...this.#library.papers.values()].filter(
      ({ id, star }) => star !== undefined && !isKnown(kept, id),
    );
    if (nameless.length > 0) await this.#ask(nameless.slice(0, atOnce).map(({ id }) => id));
  }

  async #ask(ids: readonly string[], done: (count: number) => void = () => undefined) {
    await askAll(ids, done);
    this.show();
  }
}

const root = find(document, '[data-reading]', HTMLElement);
void new ReadingPage(root);
