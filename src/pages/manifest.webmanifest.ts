/** What the site is called and looks like where it is put among the apps of a device. */
import type { APIRoute } from 'astro';
import { favicon, site } from 'virtual:offprint/site';
import { withBase } from '../base.ts';
import { icons } from '../cards/index.ts';

export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: site.title,
      description: site.description,
      lang: site.language,
      start_url: withBase(''),
      scope: withBase(''),
      display: 'minimal-ui',
      // The masthead's and the ground's on light pages.
      theme_color: site.colours.cover.light,
      background_color: site.colours.ground.light,
      icons: [
        {
          src: withBase(site.favicon),
          ...(site.favicon.endsWith('.svg') && { type: 'image/svg+xml' }),
          sizes: 'any',
        },
        ...(favicon === undefined ? [] : icons).map(({ id, size }) => ({
          src: withBase(`icons/${id}.png`),
          type: 'image/png',
          sizes: `${size}x${size}`,
          ...(id === 'maskable' && { purpose: 'maskable' }),
        })),
      ],
    }),
    { headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' } },
  );
