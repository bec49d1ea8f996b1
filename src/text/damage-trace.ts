/** A place where a command was, before it is widened to the expression it stands in. */
export interface Trace {
  readonly start: number;
  readonly end: number;
  readonly why: string;
  /** False where only the look of letters is gone: `{it misaligned}`. */
  readonly lost: boolean;
}
