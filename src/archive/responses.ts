/** Answers of the endpoints, each with its media type. A static host goes by the file's extension instead. */
import { atom } from './atom.ts';
import { jsonFeed, type FeedFacts } from './feed.ts';

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

export function jsonLinesResponse(lines: BodyInit): Response {
  return answer(lines, 'application/jsonl; charset=utf-8');
}
