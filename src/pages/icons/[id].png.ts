/** Icons for the apps of a device, out of the site's favicon if that is a drawing. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { root } from 'astro:config/server';
import { favicon, site } from 'virtual:offprint/site';
import { cardColours, icons, iconSvg, type Icon } from '../../cards/index.ts';
import { draw } from '../../cards/draw.ts';
import { fileKey } from '../../layouts/page-key.ts';

export const getStaticPaths = (() =>
  favicon === undefined
    ? []
    : icons.map((icon) => ({
        params: { id: icon.id },
        props: { icon, drawing: favicon },
        cacheKey: fileKey(icon, favicon),
      }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ icon: Icon; drawing: string }> = async ({
  props: { icon, drawing },
}) =>
  new Response(await draw(iconSvg(drawing, icon, cardColours(site)), root), {
    headers: { 'content-type': 'image/png' },
  });
