/** A paper's citation in every format, made of what its page says. */
import * as words from '#words/export.ts';
import { button, make } from '../../browser/dom.ts';
import { formatNames, formats, type Format, type FormatName } from '../formats.ts';
import { readPage } from '../read-page.ts';
import { saveAs } from './export.ts';
import { addSheet } from './sheet.ts';

/** Formats that are lines of prose: they are wrapped. */
const prose: ReadonlySet<FormatName> = new Set(['apa', 'ieee', 'markdown']);

/** Puts the formats into the panel behind "Cite". Copying is what `copy-button.ts` does, whatever stands there. */
export async function showFormats(details: Element): Promise<void> {
  await addSheet();
  const shown = details.querySelector<HTMLElement>('pre');
  const work = readPage(document);
  if (!shown || !work) return;
  const first = shown.textContent ?? '';
  let current: FormatName = 'bibtex';
  const buttons = new Map<FormatName, HTMLButtonElement>();
  const choose = (name: FormatName): void => {
    const { label, write, show }: Format = formats[name];
    current = name;
    shown.textContent = name === 'bibtex' ? first : (show?.(work) ?? write([work])).trimEnd();
    shown.ariaLabel = words.citationAs(label);
    shown.classList.toggle('prose', prose.has(name));
    for (const [other, chosen] of buttons) chosen.ariaPressed = String(other === name);
  };
  for (const name of formatNames) {
    const { label } = formats[name];
    buttons.set(
      name,
      button(label, () => choose(name), { 'data-format': name }),
    );
  }
  const group = { class: 'formats', role: 'group', 'aria-label': words.format };
  shown.before(make('div', group, ...buttons.values()));
  const save = button(
    words.download,
    () => saveAs(work.key, current, formats[current].write([work])),
    { class: 'copy', 'data-download': '' },
  );
  (shown.parentElement?.querySelector('.copy') ?? shown).after(save);
  choose('bibtex');
}
