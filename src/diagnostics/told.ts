/** What this process has told of that is wrong, for the record of what it makes. */

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
