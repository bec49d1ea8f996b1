/** The features that a page's HTML uses: elements, attributes, their values, styles within it. */
import type { Element, Root } from 'hast';
import { rehype } from 'rehype';
import { at, type Uses } from './compat.ts';
import { usesOfCss } from './css.ts';

type Language = 'html' | 'svg' | 'mathml';

const begins: Readonly<Record<string, Language>> = { svg: 'svg', math: 'mathml' };
/** Attributes whose values are features of their own. */
const valued = new Set(['rel', 'type', 'loading', 'popover', 'inputmode', 'enterkeyhint']);
const renamed: Readonly<Record<string, string>> = { className: 'class', htmlFor: 'for' };
/** MDN describes these elsewhere, by role or by vocabulary, or not at all. */
const elsewhere = /^(?:data|aria)[A-Z\d]|^(?:role|property|xmlns|style)$/;

/** The attribute of a property as rehype names it: `stroke-width`, `httpequiv`. */
function attributeOf(language: Language, tag: string, property: string): string {
  const dashed = property.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const names = [renamed[property] ?? property, property.toLowerCase(), dashed];
  const known = (name: string): boolean =>
    at(language, 'elements', tag, name) !== undefined ||
    at(language, 'global_attributes', name) !== undefined;
  return names.find(known) ?? property;
}

function look(node: Root | Element, language: Language, uses: Uses): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const { tagName: tag, properties } = child;
    const its = begins[tag] ?? language;
    uses.must(its, 'elements', tag);
    for (const [property, value] of Object.entries(properties)) {
      if (property === 'style') usesOfCss(`a{${String(value)}}`, uses);
      if (elsewhere.test(property)) continue;
      const attribute = attributeOf(its, tag, property);
      // MDN has one feature for each type of an input, and none for the attribute.
      if (!uses.add(its, 'elements', tag, attribute) && `${tag} ${attribute}` !== 'input type')
        uses.must(its, 'global_attributes', attribute);
      if (!valued.has(attribute)) continue;
      for (const word of [value].flat().map(String)) {
        uses.add(its, 'elements', tag, attribute, word);
        uses.add(its, 'elements', tag, `${attribute}_${word}`);
      }
    }
    look(child, tag === 'foreignObject' ? 'html' : its, uses);
    if (tag === 'template' && child.content) look(child.content, its, uses);
  }
}

/** @param html of a whole page */
export function usesOfHtml(html: string, uses: Uses): void {
  look(rehype().parse(html), 'html', uses);
}
