/** Lists of feeds as OPML 2.0 (http://opml.org/spec2.opml), which feed readers import. */
import { escapeXml } from './escape.ts';

export interface Outline {
  readonly title: string;
  /** Absolute address of the page; what has no feed is a link to it. */
  readonly page: string;
  /** Absolute address of the feed. */
  readonly feed?: string;
}

/** One feed, or a link. The type is `rss` for feeds of every format: readers know no other. */
function outline({ title, page, feed }: Outline): string {
  const text = escapeXml(title);
  const named = `<outline text="${text}" title="${text}"`;
  return feed === undefined
    ? `${named} type="link" url="${escapeXml(page)}"/>`
    : `${named} type="rss" xmlUrl="${escapeXml(feed)}" htmlUrl="${escapeXml(page)}"/>`;
}

export function opml(title: string, outlines: readonly Outline[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
<head><title>${escapeXml(title)}</title></head>
<body>
${outlines.map((each) => `${outline(each)}\n`).join('')}</body>
</opml>
`;
}
