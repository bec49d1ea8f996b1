/** The pictures that stand for the site and its digests where links to them are shared. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { root } from 'astro:config/server';
import { site } from 'virtual:offprint/site';
import { getArchive, topicLabels } from '../../archive/index.ts';
import {
  cardColours,
  cardOfDigest,
  cardOfSite,
  cardSvg,
  siteCard,
  type Card,
} from '../../cards/index.ts';
import { draw } from '../../cards/draw.ts';
import { fileKey } from '../../layouts/page-key.ts';

export const getStaticPaths = (async () => {
  const archive = await getArchive();
  const labels = topicLabels(archive);
  return [
    { id: siteCard, card: cardOfSite(site, archive) },
    ...archive.digests.map((digest) => ({
      id: digest.id,
      card: cardOfDigest(site, digest, labels),
    })),
  ].map(({ id, card }) => ({ params: { id }, props: { card }, cacheKey: fileKey(card) }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = async ({ props: { card } }) =>
  new Response(await draw(cardSvg(card, cardColours(site)), root), {
    headers: { 'content-type': 'image/png' },
  });
