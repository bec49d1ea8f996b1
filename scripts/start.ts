/** `npm start`: builds the archive, serves it, prints its address. */
import { build, preview } from 'astro';

// Astro would otherwise report usage to its makers, and may serve from a background process.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['ASTRO_PREVIEW_BACKGROUND'] = '0';

await build({});
const server = await preview({});
const path = process.env['OFFPRINT_BASE'] ?? '/';
process.stdout.write(`\nThe archive: http://localhost:${server.port}${path}\n(Ctrl+C stops it.)\n`);
