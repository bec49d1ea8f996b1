/** Lets a search field keep the lines of a list that is pasted into it. */
import { onOneLine } from '../paste/lines.ts';

/** Browsers make blanks of line breaks, or nothing. */
export function keepLines(field: HTMLInputElement): void {
  field.addEventListener('paste', (event) => {
    const text = onOneLine(event.clipboardData?.getData('text/plain') ?? '');
    if (text === undefined) return;
    event.preventDefault();
    const { selectionStart, selectionEnd, value } = field;
    field.setRangeText(text, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  });
}
