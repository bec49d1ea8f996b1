/** “Show in the text”: lights up what was corrected, where the browser can do so without changing the text. */
import * as words from '#words/everywhere.ts';
import { button } from '../browser/dom.ts';

/** Text in which each formula is one character, and where each character stands. */
interface Flat {
  readonly text: string;
  readonly places: readonly { readonly node: Node; readonly at: number }[];
}

const privateUse = 0xe000;

/** @param formulas characters that stand for formulas, by their TeX; more are added */
function flatten(root: Node, formulas: Map<string, string>): Flat {
  let text = '';
  const places: { node: Node; at: number }[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Element && node.localName === 'math') {
      const tex = node.getAttribute('data-tex') ?? node.textContent ?? '';
      const sign = formulas.get(tex) ?? String.fromCharCode(privateUse + formulas.size);
      formulas.set(tex, sign);
      text += sign;
      places.push({ node, at: -1 });
    } else if (node instanceof Text) {
      for (let at = 0; at < node.data.length; at++) {
        text += node.data[at];
        places.push({ node, at });
      }
    } else node.childNodes.forEach(visit);
  };
  visit(root);
  return { text, places };
}

function rangeOf({ places }: Flat, from: number, to: number): Range | undefined {
  const [first, last] = [places[from], places[to - 1]];
  if (!first || !last) return undefined;
  const range = document.createRange();
  if (first.at < 0) range.setStartBefore(first.node);
  else range.setStart(first.node, first.at);
  if (last.at < 0) range.setEndAfter(last.node);
  else range.setEnd(last.node, last.at + 1);
  return range;
}

/** Where the corrections stand in title and abstract. */
function found(list: Element): Range[] {
  const formulas = new Map<string, string>();
  const texts = [...document.querySelectorAll('.paper h1, [data-abstract]')].map((text) =>
    flatten(text, formulas),
  );
  return [...list.querySelectorAll('ins')].flatMap((ins) => {
    const { text: now } = flatten(ins, formulas);
    if (now === '') return [];
    return texts.flatMap((flat) => {
      const ranges: Range[] = [];
      for (let at = flat.text.indexOf(now); at >= 0; at = flat.text.indexOf(now, at + now.length)) {
        const range = rangeOf(flat, at, at + now.length);
        if (range) ranges.push(range);
      }
      return ranges;
    });
  });
}

const list = document.querySelector('[data-corrections]');
if (list && 'highlights' in CSS) {
  const show = (made: HTMLElement): void => {
    const shown = made.getAttribute('aria-pressed') === 'false';
    made.setAttribute('aria-pressed', String(shown));
    if (!shown) {
      CSS.highlights.delete('corrected');
      return;
    }
    const ranges = found(list);
    CSS.highlights.set('corrected', new Highlight(...ranges));
    const [first] = ranges;
    first?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
  };
  list.append(button(words.showInText, show, { 'aria-pressed': 'false' }));
}
