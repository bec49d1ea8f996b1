/**
 * The owner's own Markdown (pages, notes) to safe HTML: the way of abstracts (plugins.ts), with headings, tables,
 * pictures and links within the site besides.
 */
import type { Element, Root } from 'hast';
import type { Root as Markdown } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { rehype } from 'rehype';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import slugify from '@sindresorhus/slugify';
import type { Plugin, Processor } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { plainText } from './hast.ts';
import { remarkPlugins, remarkRehypeOptions, schema } from './plugins.ts';
import { rehypeFormulas } from './rehype-formulas.ts';

/** Width and height of a picture in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a text stands, and what it may ask. */
export interface Surroundings {
  /** The file, from the archive's folder: links are read from there, e.g. `pages/team.md`. */
  readonly from: string;
  /** The site's base path, with slashes at both ends. */
  readonly base: string;
  /** The level of its highest headings. */
  readonly level: 2 | 3;
  /** The size of a picture in `public`, so that nothing moves when it arrives. */
  readonly sizeOf?: (path: string) => Promise<Size | undefined>;
}

declare module 'vfile' {
  interface DataMap {
    surroundings: Surroundings;
  }
}

/** Files of the archive's folder, and the addresses of the site that they are at. */
const addresses: readonly (readonly [RegExp, string])[] = [
  [/^\/pages\/home\.md$/, '/'],
  [/^\/pages\/([^/]+)\.md$/, '/$1/'],
  [/^\/(?:notes|papers)\/(?:[^/]+\/)*([^/]+)\.md$/, '/papers/$1/'],
  [/^\/topics\/([^/]+)\.md$/, '/topics/$1/'],
  [/^\/digests\/(?:[^/]+\/)*([^/.]+)\.[^/]+$/, '/digests/$1/'],
  [/^\/(?:pages|notes|public)\//, '/'],
];

/**
 * Where a link or picture leads.
 *
 * @param href as the owner wrote it: an address of the web, `/topics/`, or a file such as `../papers/soap.md` or `logo.png`
 * @param from the file that it stands in, from the archive's folder
 * @returns a path below the site's base without a slash before it, or an address of the web; undefined for neither
 */
export function leadsTo(
  href: string,
  from: string,
): { readonly path: string } | { readonly web: string } | undefined {
  const archive = 'http://archive.invalid';
  const url = URL.parse(href, `${archive}/${from}`);
  if (url === null) return undefined;
  if (url.origin !== archive) {
    return /^(?:https?|mailto):$/.test(url.protocol) ? { web: url.href } : undefined;
  }
  const [file, address] = addresses.find(([file]) => file.test(url.pathname)) ?? [/^$/, ''];
  const path = url.pathname.replace(file, address);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const end = name === '' || name.includes('.') ? '' : '/';
  return { path: path.slice(1) + end + url.search + url.hash };
}

/** Plugin: tables as GitHub writes them. */
const remarkTables: Plugin<[], Markdown> = function (this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmTable());
  (data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown());
};

/** Plugin, after sanitising: headings of the levels that come next on the page, each with an address on pages. */
const rehypeHeadings: Plugin<[], Root> = () => (tree, file) => {
  const { level = 2 } = file.data.surroundings ?? {};
  const headings: Element[] = [];
  visit(tree, 'element', (node) => void (/^h[1-6]$/.test(node.tagName) && headings.push(node)));
  const used = [...new Set(headings.map(({ tagName }) => tagName))].toSorted();
  // Ids that the page itself has.
  const ids = new Set(['', 'content', 'new', 'topics']);
  for (const heading of headings) {
    heading.tagName = `h${Math.min(6, level + used.indexOf(heading.tagName))}`;
    const id = slugify(plainText({ type: 'root', children: [heading] }).text);
    if (level === 2 && !ids.has(id)) heading.properties['id'] = id;
    ids.add(id);
  }
};

/** Plugin, after sanitising: links lead on under any base path; pictures are the archive's own, others are links. */
const rehypeAddresses: Plugin<[], Root> = () => async (tree, file) => {
  const { from = '', base = '/', sizeOf } = file.data.surroundings ?? {};
  const pictures: [Element, string][] = [];
  visit(tree, 'element', (node, index, parent) => {
    const { tagName, properties } = node;
    const { href, src, alt } = properties;
    const address = href ?? src;
    if ((tagName !== 'a' && tagName !== 'img') || parent === undefined || index === undefined)
      return undefined;
    const target = address === undefined ? undefined : leadsTo(String(address), from);
    if (tagName === 'img' && target && 'path' in target) {
      node.properties = { alt: alt ?? '', src: base + target.path, loading: 'lazy' };
      pictures.push([node, target.path]);
      return undefined;
    }
    if (tagName === 'img') node.children = [{ type: 'text', value: String(alt || address) }];
    // Within a link there is no other.
    if (target === undefined || ('tagName' in parent && parent.tagName === 'a')) {
      parent.children.splice(index, 1, ...node.children);
      return index;
    }
    node.tagName = 'a';
    node.properties =
      'path' in target
        ? { href: base + target.path }
        : { href: target.web, rel: ['noopener', 'noreferrer'] };
    return undefined;
  });
  for (const [node, path] of pictures) Object.assign(node.properties, await sizeOf?.(path));
};

/** What an owner's text may hold; no attribute but addresses, and how columns of a table are aligned. */
const ownSchema: Schema = {
  ...schema,
  tagNames: [
    ...(schema.tagNames ?? []),
    ...'h1 h2 h3 h4 h5 h6 img hr pre table thead tbody tr th td'.split(' '),
  ],
  attributes: { ...schema.attributes, img: ['src', 'alt'], th: ['align'], td: ['align'] },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
};

const { inlineMath } = remarkRehypeOptions.handlers ?? {};

const parser = remark()
  .use(remarkTables)
  .use(remarkPlugins)
  .use(remarkRehype, { handlers: { inlineMath } })
  .use([[rehypeSanitize, ownSchema], rehypeHeadings, rehypeAddresses, rehypeFormulas])
  .freeze();
const printer = rehype().data('settings', { fragment: true }).freeze();

/**
 * Renders an owner's text. Whatever it says, the HTML is safe: raw HTML is text, and pictures of other hosts are links.
 *
 * @param markdown CommonMark with tables and formulas, without raw HTML
 * @returns HTML, and the same as plain text
 */
export async function renderOwnWords(
  markdown: string,
  surroundings: Surroundings,
): Promise<{ readonly html: string; readonly text: string }> {
  const file = new VFile({ value: markdown, data: { surroundings } });
  const tree = await parser.run(parser.parse(file), file);
  return { html: printer.stringify(tree), text: plainText(tree).text };
}
