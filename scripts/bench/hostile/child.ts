/** A child process that does one job at a time and says how long it took. Killed by its parent if too long. */
import { entryFile } from '../../../src/archive-folder.ts';
import { planSync } from '../../../src/entries/sync.ts';
import { parseEntry } from '../../../src/entries/parse.ts';
import { parseDigest } from '../../../src/digest/parse.ts';
import { isDamaged } from '../../../src/text/damage.ts';
import { renderAbstract, renderTitle } from '../../../src/text/render.ts';

export interface Job {
  /** `read`: parse a digest, write and render its entries; `render`: render an abstract. */
  readonly kind: 'read' | 'render';
  readonly text: string;
  /** Id of the format to read as; by default the one that recognises it. */
  readonly format?: string;
}

export interface Done {
  /** CPU time. */
  readonly seconds: number;
  readonly papers: number;
  /** Format that was chosen. */
  readonly format: string;
}

function read({ text, format }: Job): Omit<Done, 'seconds'> {
  const parsed = parseDigest({ file: 'hostile', text }, { format });
  const digest = { id: '2024-01-02-hostile', date: '2024-01-02', papers: parsed.papers };
  const { writes } = planSync({ digests: [digest], entries: [], unreadable: [] });
  for (const { id, text: written } of writes) {
    const entry = parseEntry(id, entryFile(id), written);
    if (!entry.ok) continue;
    renderTitle(entry.entry.data.title);
    isDamaged(renderAbstract(entry.entry.body).text);
  }
  return { papers: parsed.papers.length, format: parsed.format };
}

function render({ text }: Job): Omit<Done, 'seconds'> {
  isDamaged(renderAbstract(text).text);
  return { papers: 0, format: '' };
}

process.on('message', (job: Job) => {
  const before = process.cpuUsage();
  const done = job.kind === 'read' ? read(job) : render(job);
  const { user, system } = process.cpuUsage(before);
  process.send?.({ ...done, seconds: (user + system) / 1e6 } satisfies Done);
});
process.send?.('ready');
