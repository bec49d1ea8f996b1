/** Where keys lead in a list of suggestions. Pure. */

/**
 * The option that a key leads to. Beyond the last is the field itself, then the first again.
 *
 * @param active place of the active option; -1: the field
 * @param count options in the list
 * @returns undefined for a key that the field answers itself
 */
export function nextOption(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return active + 1 < count ? active + 1 : -1;
  if (key === 'ArrowUp') return active < 0 ? count - 1 : active - 1;
  // In the field they move the cursor.
  if (active < 0) return undefined;
  return key === 'Home' ? 0 : key === 'End' ? count - 1 : undefined;
}
