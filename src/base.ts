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

/** The paper that an address of this site leads to. */
export function paperAt(path: string): string | undefined {
  const start = withBase('papers/');
  const [id = '', after] = path.startsWith(start) ? path.slice(start.length).split('/') : [];
  return /^(?:index\.html)?$/.test(after ?? '-') && /^[a-z0-9-]+$/.test(id) ? id : undefined;
}

/**
 * The name under which a browser keeps what belongs to this archive: sites of one host share its storage, and so do
 * all files of a disk. A copy on a disk has a name of its own, wherever it lies (`src/portable/page.ts`).
 */
export const storageName = (): string =>
  globalThis.document?.documentElement.dataset['portable'] ?? base();
