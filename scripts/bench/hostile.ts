/** `npm run bench -- hostile`: whether any text takes longer than its length. */
import { parseArgs } from 'node:util';
import { progressLine } from '../progress.ts';
import { WrongUse } from '../run.ts';
import { fields, fillers, formatIds, hostileDigest, type Field } from './hostile/digests.ts';
import type { Job } from './hostile/child.ts';
import { known } from './hostile/known.ts';
import { Stopwatch } from './hostile/stopwatch.ts';

export const hostileUsage = `npm run bench -- hostile [--format ID]... [--seconds N] [--json]

CPU seconds for 10 KB, 100 KB and 1 MB of text that nobody would write, each read in a child process that is
killed after N seconds (default 30): texts that were once slow, and for each format the slowest of its papers with
one field filled with one of ${fillers.length} things. Ends with code 1 if any takes more than 5 seconds a megabyte.`;

const sizes = [10_000, 100_000, 1_000_000] as const;
/** Characters at which all are tried, to find the slowest. */
const trial = 20_000;
/** Seconds a megabyte that no input may exceed; reading a small one takes some milliseconds whatever it holds. */
const most = 5;

interface Row {
  readonly what: string;
  /** Seconds for each of the sizes; the last may be why there are none. */
  readonly times: readonly (number | string)[];
}

/** A field filled with one thing, alone or between words. */
const jobOf = (format: string, field: Field, unit: string, between: boolean) => {
  return (size: number): Job => {
    const filling = unit.repeat(Math.ceil(size / unit.length));
    const value = between ? `Frogs ${filling} croak.` : filling;
    return { kind: 'read', format, text: hostileDigest(format, field, value) };
  };
};

async function measured(watch: Stopwatch, what: string, job: (size: number) => Job): Promise<Row> {
  const times: (number | string)[] = [];
  for (const size of sizes) {
    const done = await watch.time(job(size));
    times.push(typeof done === 'string' ? done : done.seconds);
    if (typeof done === 'string') break;
  }
  return { what, times };
}

/** The slowest of a format's inputs at the size at which all are tried. */
async function slowest(watch: Stopwatch, format: string) {
  let worst = { seconds: -1, what: '', job: jobOf(format, 'title', ' ', false) };
  for (const field of fields) {
    for (const unit of fillers) {
      for (const between of [false, true]) {
        const job = jobOf(format, field, unit, between);
        const done = await watch.time(job(trial));
        const seconds = typeof done === 'string' ? Infinity : done.seconds;
        if (seconds > worst.seconds)
          worst = { seconds, what: `${format}: ${field} of ${JSON.stringify(unit)}`, job };
      }
    }
  }
  return worst;
}

const shown = (time: number | string): string =>
  typeof time === 'string' ? time : time.toFixed(2);

const bad = ({ times }: Row): boolean =>
  times.some((time, index) =>
    typeof time === 'string' ? true : time > 0.5 + (most * (sizes[index] ?? 0)) / 1e6,
  );

/**
 * Measures hostile texts.
 *
 * @param args of the command line
 * @returns the exit code
 */
export async function hostileBench(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      format: { type: 'string', multiple: true },
      seconds: { type: 'string', default: '30' },
      json: { type: 'boolean', default: false },
    },
  });
  const limit = Number(values.seconds);
  if (!(limit > 0)) throw new WrongUse(`"${values.seconds}" is no number of seconds.`);
  const chosen = values.format ?? formatIds;
  const unknown = chosen.find((id) => !formatIds.includes(id));
  if (unknown !== undefined) throw new WrongUse(`There is no format "${unknown}".`);
  const progress = progressLine();
  const watch = new Stopwatch(limit);
  const rows: Row[] = [];
  try {
    for (const [what, job] of Object.entries(known)) {
      progress.show(what);
      rows.push(await measured(watch, what, job));
    }
    for (const [at, format] of chosen.entries()) {
      progress.show(`${format}, ${at + 1} of ${chosen.length} formats`);
      const { what, job } = await slowest(watch, format);
      rows.push(await measured(watch, what, job));
    }
  } finally {
    watch.close();
    progress.clear();
  }
  const width = Math.max(...rows.map(({ what }) => what.length));
  const line = (what: string, cells: readonly string[]): string =>
    [what.padEnd(width), ...cells.map((cell) => cell.padStart(8))].join(' ').trimEnd();
  process.stdout.write(
    values.json
      ? `${JSON.stringify(rows, undefined, 2)}\n`
      : `${[
          line('CPU seconds', ['10 KB', '100 KB', '1 MB']),
          ...rows.map((row) => line(row.what, row.times.map(shown)) + (bad(row) ? '  !' : '')),
        ].join('\n')}\n`,
  );
  return rows.some(bad) ? 1 : 0;
}
