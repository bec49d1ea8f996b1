import { defineConfig } from 'astro/config';
import { offprint } from './src/index.ts';

export default defineConfig({
  // The deploy workflow sets both from what GitHub Pages says; without them the site is built for `npm start`.
  site: process.env.OFFPRINT_SITE || 'http://localhost:4321',
  base: process.env.OFFPRINT_BASE || '/',
  integrations: [offprint()],
});
