import type { APIRoute } from 'astro';
import { absoluteAddress, robots } from '../archive/index.ts';

/** Crawlers read it at a host's root alone; under a base path it serves people and tools that look for the sitemap. */
export const GET: APIRoute = ({ site }) =>
  new Response(robots(site && absoluteAddress(site)('sitemap-index.xml')), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
