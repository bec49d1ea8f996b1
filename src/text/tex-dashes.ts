import { protector, type Span } from './protected.ts';

const hyphens = /(?<!-)-{2,3}(?!-)/g;
const before = /[\p{L}\p{N})\]’”'"%$.,?]/u;
const after = /[\p{L}\p{N}([‘“'"`$]/u;
/** Words with these are names of files, options, comments or code. */
const code = /[_=@/\\<>|{}]/;
/** How far a word is looked at; it bounds the search in very long ones. */
const reach = 60;

/** The rest of the word to the left and right of a place. */
function wordAround(text: string, start: number, end: number): readonly [string, string] {
  const left = /(?<!\S)\S*$/.exec(text.slice(Math.max(0, start - reach), start))?.[0] ?? '';
  const right = /^\S*/.exec(text.slice(end, end + reach))?.[0] ?? '';
  return [left, right];
}

/** A word on both sides, without blanks: `data--and`. */
function isTight(
  text: string,
  start: number,
  end: number,
  spanAt: (index: number) => Span | undefined,
): boolean {
  if (!before.test(text[start - 1] ?? '') || !after.test(text[end] ?? '')) return false;
  const [left, right] = wordAround(text, start, end);
  // A formula beside it is no code, and `models--org--name` is a name: one of a cache of models.
  const formula = (at: number): boolean => text[at] === '$' && spanAt(at)?.kind === 'formula';
  const beside = (formula(start - 1) ? '' : left) + (formula(end) ? '' : right);
  return !code.test(beside) && !/^(?:models|datasets|spaces)--/.test(`${left}--`);
}

/** A blank on both sides, and neither a flag nor more hyphens beyond: `techniques -- such`. */
function isLoose(text: string, start: number, end: number): boolean {
  if (text[start - 1] !== ' ' || text[end] !== ' ') return false;
  return /[^\s\-|]/.test(text[start - 2] ?? '') && /[^\s\-|]/.test(text[end + 1] ?? '');
}

/** `---` with a blank on one side, a word on the other: ` ---to the best of our knowledge--- `. */
function isAside(text: string, start: number, end: number): boolean {
  if (end - start !== 3) return false;
  const [left, right] = [text[start - 1] ?? '', text[end] ?? ''];
  return (left === ' ' && /\p{L}/u.test(right)) || (right === ' ' && /[\p{L})]/u.test(left));
}

/** `--` and `---` of TeX become – and —, but not in flags (`--model`), names, rules or addresses. */
export function resolveDashes(text: string): string {
  if (!text.includes('--')) return text;
  const spanAt = protector(text);
  return text.replace(hyphens, (run, start: number) => {
    const end = start + run.length;
    if (spanAt(start)) return run;
    if (
      !isTight(text, start, end, spanAt) &&
      !isAside(text, start, end) &&
      !isLoose(text, start, end)
    )
      return run;
    return run.length === 2 ? '–' : '—';
  });
}
