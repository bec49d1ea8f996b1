import { site } from 'virtual:offprint/site';
import { atomResponse, digestsFeed } from '../../archive/index.ts';
import { feedRoute } from '../../layouts/endpoints.ts';

export const GET = feedRoute('digests', atomResponse, ({ digests }, absolute) =>
  digestsFeed(site, digests, absolute),
);
