import type { Nodes, Root } from 'hast';
import type { FoundUrl } from './urls.ts';

const blocks = new Set(['p', 'li', 'ul', 'ol', 'blockquote']);

/** Text that grows block by block, white space tidied as it comes. */
class PlainText {
  text = '';
  readonly urls: FoundUrl[] = [];
  #gap: '' | ' ' | '\n\n' = '';

  add(value: string): void {
    for (const part of value.split(/(\s+)/)) {
      if (part === '') continue;
      if (/^\s/.test(part)) {
        if (this.#gap === '') this.#gap = ' ';
        continue;
      }
      this.#close();
      this.text += part;
    }
  }

  /** A new block begins or ends here. */
  part(): void {
    this.#gap = '\n\n';
  }

  link(url: string, content: () => void): void {
    // The blank before a link is not its text.
    const before = this.text.length;
    content();
    if (this.text.length === before) return;
    const start = before + (/^\s*/.exec(this.text.slice(before))?.[0].length ?? 0);
    this.urls.push({ url, start, end: this.text.length });
  }

  #close(): void {
    if (this.text !== '') this.text += this.#gap;
    this.#gap = '';
  }
}

function walk(node: Nodes, plain: PlainText): void {
  if (node.type === 'text') {
    plain.add(node.value);
    return;
  }
  if (node.type !== 'element' && node.type !== 'root') return;
  const children = (): void => {
    for (const child of node.children) walk(child, plain);
  };
  if (node.type === 'root') {
    children();
  } else if (node.tagName === 'math') {
    // The blank at its end is for the search index: see `formula-typeset.ts`.
    plain.add(String(node.properties['alttext'] ?? '').trim());
  } else if (node.tagName === 'a') {
    plain.link(String(node.properties['href'] ?? ''), children);
  } else if (node.tagName === 'br') {
    plain.add(' ');
  } else if (blocks.has(node.tagName)) {
    plain.part();
    children();
    plain.part();
  } else {
    children();
  }
}

/**
 * What a reader reads: the text of a tree, paragraphs and list items parted by `\n\n`, and where its
 * links are in it.
 */
export function plainText(tree: Root): { text: string; urls: FoundUrl[] } {
  const plain = new PlainText();
  walk(tree, plain);
  return { text: plain.text, urls: plain.urls };
}
