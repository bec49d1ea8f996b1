/**
 * The process that a build runs in: `astro build`, but for errors that need no stack.
 * Its one argument is what to change in the configuration, as JSON.
 */
import { build } from 'astro';
import { runScript } from '../run.ts';
import config from './config.ts';

await runScript('', async () => {
  // Given, not named: of a file in TypeScript, Astro would have Vite compile and run the whole engine for it.
  await build({ ...config, configFile: false, ...JSON.parse(process.argv[2] ?? '{}') });
  return 0;
});
// Pagefind and Vite may keep a process alive whose build has failed.
process.exit();
