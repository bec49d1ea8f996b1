/** `npm start`: builds the archive, serves it, prints its address. */
import { parseArgs } from 'node:util';
import { buildSite, stoppedCode } from './build/site.ts';
import { runScript } from './run.ts';

// Astro would otherwise report usage to its makers, and may serve from a background process.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['ASTRO_PREVIEW_BACKGROUND'] = '0';

const usage = `npm start [-- --verbose] [--archive FOLDER]

  --verbose  a line per page, and everything else that Astro prints
  --archive  the archive's folder (default: content, or OFFPRINT_ARCHIVE)`;

await runScript(usage, async () => {
  const { values } = parseArgs({ options: { verbose: { type: 'boolean', default: false } } });
  const { code, whole } = await buildSite({ verbose: values.verbose });
  if (!whole) return code;
  process.once('SIGINT', () => {
    process.stderr.write('Stopped.\n');
    process.exit(code || stoppedCode);
  });
  // Not needed before: a process that has loaded it is slow to begin.
  const { preview } = await import('astro');
  const server = await preview({ logLevel: 'warn' });
  const path = process.env['OFFPRINT_BASE'] ?? '/';
  process.stdout.write(`Ctrl+C stops it. The archive: http://localhost:${server.port}${path}\n`);
  await server.closed();
  return code;
});
