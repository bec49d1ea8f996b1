/**
 * The process that a build runs in: `astro build`, but for errors that need no stack.
 * Its one argument is the inline configuration, as JSON.
 */
import { build } from 'astro';
import { runScript } from '../run.ts';

await runScript('', async () => {
  await build(JSON.parse(process.argv[2] ?? '{}'));
  return 0;
});
// Pagefind and Vite may keep a process alive whose build has failed.
process.exit();
