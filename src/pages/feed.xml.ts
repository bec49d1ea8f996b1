import { site } from 'virtual:offprint/site';
import { archiveFeed, atomResponse } from '../archive/index.ts';
import { feedRoute } from '../layouts/endpoints.ts';

export const GET = feedRoute('atom', atomResponse, (archive, absolute) =>
  archiveFeed(site, archive, absolute, 'feed.xml'),
);
