import type { APIRoute, GetStaticPaths } from 'astro';
import { site } from 'virtual:offprint/site';
import {
  absoluteAddress,
  getArchive,
  topicFeed,
  atomResponse,
  noAnswer,
} from '../../../archive/index.ts';

export const getStaticPaths = (async () =>
  site.feeds.which.includes('topics')
    ? (await getArchive()).topics.map(({ id }) => ({ params: { id } }))
    : []) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { id = '' }, site: origin }) => {
  const archive = await getArchive();
  const topic = archive.topic(id);
  if (topic === undefined) return noAnswer();
  return atomResponse(topicFeed(site, archive, topic, absoluteAddress(origin)));
};
