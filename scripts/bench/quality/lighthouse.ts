/** Lighthouse, as the phone that it takes by default, its line and processor simulated. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { run } from '../build/command.ts';
import { quantile } from '../search/metrics.ts';

/** No dependency: it brings 200 packages and 190 MB. npm keeps what it fetched once. */
export const lighthouseVersion = '13.5.0';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Of 100, in the order of Lighthouse: performance, accessibility, best practices, search engines. */
export interface Scores {
  readonly scores: readonly number[];
  /** Audits that lack points, by id. */
  readonly short: readonly string[];
}

/**
 * The command of Lighthouse that npm keeps.
 *
 * @returns undefined if it was never fetched
 */
export async function lighthouseCommand(): Promise<string | undefined> {
  const find = ['--offline', '--yes', '--package', `lighthouse@${lighthouseVersion}`, '--call'];
  try {
    const { stdout } = await promisify(execFile)('npx', [...find, 'command -v lighthouse'], {
      timeout: 60_000,
    });
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}

interface Result {
  readonly runtimeError?: { readonly message: string };
  readonly categories: Readonly<
    Record<
      string,
      {
        readonly score: number | null;
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
      }
    >
  >;
  readonly audits: Readonly<Record<string, { readonly score: number | null }>>;
}

/** @throws Error with what Lighthouse said, if it measured nothing */
async function once(command: string, url: string, port: number, hidden: boolean): Promise<Result> {
  const { code, output } = await run({
    args: [
      command,
      url,
      `--port=${port}`,
      '--output=json',
      '--quiet',
      `--only-categories=${categories.join(',')}`,
      // A page that is not to be found by search engines says so on purpose.
      ...(hidden ? ['--skip-audits=is-crawlable'] : []),
    ],
  });
  const start = output.indexOf('{\n');
  if (code !== 0 || start < 0) throw new Error(`Lighthouse failed on ${url}:\n${output}`);
  const result: Result = JSON.parse(output.slice(start, output.lastIndexOf('}') + 1));
  if (result.runtimeError) throw new Error(`${url}: ${result.runtimeError.message}`);
  return result;
}

/**
 * Asks Lighthouse several times, and takes the middle.
 *
 * @param port where the browser lets itself be driven
 * @param hidden whether the page asks search engines not to show it
 */
export async function lighthouse(
  command: string,
  url: string,
  port: number,
  hidden: boolean,
  runs: number,
): Promise<Scores> {
  const results: Result[] = [];
  for (let at = 0; at < runs; at += 1) results.push(await once(command, url, port, hidden));
  const scores = categories.map((name) =>
    Math.round(
      100 *
        quantile(
          results.map((it) => it.categories[name]?.score ?? 0),
          0.5,
        ),
    ),
  );
  const short = new Set(
    results.flatMap(({ categories: its, audits }) =>
      Object.values(its)
        .flatMap(({ auditRefs }) => auditRefs)
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
        .map(({ id }) => id),
    ),
  );
  return { scores, short: [...short] };
}
