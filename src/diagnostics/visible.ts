/**
 * What a terminal would obey or hide instead of showing it: control characters (escape sequences begin with one),
 * line and paragraph separators, characters that turn the direction of text or have no width, and halves of pairs.
 */
const unseen = /(?!\t)\p{Cc}|\p{Cf}|\p{Cs}|[\u2028\u2029]/gu;

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\x1b': '\\e' };

/** Joiners between letters or emoji belong to words and can do no harm. */
const joiners = new Set(['\u200c', '\u200d']);

/**
 * Foreign text (a file's name, a title, a value quoted in a message) for a terminal, on one line: what would be obeyed
 * or is not seen stands there as `\e`, `\n` or `\u{202e}`. Everything foreign that a command prints goes through here.
 */
export function visible(text: string): string {
  return text.replaceAll(unseen, (character) =>
    joiners.has(character)
      ? character
      : (named[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`),
  );
}

/** The same for a text of several lines, whose line ends stay. */
export const visibleLines = (text: string): string => text.split('\n').map(visible).join('\n');

/** A report (plain data) with every text in it made visible. */
export function visibleIn<Report extends object>(report: Report): Report {
  // Not by way of JSON, which has no NaN.
  const shown = structuredClone(report);
  makeVisible(shown);
  return shown;
}

function makeVisible(report: object): void {
  for (const [key, value] of Object.entries(report))
    if (typeof value === 'string') Reflect.set(report, key, visible(value));
    else if (typeof value === 'object' && value !== null) makeVisible(value);
}
