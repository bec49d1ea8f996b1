/** Tags for the head of every page that an owner asks for, as HTML. Pure. */
import { escapeXml } from '../text/escape.ts';
import type { Site } from './schema.ts';

/** Attributes that hold addresses: one that begins with `/` is below the site's own. */
const addresses = new Set(['src', 'href']);

/** @param withBase gives a path of this site its base */
export const headHtml = (head: Site['head'], withBase: (path: string) => string): string =>
  head
    .map(({ tag, attributes, content = '' }) => {
      const written = Object.entries(attributes).map(([name, value]) => {
        if (value === true) return ` ${name}`;
        const isOwn = addresses.has(name) && /^\/(?!\/)/.test(value);
        return ` ${name}="${escapeXml(isOwn ? withBase(value) : value)}"`;
      });
      return `<${tag}${written.join('')}>${tag === 'script' ? `${content}</script>` : ''}`;
    })
    .join('');
