/** How far a build is: told to the command that started it, which shows it. */

/** What a build does, in this order. */
export const stages = ['content', 'pages', 'index', 'offline'] as const;

export type Stage = (typeof stages)[number];

export interface Step {
  readonly stage: Stage;
  /** How many of the stage's papers, pages or files are done, and how many there are. */
  readonly done: number;
  readonly total: number;
}

/** Set for a build that somebody watches: `quiet`, or `verbose` where Astro is to print all that it tells. */
export const watchedVariable = 'OFFPRINT_BUILD';

/** Milliseconds between two reports of one stage. */
const pause = 50;
let last = 0;

/** Tells how far a stage is; called when it begins, too. Costs nothing where nobody watches. */
export function reportStep(stage: Stage, done: number, total: number): void {
  if (process.env[watchedVariable] === undefined) return;
  const now = performance.now();
  if (done > 0 && done < total && now - last < pause) return;
  last = now;
  process.send?.({ stage, done, total } satisfies Step);
}

/** Whether a message of a build is a step. */
export const isStep = (message: unknown): message is Step =>
  typeof message === 'object' && message !== null && 'stage' in message;
