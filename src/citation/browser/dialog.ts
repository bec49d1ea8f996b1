/** Asks in which format papers are to be taken away, and takes them. */
import * as words from '#words/export.ts';
import * as common from '#words/common.ts';
import { button, make } from '../../browser/dom.ts';
import { formatNames, formats, type FormatName } from '../formats.ts';
import { exportPapers, saveAs } from './export.ts';
import { addSheet } from './sheet.ts';

/** Papers that can be taken away. */
export interface Scope {
  /** For readers: `These 20 papers`. */
  readonly label: string;
  /** Their ids, when they are asked for; may throw. */
  readonly ids: () => readonly string[] | Promise<readonly string[]>;
}

export interface Export {
  /** Of the file, without its extension: ASCII. */
  readonly name: string;
  /** What may be taken; the first is chosen. */
  readonly scopes: readonly Scope[];
  /** Other things to do, each a button that closes the dialog. */
  readonly actions?: readonly { readonly label: string; readonly act: () => void }[];
}

/** What is done with the papers once they are written. */
type Give = (format: FormatName, text: string) => unknown;

/** A choice of one of several, as a list of radio buttons. */
function choiceOf(name: string, legend: string, labels: readonly string[]): HTMLFieldSetElement {
  const options = labels.map((label, at) => {
    const input = make('input', { type: 'radio', name, value: String(at) });
    input.checked = at === 0;
    return make('label', {}, input, ` ${label}`);
  });
  return make('fieldset', {}, make('legend', {}, legend), ...options);
}

const chosen = (form: HTMLFormElement, name: string): number =>
  Number(new FormData(form).get(name) ?? 0);

/** What is said of papers that were taken. */
function outcome(done: string, papers: number, missing: number): string {
  const lost = missing === 0 ? '' : words.notRead(common.papers(missing));
  return papers === 0 ? words.noneRead : `${done} ${common.papers(papers)}.${lost}`;
}

interface Taker {
  /** @param done what is said when it is done */
  readonly take: (done: string, give: Give) => () => void;
  readonly stop: () => void;
}

/**
 * Takes papers as the form says, and shows how far it is.
 *
 * @param form with the choices `scope` and `format`
 */
function takerOf(
  form: HTMLFormElement,
  scopes: readonly Scope[],
  bar: HTMLProgressElement,
  status: HTMLElement,
): Taker {
  let cancel: AbortController | undefined;
  const run = async (done: string, give: Give): Promise<void> => {
    cancel?.abort();
    const running = new AbortController();
    cancel = running;
    const { signal } = running;
    bar.removeAttribute('value');
    bar.hidden = false;
    status.textContent = '';
    const format: FormatName = formatNames[chosen(form, 'format')] ?? 'bibtex';
    try {
      const ids = await scopes[chosen(form, 'scope')]?.ids();
      signal.throwIfAborted();
      const { text, papers, missing } = await exportPapers(ids ?? [], format, {
        signal,
        progress: (count, all) => {
          bar.max = all;
          bar.value = count;
        },
      });
      if (papers > 0) await give(format, text);
      status.textContent = outcome(done, papers, missing.length);
    } catch {
      if (!signal.aborted) status.textContent = words.failed;
    } finally {
      if (cancel === running) bar.hidden = true;
    }
  };
  return { take: (done, give) => () => void run(done, give), stop: () => cancel?.abort() };
}

/** Opens the dialog. It is made anew each time, and gone when it is closed. */
export function openExport({ name, scopes, actions = [] }: Export): void {
  const opener = document.activeElement;
  const status = make('p', { role: 'status' });
  const bar = make('progress', { hidden: '', 'aria-label': words.papersRead });
  const form = make('form', { method: 'dialog' });
  const dialog = make('dialog', { class: 'export', 'aria-label': words.export_ }, form);
  const { take, stop } = takerOf(form, scopes, bar, status);
  const save = button(
    words.download,
    take(words.saved, (format, text) => saveAs(name, format, text)),
    { 'data-download': '' },
  );
  const copy = button(
    words.copy,
    take(words.copied, (_, text) => navigator.clipboard.writeText(text)),
    { 'data-copied': '' },
  );
  const quiet = (label: string, act?: () => void): HTMLButtonElement => {
    const closing = (): void => {
      dialog.close();
      act?.();
    };
    return button(label, closing, { class: 'quiet' });
  };
  const others = actions.map(({ label, act }) => quiet(label, act));
  const scopeLabels = scopes.map(({ label }) => label);
  const formatLabels = formatNames.map((format) => formats[format].label);
  form.append(
    make('h2', {}, words.export_),
    choiceOf('scope', words.papers, scopeLabels),
    choiceOf('format', words.format, formatLabels),
    bar,
    status,
    make('p', { class: 'buttons' }, save, copy, ...others, quiet(words.close)),
  );
  dialog.addEventListener('close', () => {
    stop();
    dialog.remove();
    if (opener instanceof HTMLElement) opener.focus();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    save.click();
  });
  document.body.append(dialog);
  // Not before it looks as it should.
  void addSheet().then(() => dialog.showModal());
}
