import type { Trace } from './damage-context.ts';

/** Expressions are shown to people: none grows longer than this on either side of its traces. */
const reach = 80;

const signs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Where the run of non-blank characters around an index begins. */
function runStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < reach && !/\s/.test(text[start - 1] ?? '')) start--;
  return start;
}

/** Where the run ends, with what its open brackets still hold. */
function runEnd(text: string, start: number, at: number): number {
  let depth = 0;
  let end = start;
  for (; end < text.length && end - at < reach; end++) {
    const char = text[end] ?? '';
    if (end >= at && /\s/.test(char) && (depth <= 0 || char === '\n')) break;
    if (/[([{]/.test(char)) depth++;
    else if (/[)\]}]/.test(char)) depth--;
  }
  // Brackets that never close, such as those of a nested command, hold nothing.
  if (depth > 0) {
    end = at;
    while (end < text.length && end - at < reach && !/\s/.test(text[end] ?? '')) end++;
  }
  return end;
}

/** `(sim0.01% of the parameters)`: a bracket that holds a sentence is no part of a formula. */
function run(text: string, trace: Trace): [number, number] {
  let start = runStart(text, trace.start);
  let end = runEnd(text, start, trace.end);
  while (start < trace.start && /[([]/.test(text[start] ?? '')) {
    if (text.slice(start, end).split(' ').length < 4) break;
    start++;
    end = runEnd(text, start, trace.end);
  }
  return [start, end];
}

const relationAtEnd =
  /(?:in|to|times|sim|ll|gg|leq?|geq?|neq|approx|cdot|log|ln|pm|mid|circ|subset|subseteq|arrow)$/;
const operand =
  / (?:[-+]?\d[\d.,]*\d%?|\d%?|[B-HJ-Zb-z](?![\w'’-])|[A-Za-z]{1,4}[_^](?:\{[^{}\n]{1,30}\}|[\w*]))/y;

/** A relation at the end of an expression takes its right half with it: `mll n`, `0sim 5`. */
function withOperand(text: string, start: number, end: number): number {
  if (!relationAtEnd.test(text.slice(Math.max(start, end - 12), end))) return end;
  operand.lastIndex = end;
  return operand.test(text) ? operand.lastIndex : end;
}

/** Without the brackets that open or close outside, the punctuation and the quotes around it. */
function trim(text: string, trace: Trace, from: number, to: number): [number, number] {
  let start = from;
  let end = to;
  while (end > trace.end) {
    const last = text[end - 1] ?? '';
    const opening = signs[last];
    const inside = text.slice(start, end);
    const closed =
      opening !== undefined && inside.split(opening).length >= inside.split(last).length;
    if (/[.,;:!?'"”’]/.test(last) || (opening !== undefined && !closed)) end--;
    else break;
  }
  while (start < trace.start) {
    const first = text[start] ?? '';
    const closing = first === '(' ? ')' : first === '[' ? ']' : undefined;
    const inside = text.slice(start, end);
    const enclosing =
      closing !== undefined &&
      (inside.split(first).length > inside.split(closing).length ||
        inside.indexOf(closing) === inside.length - 1);
    if (/["'“‘,;]/.test(first)) start++;
    else if (enclosing) {
      start++;
      if (
        inside.endsWith(closing ?? '') &&
        inside.split(first).length === inside.split(closing ?? '').length
      )
        end--;
    } else break;
  }
  return [start, end];
}

/**
 * Widens each trace to the expression it stands in, from blank to blank and to the end of its brackets,
 * and joins those that meet. A loss says more than a change of typeface.
 *
 * @param traces in order of `start`
 */
export function expressionsOf(text: string, traces: readonly Trace[]): Trace[] {
  const expressions: Trace[] = [];
  for (const trace of traces) {
    const [start, trimmed] = trim(text, trace, ...run(text, trace));
    const end = withOperand(text, start, trimmed);
    const last = expressions.at(-1);
    if (last === undefined || start > last.end) {
      expressions.push({ ...trace, start, end });
      continue;
    }
    const first = last.lost || !trace.lost ? last : trace;
    expressions[expressions.length - 1] = {
      start: Math.min(last.start, start),
      end: Math.max(last.end, end),
      why: first.why,
      lost: first.lost,
    };
  }
  return expressions;
}
