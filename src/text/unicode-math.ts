/**
 * A formula as a line of Unicode, for where no markup goes: search excerpts, feeds, descriptions, citations.
 *
 *   `x^2\le\epsilon` → `x² ≤ ϵ`   `O(\sqrt T)` → `O(√T)`   `\mathbb{R}^{n\times d}` → `ℝ^{n×d}`
 *
 * Made from the MathML, so that whatever KaTeX understands is understood here. A letter of an alphabet is
 * Unicode's (`\mathcal O` → `𝒪`, `\mathbf x` → `𝐱`), for it says what the letter stands for; words stay plain.
 * The search takes the letters for those that people type.
 */
import type { Element } from 'hast';
import { mathLetters, raised, subscripts, superscripts } from './formula-letters.ts';
import { textOf } from './hast.ts';
import { Line } from './unicode-math-line.ts';

/** What stands above a letter, in the shapes that KaTeX has for it: as a combining character, and by name. */
const accents: readonly (readonly [marks: string, combining: string, name?: string])[] = [
  ['^ˆ', '\u0302', 'hat'],
  ['~˜∼', '\u0303', 'tilde'],
  ['ˉ‾¯', '\u0304', 'bar'],
  ['⃗→', '\u20D7', 'vec'],
  ['˙', '\u0307', 'dot'],
  ['¨', '\u0308'],
  ['˘', '\u0306'],
  ['ˇ', '\u030C'],
  ['´ˊ', '\u0301'],
  ['ˋ`', '\u0300'],
  ['˚', '\u030A'],
];

/** Variants of one letter, and signs that nobody types: what search shall find is written one way. */
const usual: Readonly<Record<string, string>> = {
  ϵ: 'ε',
  ϕ: 'φ',
  ϑ: 'θ',
  ϱ: 'ρ',
  ϖ: 'π',
  '∗': '*',
  '⋆': '*',
  '⋅': '·',
  '\u00A0': ' ',
};

function childrenOf(node: Element): Element[] {
  return node.children.filter((child) => child.type === 'element');
}

function lineOf(node: Element | undefined, tight: boolean): string {
  const line = new Line(tight);
  add(node, line, tight);
  return line.text.replaceAll(/\s+/g, ' ').trim();
}

/** Is it one thing, or does it need brackets beside others? */
function single(text: string): boolean {
  return (
    /^(?:[\p{L}\p{M}]+(?![\p{L}\p{M}])|[\d.,]+|.)[⁰¹²³⁴-⁹₀-₉ⁿᵢⱼₖ′%]*$/u.test(text) ||
    /^[^\s()+−/]*\([^()]*\)$/.test(text)
  );
}

function grouped(text: string): string {
  return single(text) ? text : `(${text})`;
}

/** A root or a divisor takes one letter or number by itself: `√K T`, `√(KT)`. */
function groupedTight(text: string): string {
  return /^√?(?:\p{L}\p{M}*|[\d.,]+)[⁰¹²³⁴-⁹₀-₉ⁿᵢⱼₖ′]*$/u.test(text) ? text : `(${text})`;
}

function holdsWord(node: Element): boolean {
  if (['mi', 'mtext', 'mo'].includes(node.tagName)) return /\p{L}{2}/u.test(textOf(node));
  const letters = childrenOf(node);
  // `\mathrm{max}` comes letter by letter, upright.
  const upright = letters.filter(
    (child) => child.tagName === 'mi' && child.properties['mathvariant'] === 'normal',
  );
  return upright.length > 1 || letters.some(holdsWord);
}

function script(mark: '^' | '_', node: Element | undefined): string {
  if (node === undefined) return '';
  const text = lineOf(node, true);
  if (text === '' || /^[⏞⏟⎴⎵]$/.test(text)) return '';
  if (/^′+$/.test(text) && mark === '^') return text;
  if (text === '∘' && mark === '^') return '°';
  if (/^(?:[*†‡]|st|nd|rd|th)$/.test(text) && mark === '^') return text;
  if (text === '∞' && mark === '_') return text;
  // `N^(3/2)`, as some write it, raises the bracket alone.
  if (/^[()]$/.test(text)) return `${mark}${text}`;
  const set = raised(text, mark === '^' ? superscripts : subscripts);
  if (set !== undefined && !/\p{L}{3}/u.test(text) && !holdsWord(node)) return set;
  return /^.$/u.test(text) ? `${mark}${text}` : `${mark}{${text}}`;
}

/** `x` with a hat as one letter; `hat(xy)` where there is no such letter. */
function accented(base: string, mark: string): string {
  const [, combining = '', name] =
    accents.find(([marks]) => mark !== '' && marks.includes(mark)) ?? [];
  if (Array.from(base).length === 1) return `${base}${combining}`.normalize('NFC');
  return name === undefined ? base : `${name}(${base})`;
}

