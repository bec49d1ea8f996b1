import { offprint } from './src/index.ts';

/**
 * Without Astro’s `defineConfig`, which would only say of what type it is, and load three hundred modules.
 *
 * @type {import('astro').AstroUserConfig}
 */
export default {
  // The deploy workflow sets both from what GitHub Pages says; without them the site is built for `npm start`.
  site: process.env.OFFPRINT_SITE || 'http://localhost:4321',
  base: process.env.OFFPRINT_BASE || '/',
  integrations: [offprint()],
};
