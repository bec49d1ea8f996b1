/** Whether a regular expression takes a time in proportion to its input. */
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { analyse } from 'scslre';

/** A repetition of up to more than this is taken for endless: `.{0,2000}` on every character of a line is as bad. */
const endless = 64;

/** The pattern with small repetitions cut to two and large ones made endless, which changes no power of its time. */
export function simplified(source: string, flags: string): string {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  visitRegExpAST(pattern, {
    onQuantifierEnter({ element, end, min, max, greedy }) {
      const most = max > endless ? '' : String(Math.min(max, 2));
      const text = `{${Math.min(min, 2)},${most}}${greedy ? '' : '?'}`;
      edits.push({ start: element.end, end, text });
    },
  });
  let result = source;
  for (const { start, end, text } of edits.toSorted((a, b) => b.start - a.start))
    result = result.slice(0, start) + text + result.slice(end);
  return result;
}

/**
 * Why an expression is not linear.
 *
 * @returns one sentence each; none: nothing was found
 */
export function findings(source: string, flags: string): string[] {
  const { reports } = analyse({ source: simplified(source, flags), flags });
  const said = reports.map(({ type, exponential, character }) => {
    const many = `many ${JSON.stringify(character.pick)}`;
    if (type === 'Move') return `every character of ${many} begins a search to their end`;
    return exponential
      ? `${many} are tried in exponentially many ways`
      : `${many} can be shared out between two repetitions`;
  });
  return [...new Set(said)];
}
