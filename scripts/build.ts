/** `npm run build`: makes the site. */
import { appendFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buildSite } from './build/site.ts';
import { runScript } from './run.ts';

const usage = `npm run build [-- --verbose] [--outDir FOLDER] [--clean] [--github] [--archive FOLDER]

  --verbose  a line per page, and everything else that Astro prints
  --outDir   where the site goes (default: dist)
  --clean    build everything from scratch
  --github   for a workflow: says if there is a site now, in its step's output \`made\`
  --archive  the archive's folder (default: content, or OFFPRINT_ARCHIVE)

Exit code: 0 all well, 1 something is wrong, 2 wrong use.`;

await runScript(usage, async () => {
  const { values } = parseArgs({
    options: {
      verbose: { type: 'boolean', default: false },
      outDir: { type: 'string' },
      clean: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      github: { type: 'boolean', default: false },
    },
  });
  const more = { ...(values.outDir !== undefined && { outDir: values.outDir }) };
  // As `--force` was called before.
  const clean = values.clean || values.force;
  const { code, whole } = await buildSite({ verbose: values.verbose, more, clean });
  const outputs = process.env['GITHUB_OUTPUT'];
  if (values.github && whole && outputs) await appendFile(outputs, 'made=true\n');
  return code;
});
