/** `import.meta.env.BASE_URL` with exactly one slash at the end. Asked for late: outside Astro there is none. */
const base = (): string => import.meta.env.BASE_URL.replace(/(?<!\/)\/*$/, '/');

/**
 * Address of a page or file of this site under its base path.
 *
 * @param path site path with or without a leading slash, e.g. `papers/soap/`
 * @returns e.g. `/repo/papers/soap/`
 */
export function withBase(path: string): string {
  return base() + path.replace(/^\/+/, '');
}

/**
 * The name under which a browser keeps what belongs to this archive: sites of one host share its storage, and so do
 * all files of a disk. A copy on a disk has a name of its own, wherever it lies (`src/portable/page.ts`).
 */
export const storageName = (): string =>
  globalThis.document?.documentElement.dataset['portable'] ?? base();
