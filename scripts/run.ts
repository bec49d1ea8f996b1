import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { archiveVariable } from '../src/archive-folder.ts';
import { fileSystemProblem } from '../src/diagnostics/file-system.ts';
import { Refusal } from '../src/diagnostics/refusal.ts';
import { visibleLines } from '../src/diagnostics/visible.ts';

/** The option `--root` of commands: the project's folder, another in tests. */
export const rootOption = { type: 'string', default: resolve(import.meta.dirname, '..') } as const;

/** The command was called wrongly; the message says how. */
export class WrongUse extends Error {}

const isWrongUse = (error: unknown): error is Error =>
  error instanceof WrongUse ||
  (error instanceof TypeError &&
    'code' in error &&
    String(error.code).startsWith('ERR_PARSE_ARGS'));

/** By its name: Astro may have loaded the class once more along with its configuration. */
const isRefusal = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'Refusal';

/**
 * Takes `--archive FOLDER`, which every command knows, out of the arguments: what is read and written from then on is
 * in that folder. Where the command runs in the project's own folder, messages show it from there.
 *
 * @param args are changed
 * @returns the folder as it was given
 */
function takeArchive(args: string[]): string | undefined {
  const { tokens } = parseArgs({
    args,
    options: { archive: { type: 'string' } },
    strict: false,
    tokens: true,
  });
  const option = tokens.find((token) => token.kind === 'option' && token.name === 'archive');
  if (option?.kind !== 'option') return undefined;
  if (!option.value) throw new WrongUse('--archive wants the folder of an archive.');
  args.splice(option.index, option.inlineValue ? 1 : 2);
  const isHere = resolve() === resolve(import.meta.dirname, '..') && !args.includes('--root');
  const folder = resolve(option.value);
  process.env[archiveVariable] = isHere ? relative('', folder) || '.' : folder;
  return option.value;
}

/** Whether `--help` is among the arguments, which every command answers with its usage. */
const asksForHelp = (args: string[]): boolean =>
  parseArgs({ args, strict: false, tokens: true }).tokens.some(
    (token) => token.kind === 'option' && token.name === 'help',
  );

/**
 * Runs a script and sets the exit code to what it returns; 2 with its usage when it was called wrongly,
 * 1 when it refused to work, or the file system did.
 * A closed pipe (`… | head`) ends it quietly.
 */
export async function runScript(
  usage: string,
  main: (archive?: string) => Promise<number>,
): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  try {
    const archive = takeArchive(process.argv);
    if (asksForHelp(process.argv.slice(2))) process.stdout.write(`${usage}\n`);
    else process.exitCode = await main(archive);
  } catch (error) {
    const problem = fileSystemProblem(error);
    const refusal = problem ? new Refusal([problem]) : error;
    if (isRefusal(refusal)) {
      process.stderr.write(`${refusal.message}\n`);
      process.exitCode = 1;
      return;
    }
    if (!isWrongUse(error)) throw error;
    process.stderr.write(`${visibleLines(error.message)}\n\n${usage}\n`);
    process.exitCode = 2;
  }
}

/** Aborted when a command is to stop. Once: a second Ctrl+C ends it at once. @param onStop called then */
export function stopSignal(onStop: () => void = () => undefined): AbortSignal {
  const stop = new AbortController();
  const interrupt = (): void => {
    onStop();
    stop.abort();
  };
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  return stop.signal;
}

/** Today in UTC: ISO day. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** Prints a report: as JSON if that is asked for, else as text for people. */
export function print(report: unknown, asJson: boolean, text: () => string): void {
  process.stdout.write(`${asJson ? JSON.stringify(report, undefined, 2) : text()}\n`);
}
