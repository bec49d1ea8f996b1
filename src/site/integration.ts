/** The owner's settings in the build: pages read them from a module, Astro's configuration follows them. */
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, ViteUserConfig } from 'astro';
import { siteFile } from '../archive-folder.ts';
import { Refusal } from '../diagnostics/refusal.ts';
import { policyOf } from './hosts.ts';
import { readSite } from './read.ts';
import type { Site } from './schema.ts';

/** A module that holds values; src/virtual.d.ts says of which types. */
function valuesModule(
  name: string,
  values: Readonly<Record<string, unknown>>,
): NonNullable<ViteUserConfig['plugins']>[number] {
  const resolved = `\0${name}`;
  const code = Object.entries(values)
    .map(([key, value]) => `export const ${key} = ${JSON.stringify(value)};`)
    .join('\n');
  return {
    name,
    resolveId: (id) => (id === name ? resolved : undefined),
    load: (id) => (id === resolved ? code : undefined),
  };
}

/**
 * Astro integration: reads `site.yaml` before all else and sets what follows from it, and what the pages rely on.
 * While editing, a change of the file starts the server anew; with a mistake in it, it tells and goes on as it was.
 *
 * @param told is given the settings
 */
export function offprintSite(told: (site: Site) => void): AstroIntegration {
  let root = '';
  return {
    name: 'offprint-site',
    hooks: {
      'astro:config:setup': async ({ command, config, addWatchFile, updateConfig }) => {
        if (command === 'preview') return;
        root = fileURLToPath(config.root);
        const { site, problems } = await readSite(root);
        if (site === undefined) throw new Refusal(problems);
        told(site);
        addWatchFile(resolve(root, siteFile()));
        updateConfig({
          trailingSlash: 'always',
          // Only white space that HTML ignores: the default "jsx" also eats line breaks between inline elements.
          compressHTML: true,
          build: { format: 'directory', inlineStylesheets: 'never' },
          devToolbar: { enabled: false },
          // Papers are not rendered here but by their loader, with the remark and rehype plugins of
          // src/text/plugins.ts; Astro would only warn that its highlighter and the security policy do not go together.
          markdown: { syntaxHighlight: false },
          security: { csp: policyOf(site) },
          vite: {
            // Scripts as files of their own: fetched once, not carried by every page.
            build: { assetsInlineLimit: 0 },
            // What tests and benches build in `.cache`, and a site that is being built beside `dist`.
            server: {
              watch: {
                ignored: [(path: string) => /^\.(?:cache|dist\.)/.test(relative(root, path))],
              },
            },
            plugins: [valuesModule('virtual:offprint/site', { site })],
          },
        });
      },
      // An archive may lie where Vite does not look.
      'astro:server:setup': ({ server }) => {
        server.watcher.add(resolve(root, siteFile()));
      },
    },
  };
}
