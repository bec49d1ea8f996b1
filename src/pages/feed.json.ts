import { site } from 'virtual:offprint/site';
import { archiveFeed, jsonFeedResponse } from '../archive/index.ts';
import { feedRoute } from '../layouts/endpoints.ts';

export const GET = feedRoute('json', jsonFeedResponse, (archive, absolute) =>
  archiveFeed(site, archive, absolute, 'feed.json'),
);
