import { hasEmphasis, settleEmphasis, withoutEmphasis } from './emphasis.ts';
import { decodeMojibake } from './mojibake.ts';
import { resolveDashes } from './tex-dashes.ts';
import { resolveDoubleQuotes, resolveSingleQuotes } from './tex-quotes.ts';
import { resolveTies } from './tex-ties.ts';
import { resolveCommands } from './tex.ts';
import { paragraphs, tidy } from './white-space.ts';

/** Without one of these a paragraph holds nothing to resolve. */
const leftovers = /[\\`~{\u00C2-\u00F4]|''|--/;

/** Whether marks of emphasis stay, and whether TeX commands make some. */
type Marking = 'none' | 'marked' | 'tex';

/** Real texts settle in two rounds; what has not settled by then is too tangled to be touched. */
const rounds = 8;

function resolveOnce(text: string, marking: Marking): string {
  let result = resolveCommands(decodeMojibake(text), marking === 'tex');
  result = resolveDoubleQuotes(result);
  result = resolveSingleQuotes(result);
  result = resolveTies(result);
  return tidy(resolveDashes(result), marking !== 'none');
}

/**
 * Resolves until nothing changes any more. This, and giving a paragraph back as it was if it does not
 * settle, makes the whole idempotent by construction.
 */
function resolveParagraph(text: string, marking: Marking = 'none'): string {
  let current = text;
  for (let round = 0; round < rounds; round++) {
    if (!leftovers.test(current)) return current;
    const next = resolveOnce(current, marking);
    if (next === current) return current;
    current = next;
  }
  return text;
}

/**
 * The normalisation of a plain title or abstract: what a page shows of it, character for character.
 *
 * | what | becomes | stays |
 * | --- | --- | --- |
 * | control characters, lone surrogates, noncharacters, byte order marks, bidi embeddings, overrides, isolates | nothing | joiners, direction marks |
 * | UTF-8 read as Latin-1 or Windows-1252: `FranÃ§ois`, `â€™` | ç, ’ | `Ã€` by itself |
 * | white space, line ends | one blank | |
 * | empty lines | `\n\n` between paragraphs | |
 * | `\%` `\&` `\#` `\_` `\$` `\{` `\}` | the character | `\$` where the bare dollar would make a formula |
 * | `T\"ulu` `\'{e}` `{\'\i}` `\c{c}` `\v{s}` | ü é í ç š | escaped quotes: `\"word\"`, `don\'t` |
 * | `\L ojasiewicz` `\o` `\ss` `\aa` … | Ł ø ß å | `\O(n)`, `\L_2` |
 * | `\textbf{…}` `\emph{…}` `{\em …}` `\url{…}` | what the braces hold | `\textsuperscript`, `\footnote`, `\cite`, unknown commands |
 * | `\href{URL}{text}` | text (URL) | |
 * | `{\alpha}` `360\deg` `\r{ho}` `45 \times 40`, a Greek letter alone in prose | the sign: α ° ρ × | letters beside `=`, `^`, `(` |
 * | `\eg` `\ie` `\etal` | e.g., i.e., et al. | |
 * | `S\textsuperscript{2}` | S² | what Unicode cannot raise |
 * | `2{,}100` `under{-}line` `{B}ayesian` | without braces | `1{-}2`, `{O}(T)` |
 * | `\GitChameleon{}` `\LaTeX` | its name | `\method{}`, `\Foo` |
 * | `\ldots` `et al.\ 2020` `10\,000` | … and blanks | |
 * | ``` ``…'' ``` `''…''` `` `…' `` | “…” ‘…’ | `5''`, `` `code` ``, straight quotes |
 * | `--` `---` between words or blanks | – — | `--model`, longer runs, `models--a--b` |
 * | `Fig.~3` `J.~Smith` `set~$D$` `18~VLMs` `Opus~4` | a blank | every other `~` |
 *
 * Nothing inside an address or a formula (`$…$`, `$$…$$`, `\(…\)`, `\[…\]`, math environments) is changed,
 * and nothing in formulas that have lost their TeX (`Ain R^{ntimes d}`). Where a rule could make a text
 * say something else, the text stays as it is: an ugly text is better than a false one.
 *
 * Idempotent. Time is linear in the length of the text. docs/text.md says the same for people.
 *
 * @param text as captured
 * @returns paragraphs of one line each, joined by `\n\n`
 */
export function normalise(text: string): string {
  // Before control characters go: they may be bytes of letters.
  return tidy(
    paragraphs(decodeMojibake(text))
      .map((text) => resolveParagraph(text))
      .join('\n\n'),
  );
}

/** Commands of emphasis are among what this finds. */
const emphatic = /\\(?:emph|text|em|it|sl|bf)/;

/**
 * The same, with emphasis: without its marks the text is `normalise(text)`. Where a mark would keep a rule from what
 * it is for, the paragraph has none.
 *
 * @param text as captured, with the marks that its format has put in
 * @param tex whether `\emph{…}`, `\textbf{…}`, `{\em …}` and the like are emphasis; otherwise they are resolved all
 *   the same
 */
export function normaliseEmphasis(text: string, tex: boolean): string {
  if (!hasEmphasis(text) && !(tex && emphatic.test(text))) return normalise(text);
  const found = paragraphs(settleEmphasis(decodeMojibake(text)), true).map((paragraph) => {
    const plain = resolveParagraph(withoutEmphasis(paragraph));
    const marked = settleEmphasis(resolveParagraph(paragraph, tex ? 'tex' : 'marked'));
    return withoutEmphasis(marked) === plain ? marked : plain;
  });
  const marked = found.join('\n\n');
  const plain = normalise(withoutEmphasis(text));
  return withoutEmphasis(marked) === plain ? marked : plain;
}
