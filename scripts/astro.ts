/** `npm run dev` and `npm run preview`: Astro's own commands, of the archive that `--archive` names. */
import { runScript } from './run.ts';

await runScript(
  'npm run dev|preview [-- --archive FOLDER] [Astro’s own options, see npx astro --help]',
  async () => {
    const astro = new URL('bin/astro.mjs', import.meta.resolve('astro/package.json'));
    await import(astro.href);
    return 0;
  },
);