function fraction(node: Element, tight: boolean): string {
  const [above, below] = childrenOf(node);
  const top = lineOf(above, tight);
  const bottom = lineOf(below, tight);
  if (node.properties['linethickness'] === '0px') return `${top} choose ${bottom}`;
  return `${grouped(top)}/${groupedTight(bottom)}`;
}

function table(node: Element, tight: boolean): string {
  return childrenOf(node)
    .map((row) =>
      childrenOf(row)
        .map((cell) => lineOf(cell, tight))
        .filter((text) => text !== '')
        .join(' '),
    )
    .filter((text) => text !== '')
    .join('; ');
}

/** Is it a letter, or a zero or one, whose typeface says what it stands for? A bold 95.3 is but set off. */
function isSymbol({ tagName }: Element, text: string): boolean {
  return tagName === 'mi' ? /^\p{L}$/u.test(text) : tagName === 'mn' && /^[01]$/.test(text);
}

/** `\mathbf{softmax}`, `\mathsf{NP}`: three letters or more in one alphabet are a word, of names' alphabets two. */
function isWord({ tagName, children }: Element): boolean {
  const variants = new Set(
    children.map((child) =>
      child.type === 'element' && child.tagName === 'mi'
        ? child.properties['mathvariant']
        : undefined,
    ),
  );
  const [variant] = variants;
  const least = /sans|mono/.test(String(variant)) ? 2 : 3;
  return (
    tagName === 'mrow' && variants.size === 1 && variant !== undefined && children.length >= least
  );
}

function leaf(node: Element, line: Line, word: boolean): void {
  const variant = word ? undefined : node.properties['mathvariant'];
  // `\lvert x\rvert` does not stretch, `\mid` has no say in it.
  const bar =
    node.tagName !== 'mo' ||
    node.properties['fence'] === 'true' ||
    node.properties['stretchy'] === 'false';
  const text = Array.from(textOf(node).replaceAll(/[\u2061-\u2064\u200B]/g, ''), (char) =>
    char === '∣' && bar ? '|' : (usual[char] ?? char),
  ).join('');
  if (text === '') return;
  const letters =
    typeof variant === 'string' && variant !== 'italic' && isSymbol(node, text)
      ? mathLetters(text, variant)
      : text;
  if (node.tagName === 'mo') {
    if (bar && /^[|‖]$/.test(text)) line.atom(text);
    else if (/\p{L}{2}/u.test(text)) {
      line.blank();
      line.atom(text);
      line.blank();
    } else line.operator(text);
  } else if (node.tagName === 'mi' && /\p{L}{2}/u.test(text)) line.name(letters);
  else if (node.tagName === 'mtext') {
    if (/^\s/.test(text)) line.blank();
    line.atom(text.trim());
    if (/\s$/.test(text)) line.blank();
  } else line.atom(letters);
}

function add(node: Element | undefined, line: Line, tight: boolean, word = false): void {
  if (node === undefined) return undefined;
  const [first, second, third] = childrenOf(node);
  switch (node.tagName) {
    case 'mi':
    case 'mn':
    case 'mo':
    case 'mtext':
      return leaf(node, line, word);
    case 'annotation':
    case 'mphantom':
      return undefined;
    case 'mspace':
      if (Number.parseFloat(String(node.properties['width'] ?? '0')) >= 0.25) line.blank();
      return undefined;
    case 'msup':
      add(first, line, tight);
      return line.script(script('^', second));
    case 'msub':
    case 'munder':
      add(first, line, tight);
      return line.script(script('_', second));
    case 'msubsup':
    case 'munderover':
      add(first, line, tight);
      return line.script(script('_', second) + script('^', third));
    case 'mover': {
      const mark = second === undefined ? '' : textOf(second);
      if (node.properties['accent'] === 'true') {
        return line.atom(accented(lineOf(first, tight), mark));
      }
      add(first, line, tight);
      return line.script(script('^', second));
    }
    case 'mfrac':
      return line.name(fraction(node, tight));
    case 'msqrt':
      return line.root(
        `√${groupedTight(
          childrenOf(node)
            .map((child) => lineOf(child, tight))
            .join(''),
        )}`,
      );
    case 'mroot':
      return line.root(`${script('^', second) || ''}√${groupedTight(lineOf(first, tight))}`);
    case 'mtable':
      return line.atom(table(node, tight));
    default:
      for (const child of childrenOf(node)) add(child, line, tight, isWord(node));
      return undefined;
  }
}

/**
 * The text of a typeset formula.
 *
 * @param math MathML's `math`, its `mathvariant`s still in place
 * @returns one line, tidied; empty if the formula shows nothing
 */
export function unicodeMath(math: Element): string {
  return lineOf(math, false);
}
