/** Answers of the endpoints, each with its media type. A static host goes by the file's extension instead. */
import { atom } from './atom.ts';
import { jsonLines, textStream } from './export.ts';
import { jsonFeed, type FeedFacts } from './feed.ts';
import type { Paper } from './archive.ts';

export function answer(body: BodyInit, mediaType: string): Response {
  return new Response(body, { headers: { 'Content-Type': mediaType } });
}

/** Of an address that the site does not have: a build writes no file for it. */
export const noAnswer = (): Response => new Response(null, { status: 404 });

export function atomResponse(facts: FeedFacts): Response {
  return answer(atom(facts), 'application/atom+xml; charset=utf-8');
}

export function jsonFeedResponse(facts: FeedFacts): Response {
  return answer(jsonFeed(facts), 'application/feed+json');
}

export function jsonLinesResponse(
  papers: Iterable<Paper>,
  pageOf: (path: string) => string | undefined,
): Response {
  return answer(textStream(jsonLines(papers, pageOf)), 'application/jsonl; charset=utf-8');
}
