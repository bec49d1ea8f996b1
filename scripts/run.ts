/** The command was called wrongly; the message says how. */
export class WrongUse extends Error {}

const isWrongUse = (error: unknown): error is Error =>
  error instanceof WrongUse ||
  (error instanceof TypeError &&
    'code' in error &&
    String(error.code).startsWith('ERR_PARSE_ARGS'));

/**
 * Runs a script and sets the exit code to what it returns; 2 with its usage when it was called wrongly.
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
    if (!isWrongUse(error)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}\n`);
    process.exitCode = 2;
  }
}
