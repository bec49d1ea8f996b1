import type { Root } from 'mdast';
import type { Plugin, Processor } from 'unified';

/**
 * Plugin: raw HTML in Markdown is text, shown as it was typed, and an indented line is no code.
 * Rather than taken out later, neither is ever parsed: `0<delta<1` loses nothing.
 */
export const remarkNoHtml: Plugin<[], Root> = function (this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({
    disable: { null: ['htmlFlow', 'htmlText', 'codeIndented'] },
  });
};
