/**
 * What the modules of a site find in a copy instead of a server. All that they fetch goes through one door, `fetch`,
 * behind which there are packs and pages here; they need not know.
 */
import type { Packed, Packs } from '../packs.ts';
import { carry } from './carry.ts';
import { tellReader, readPage } from './frames.ts';
import { followLinks } from './links.ts';
import { PackedFiles } from './packs.ts';
import { pageAt, pathIn, topOf } from './place.ts';

/** A module, run when it is called for the first time. */
type Module = () => Promise<unknown>;

interface Offprint {
  /** Path of the copy’s folder, as the site’s base is where it is served. */
  readonly base: string;
  /** `import.meta` of a module. */
  meta(path: string): { readonly url: string };
  /** A module by its address. */
  load(address: string): Promise<unknown>;
  /** Of files that a module needs, those that are not in this script. */
  styles(files: readonly string[]): readonly string[];
  /** Where to go for a page of the site. */
  page(address: string): string;
  /** Called by packs. */
  keep(files: Readonly<Record<string, Packed>>): void;
}

declare global {
  var offprint: Offprint;
}

/** Has what is fetched from the copy come out of it. */
function openDoor(top: string, files: PackedFiles): void {
  const elsewhere = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const path = pathIn(top, address);
    if (path === undefined) return elsewhere(input, init);
    init?.signal?.throwIfAborted();
    const isPage = path === '' || /(?:\/|\.html)$/.test(path);
    const body = isPage ? await readPage(pageAt(top, top + path)) : await files.read(path);
    init?.signal?.throwIfAborted();
    return new Response(body ?? null, { status: body === undefined ? 404 : 200 });
  };
}

/** A copy is always there, and nothing of it is kept elsewhere or asked in another thread: files cannot. */
function leaveOut(): void {
  Object.defineProperty(Navigator.prototype, 'onLine', { get: () => true });
  Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
  Reflect.deleteProperty(globalThis, 'Worker');
}

/**
 * Runs the modules of the page whose script this is.
 *
 * @param modules by their paths in the site
 */
export function start(packs: Packs, modules: Readonly<Record<string, Module>>): void {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || tellReader()) return;
  const top = topOf(script.src);
  const files = new PackedFiles(top, packs);
  globalThis.offprint = {
    base: new URL(top).pathname,
    meta: (path) => ({ url: top + path }),
    load: async (address) => modules[pathIn(top, address) ?? '']?.(),
    styles: (some) => some.filter((file) => file.endsWith('.css')),
    page: (address) => pageAt(top, address),
    keep: (some) => files.keep(some),
  };
  leaveOut();
  if (location.protocol === 'file:') carry();
  openDoor(top, files);
  followLinks(top);
  for (const path of script.dataset['modules']?.split(' ') ?? []) void modules[path]?.();
}
