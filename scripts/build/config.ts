/** The site's own configuration, and what shows how far its build is. */
import type { AstroIntegration } from 'astro';
import site from '../../astro.config.mjs';
import { reportStep, watchedVariable } from '../../src/progress/steps.ts';
import { builtMessage } from './site.ts';

/** Counts pages as they are made, and tells the command that started the build when there is a site. */
const counter: AstroIntegration = {
  name: 'offprint-counter',
  hooks: {
    'astro:build:start': ({ setPrerenderer }) => {
      setPrerenderer((pages) => {
        let total = 0;
        let done = 0;
        return {
          ...pages,
          getStaticPaths: async () => {
            reportStep('pages', 0, 0);
            const paths = await pages.getStaticPaths();
            total = paths.length;
            return paths;
          },
          render: async (request, options) => {
            const page = await pages.render(request, options);
            done += 1;
            reportStep('pages', done, total);
            return page;
          },
        };
      });
    },
    'astro:build:done': () => {
      process.send?.(builtMessage);
    },
  },
};

export default {
  ...site,
  integrations: [...(site.integrations ?? []), counter],
  ...(process.env[watchedVariable] === 'quiet' && {
    logger: { entrypoint: new URL('log.ts', import.meta.url) },
  }),
};
