/** From steps and times to the share of a build that is done, and the time that is left. Pure. */
import { stages, type Stage, type Step } from './steps.ts';

/** Seconds that each stage took of a build of 10,000 papers. */
const weights: Readonly<Record<Stage, number>> = { content: 30, pages: 41, index: 26, offline: 5 };

const sum = (some: readonly Stage[]): number =>
  some.reduce((total, stage) => total + weights[stage], 0);

export interface Estimate {
  /** From 0 to 1. */
  readonly share: number;
  /** Seconds; nothing before there is anything to go by. */
  readonly left?: number;
}

/**
 * @param since seconds since the step's stage began
 */
export function estimate({ stage, done, total }: Step, since: number): Estimate {
  const at = stages.indexOf(stage);
  const part = total > 0 ? Math.min(done / total, 1) : 0;
  const worked = weights[stage] * part;
  const share = (sum(stages.slice(0, at)) + worked) / sum(stages);
  if (worked === 0 || since <= 0) return { share };
  // By the pace of this stage alone: the one before may have had nothing to do.
  return { share, left: (since / worked) * (sum(stages.slice(at)) - worked) };
}

/** Seconds as people say them, e.g. `0.4 s`, `40 s`, `3 min`. */
export function duration(seconds: number): string {
  if (seconds < 9.95 && !Number.isInteger(seconds)) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 100 ? `${whole} s` : `${Math.round(whole / 60)} min`;
}
