/** What the site is called and looks like where it is put among the apps of a device. */
import type { APIRoute } from 'astro';
import { site } from 'virtual:offprint/site';
import { withBase } from '../base.ts';

export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: site.title,
      description: site.description,
      lang: site.language,
      start_url: withBase(''),
      scope: withBase(''),
      display: 'minimal-ui',
      // The masthead's, in `styles/offprint.css`.
      theme_color: '#dde7ea',
      background_color: '#ffffff',
      icons: [
        {
          src: withBase(site.favicon),
          ...(site.favicon.endsWith('.svg') && { type: 'image/svg+xml' }),
          sizes: 'any',
        },
      ],
    }),
    { headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' } },
  );
