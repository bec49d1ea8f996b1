/** The site's own configuration, and what tells the command that started the build. */
import type { AstroIntegration } from 'astro';
import site from '../../astro.config.mjs';
import { watchedVariable } from '../../src/progress/steps.ts';
import { builtMessage } from './site.ts';

/** Tells that there is a site. */
const teller: AstroIntegration = {
  name: 'offprint-teller',
  hooks: {
    'astro:build:done': () => {
      process.send?.(builtMessage);
    },
  },
};

export default {
  ...site,
  integrations: [...(site.integrations ?? []), teller],
  ...(process.env[watchedVariable] === 'quiet' && {
    logger: { entrypoint: new URL('log.ts', import.meta.url) },
  }),
};
