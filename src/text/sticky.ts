/** What a command of TeX stands for; `end` is exclusive. */
export interface Resolved {
  readonly text: string;
  readonly end: number;
}

/** Runs a sticky pattern at one place of a text; its `lastIndex` is then the end of what it found. */
export function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}
