/** Copy buttons, which only scripts can offer: `[data-copy]` gets one behind it, and a status that says what it did. */
import * as words from '#words/everywhere.ts';
import { button, make } from '../browser/dom.ts';

async function copy(source: Element, status: Element): Promise<void> {
  try {
    await navigator.clipboard.writeText(source.textContent ?? '');
    status.textContent = words.copied;
  } catch {
    // The clipboard is forbidden or the page is not served securely: one key press is left to the reader.
    getSelection()?.selectAllChildren(source);
    status.textContent = words.selected;
  }
  setTimeout(() => (status.textContent = ''), 4000);
}

for (const source of document.querySelectorAll('[data-copy]')) {
  const status = make('span', { class: 'copied', role: 'status' });
  source.after(
    button(words.copy, () => void copy(source, status), { class: 'copy' }),
    status,
  );
}
