import { formulaEnd } from './formulas.ts';
import { urlEnd } from './urls.ts';

/** A stretch of text that is never changed. `end` is exclusive. */
export interface Span {
  readonly kind: 'url' | 'formula';
  readonly start: number;
  readonly end: number;
}

const opening = /https?:\/\/|\$|\\[^A-Za-z]|\\begin\{/gi;

/** The addresses and formulas of one paragraph, in order, without overlap: the first to begin wins. */
export function protectedSpans(text: string): Span[] {
  const spans: Span[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = match.index;
    const kind = /^h/i.test(match[0]) ? 'url' : 'formula';
    const end = kind === 'url' ? urlEnd(text, start) : formulaEnd(text, start);
    if (end === undefined) continue;
    spans.push({ kind, start, end });
    opening.lastIndex = end;
  }
  return spans;
}

/** The formulas of one paragraph, in order. */
export const formulaSpans = (text: string): Span[] =>
  protectedSpans(text).filter(({ kind }) => kind === 'formula');

/** A text cut at spans: each stretch, and whether it is one of them. */
export function* cutAt(
  text: string,
  spans: readonly Pick<Span, 'start' | 'end'>[],
): Generator<readonly [stretch: string, isSpan: boolean]> {
  let done = 0;
  for (const { start, end } of spans) {
    if (start > done) yield [text.slice(done, start), false];
    yield [text.slice(start, end), true];
    done = end;
  }
  if (done < text.length) yield [text.slice(done), false];
}

/** Looks up the protected span that holds an index of `text`; logarithmic in the number of spans. */
export function protector(text: string): (index: number) => Span | undefined {
  const spans = protectedSpans(text);
  return (index) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.end ?? Infinity) <= index) low = middle + 1;
      else high = middle;
    }
    const span = spans[low];
    return span !== undefined && span.start <= index ? span : undefined;
  };
}
