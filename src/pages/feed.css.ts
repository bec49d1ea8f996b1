/** The style sheet of feeds that are opened in a browser: an address that stays, for feeds name it. */
import type { APIRoute } from 'astro';
import roman from '../assets/fonts/newsreader.woff2?url';
import { withBase } from '../base.ts';
import { answer } from '../archive/index.ts';
import sheet from '../styles/feed.css?raw';
import pages from '../styles/offprint.css?raw';

/** The site's inks and faces, which the sheet of pages names once. */
const root = /^:root \{.*?^\}/ms.exec(pages)?.[0] ?? '';

export const GET: APIRoute = () =>
  answer(
    // A namespace comes before all rules.
    `${sheet.replace(/^(@namespace[^;]*;)/m, `$1\n@font-face{font-family:Newsreader;src:url(${withBase(roman)})}\n${root}`)}`,
    'text/css; charset=utf-8',
  );
