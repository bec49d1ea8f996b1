import { damagedBraces } from './damage-braces.ts';
import { expressionsOf } from './damage-expression.ts';
import type { Trace } from './damage-context.ts';
import { damagedWords } from './damage-words.ts';
import { protectedSpans } from './protected.ts';

/** An expression that has lost its TeX. `start` and `end` count UTF-16 units of the text; `end` is exclusive. */
export interface Damage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What is wrong, in words for people: "`ntimes` is `n` and a `\times` that lost its backslash". */
  readonly why: string;
}

const code = /`[^`\n]{1,200}`(?!`)/g;

/** Every trace of a lost command, in order, outside formulas that still have their TeX, addresses and code. */
function tracesOf(text: string): Trace[] {
  const traces = [...damagedWords(text), ...damagedBraces(text)];
  if (traces.length === 0) return traces;
  const whole: { start: number; end: number }[] = protectedSpans(text).map(({ start, end }) => ({
    start,
    end,
  }));
  for (const match of text.matchAll(code)) {
    whole.push({ start: match.index, end: match.index + match[0].length });
  }
  whole.sort((a, b) => a.start - b.start);
  traces.sort((a, b) => a.start - b.start);
  let at = 0;
  let reached = 0;
  return traces.filter((trace) => {
    for (
      let span = whole[at];
      span !== undefined && span.start <= trace.start;
      span = whole[++at]
    ) {
      reached = Math.max(reached, span.end);
    }
    return trace.start >= reached;
  });
}

/**
 * The expressions of a plain title or abstract that have lost their TeX, in order, without overlap.
 *
 * They are found by what the loss leaves behind; docs/damage.md says what that is, how often it is right, and
 * which losses leave no trace (`\sqrt{T}` becomes `T`). Nothing is repaired. Time is linear in the text's length.
 *
 * @param text plain text, as captured or as normalised
 */
export function findDamage(text: string): Damage[] {
  return expressionsOf(text, tracesOf(text)).map(({ start, end, why }) => ({
    start,
    end,
    text: text.slice(start, end),
    why,
  }));
}

/** Damage of a paper: in which of its texts, what is left, and what is wrong with it. */
export interface PaperDamage {
  readonly where: 'title' | 'abstract';
  readonly text: string;
  readonly why: string;
}

/**
 * What a paper has lost that a reader needs, title first; empty if nothing.
 *
 * @param title plain text
 * @param abstract plain text
 */
export function damageOf(title: string, abstract: string): PaperDamage[] {
  return (
    [
      ['title', title],
      ['abstract', abstract],
    ] as const
  ).flatMap(([where, of]) =>
    isDamaged(of) ? findDamage(of).map(({ text, why }) => ({ where, text, why })) : [],
  );
}

/**
 * Has a plain title or abstract lost something that a reader needs? True if `findDamage` finds more than a lost
 * change of typeface: `{it misaligned}` alone says what its author said.
 */
export function isDamaged(text: string): boolean {
  return tracesOf(text).some(({ lost }) => lost);
}
