import { isEnvelope, isFieldStart } from './head.ts';

/**
 * Cuts a mailbox (`mbox`, RFC 4155) into its messages, each from its `From ` line on.
 *
 * @param text the mailbox, one code unit a byte
 * @returns where each message begins and ends; nothing if the text does not begin with a message
 */
export function messagesOf(text: string): { readonly start: number; readonly end: number }[] {
  const starts: number[] = [];
  for (let at = 0; at >= 0; at = nextLine(text, at)) {
    if (!text.startsWith('From ', at)) {
      if (starts.length === 0) return [];
      continue;
    }
    const end = nextLine(text, at);
    const after = end < 0 ? '' : text.slice(end, end + 80);
    const apart = at === 0 || /\n\r?\n$/.test(text.slice(Math.max(0, at - 3), at));
    if (apart && isEnvelope(lineAt(text, at)) && isFieldStart(after)) starts.push(at);
    else if (starts.length === 0) return [];
  }
  return starts.map((start, at) => ({ start, end: starts[at + 1] ?? text.length }));
}

const lineAt = (text: string, at: number): string =>
  text.slice(at, at + 400).split('\n', 1)[0] ?? '';

/** Where the next line begins; -1 if there is none. */
function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 || end + 1 >= text.length ? -1 : end + 1;
}
