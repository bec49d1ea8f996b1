/** Astro's logger in a build that is watched: problems, and what was written; not a line per page. */
import type { AstroLoggerDestination } from 'astro';
import nodeLog from 'astro/logger/node';
import { progressLine } from '../progress.ts';

export default function log(): AstroLoggerDestination {
  const plain = nodeLog({});
  const line = progressLine();
  return {
    write: (message) => {
      const isNews = message.level === 'info' && message.label === 'offprint-papers';
      if (message.level !== 'error' && message.level !== 'warn' && !isNews) return;
      line.clear();
      plain.write(message);
    },
  };
}
