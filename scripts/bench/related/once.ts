/** Finds related papers once, in a process of its own, and prints seconds and peak memory as JSON. */
import { findSimilar } from '../../../src/related/index.ts';
import { readDocuments } from './source.ts';

const [root = '.', count = '1', file] = process.argv.slice(2);
const documents = (await readDocuments(root, file, Number(count))).map(({ id, title, text }) => ({
  id,
  title,
  text,
}));
const start = performance.now();
const { user, system } = process.cpuUsage();
findSimilar(documents);
const seconds = (performance.now() - start) / 1000;
const used = process.cpuUsage();
process.stdout.write(
  JSON.stringify({
    papers: documents.length,
    seconds,
    cpuSeconds: (used.user - user + used.system - system) / 1e6,
    // resourceUsage counts in kibibytes.
    megabytes: (process.resourceUsage().maxRSS * 1024) / 1e6,
  }),
);
