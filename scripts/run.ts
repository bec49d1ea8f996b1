import { fileSystemProblem } from '../src/diagnostics/file-system.ts';
import { Refusal } from '../src/diagnostics/refusal.ts';
import { visibleLines } from '../src/diagnostics/visible.ts';

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
 * Runs a script and sets the exit code to what it returns; 2 with its usage when it was called wrongly,
 * 1 when it refused to work, or the file system did.
 * A closed pipe (`… | head`) ends it quietly.
 */
export async function runScript(usage: string, main: () => Promise<number>): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  try {
    process.exitCode = await main();
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
