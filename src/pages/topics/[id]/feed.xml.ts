import type { APIRoute, GetStaticPaths } from 'astro';
import { site } from 'virtual:offprint/site';
import {
  absoluteAddress,
  atomResponse,
  getArchive,
  topicFeed,
  type Topic,
} from '../../../archive/index.ts';

export const getStaticPaths = (async () =>
  site.feeds.which.includes('topics')
    ? (await getArchive()).topics.map((topic) => ({ params: { id: topic.id }, props: { topic } }))
    : []) satisfies GetStaticPaths;

export const GET: APIRoute<{ topic: Topic }> = async ({ props: { topic }, site: origin }) =>
  atomResponse(topicFeed(site, await getArchive(), topic, absoluteAddress(origin)));
