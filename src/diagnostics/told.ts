/** What this process tells of that is wrong, and has told, for the record of what it makes. */
import { formatPlace, type Diagnostic } from './diagnostic.ts';
import { visible } from './visible.ts';

interface Told {
  errors: number;
  readonly warnings: string[];
}

declare global {
  // Vite may load modules once more than Node; what was told is told all the same.
  var offprintTold: Told | undefined;
}

const all = (): Told => (globalThis.offprintTold ??= { errors: 0, warnings: [] });

/** Notes that a problem was told. */
export function noteTold(severity: 'error' | 'warning', text: string): void {
  if (severity === 'error') all().errors += 1;
  else all().warnings.push(text);
}

/** The warnings that were told; undefined if there were errors: what was made is then to be made again. */
export function warningsTold(): readonly string[] | undefined {
  const { errors, warnings } = all();
  return errors === 0 ? [...warnings] : undefined;
}

interface Logger {
  error(text: string): void;
  warn(text: string): void;
}

/** Logs problems. A build that had errors ends with exit code 1, though every good paper is in it. */
export function tellProblems(
  logger: Logger,
  problems: readonly Diagnostic[],
  isBuild = true,
): void {
  for (const { severity, where, what, todo, code } of problems) {
    const text = visible(`${formatPlace(where)} ${what} ${todo} [${code}]`);
    if (severity === 'notice') continue;
    if (severity === 'error') logger.error(text);
    else logger.warn(text);
    noteTold(severity, text);
  }
  if (isBuild && problems.some(({ severity }) => severity === 'error')) failAtEnd();
}

/** Astro ends with `process.exit(0)` after a build that went through; only at the very end can it be said otherwise. */
function failAtEnd(): void {
  process.once('exit', () => {
    process.exitCode = 1;
  });
}
