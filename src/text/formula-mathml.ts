/** From KaTeX's MathML to a tree that may go into a page: only elements and attributes that draw. */
import type { Element, ElementContent } from 'hast';
import { parseXml, XmlElement, XmlText, type XmlNode } from '@rgrove/parse-xml';
import { mathLetters } from './formula-letters.ts';
import { element, textOf } from './hast.ts';

/** MathML Core's elements but those that link, embed or act, and `menclose`, which draws its content everywhere. */
const elements = new Set(
  'math semantics annotation mrow mi mo mn mtext mspace msup msub msubsup munder mover munderover mfrac msqrt mroot mtable mtr mtd mstyle mpadded mphantom menclose'.split(
    ' ',
  ),
);

/** No colours: an author's would not be read on every theme, and could hide what a page says. */
const attributes = new Set(
  'display stretchy fence separator symmetric form largeop movablelimits accent accentunder lspace rspace minsize maxsize linethickness width height depth voffset columnalign columnspacing rowspacing scriptlevel displaystyle notation encoding mathvariant'.split(
    ' ',
  ),
);

const application = '\u2061';
const thinSpace = '0.1667em';

function isOperator(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'mo';
}

const space = (): Element => element('mspace', { width: thinSpace });

/** Is it `log` with its scripts, as in `\log_2 n`? */
function isNamed(node: ElementContent | undefined): boolean {
  if (node?.type !== 'element' || !/^m(?:sub|sup|under|over)/.test(node.tagName)) return false;
  return textOf(node.children[0]).endsWith(application);
}

/**
 * TeX sets a thin space on either side of `log`; in MathML the sign "function application", which KaTeX writes
 * after it, has none.
 */
function spaced(children: readonly ElementContent[]): ElementContent[] {
  if (!children.some((child) => textOf(child).includes(application))) return [...children];
  const result: ElementContent[] = [];
  for (const [index, child] of children.entries()) {
    const next = children[index + 1];
    const applied = isOperator(next) && textOf(next) === application;
    const before = result.at(-1);
    const apart = before?.type === 'element' && before.tagName === 'mspace';
    const operand =
      before !== undefined && (!isOperator(before) || /^[)\]}]$/.test(textOf(before)));
    if ((applied || isNamed(child)) && operand && !apart) result.push(space());
    result.push(child);
    const named = isNamed(child) || (isOperator(child) && textOf(child) === application);
    if (named && next !== undefined && !isOperator(next)) result.push(space());
  }
  return result;
}

function contentOf(node: XmlElement): ElementContent[] | undefined {
  const content: ElementContent[] = [];
  for (const child of node.children) {
    const converted = convert(child);
    if (converted === undefined) return undefined;
    content.push(converted);
  }
  return content;
}

function convert(node: XmlNode): ElementContent | undefined {
  if (node instanceof XmlText) return { type: 'text', value: node.text };
  if (!(node instanceof XmlElement) || !elements.has(node.name)) return undefined;
  const children = contentOf(node);
  if (children === undefined) return undefined;
  const properties: Record<string, string> = {};
  for (const [name, value] of Object.entries(node.attributes)) {
    if (attributes.has(name)) properties[name] = value;
  }
  const only = children[0];
  // A row, or a style without attributes, of one element says nothing.
  const idle = node.name === 'mrow' || node.name === 'mstyle';
  if (idle && Object.keys(properties).length === 0 && children.length === 1 && only !== undefined) {
    return only;
  }
  // KaTeX writes `\boldsymbol{ab}` as a letter that holds a row.
  const letters = /^m[ino]$/.test(node.name) && children.some(({ type }) => type === 'element');
  const tagName = letters ? 'mrow' : node.name;
  const row = ['mrow', 'math', 'mtd', 'mstyle', 'msqrt'].includes(tagName);
  return element(
    tagName,
    properties,
    ...(isNorm(node) ? ['‖'] : row ? spaced(children) : children),
  );
}

/** KaTeX gives `\|x\|` the sign of `\parallel`, which alone is a relation. */
function isNorm({ name, text, attributes: { fence, stretchy } }: XmlElement): boolean {
  return text === '∥' && (name === 'mi' || (name === 'mo' && (fence ?? stretchy) !== undefined));
}

/**
 * Reads what KaTeX prints with `output: 'mathml'`.
 *
 * @param markup `<span class="katex"><math>…</math></span>`
 * @returns the `math` element, or nothing if it holds what no formula needs
 */
export function readMathml(markup: string): Element | undefined {
  const math = parseXml(markup).root?.children[0];
  if (math === undefined) return undefined;
  const read = convert(math);
  return read?.type === 'element' && read.tagName === 'math' ? read : undefined;
}

/** Elements of HTML for the typefaces of words; MathML takes them within its `mtext`. */
const typefaces: readonly (readonly [RegExp, string])[] = [
  [/bold/, 'strong'],
  [/italic/, 'em'],
  [/monospace/, 'code'],
];

function styledWords(value: string, variant: unknown): ElementContent {
  let node: ElementContent = { type: 'text', value };
  for (const [kind, tagName] of typefaces) {
    if (typeof variant !== 'string' || !kind.test(variant)) continue;
    node = element(tagName, {}, node);
  }
  return node;
}

/**
 * The content of a formula that is words and nothing else, `\textit{Evo\textbf{L}ved}`, as HTML.
 *
 * @param node what KaTeX made of it, its `mathvariant`s still in place
 */
export function wordsOnly(node: ElementContent | undefined): ElementContent[] | undefined {
  if (node?.type !== 'element') return undefined;
  if (node.tagName === 'mtext') {
    const value = textOf(node).replaceAll('\u00A0', ' ');
    return [styledWords(value, node.properties['mathvariant'])];
  }
  if (node.tagName !== 'mrow') return undefined;
  const parts = node.children.map(wordsOnly);
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

/** `mathvariant` as the letters themselves: see `formula-letters.ts`. Changes the tree. */
export function styleLetters(node: Element): void {
  const variant = node.properties['mathvariant'];
  if (typeof variant === 'string') {
    const [first] = node.children;
    const text = first?.type === 'text' ? first.value : '';
    // Only a single letter would be slanted without it.
    if (variant !== 'normal' || node.tagName === 'mtext' || !/^\p{L}$/u.test(text))
      delete node.properties['mathvariant'];
    // Words stay words, for ears and for those who look for them in the page.
    if (node.tagName === 'mtext') node.children = [styledWords(text, variant)];
    else if (variant !== 'normal' && first?.type === 'text') {
      first.value = mathLetters(text, variant);
    }
  }
  for (const child of node.children) if (child.type === 'element') styleLetters(child);
}
