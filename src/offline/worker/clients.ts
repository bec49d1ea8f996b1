/** Which edition a page belongs to. */
import { allEditions, noteEdition, type Edition } from './editions.ts';
import { facts, isReplaced, scope } from './scope.ts';
import { Store } from './store.ts';

/** A page that came over the network from an edition that is not the worker's. */
export const live = 'live';

const store = new Store('clients');
/** What is known here; a page that is not noted belongs to the worker's own edition. */
const known = new Map<string, string | Promise<string>>();

/** Notes a page's edition where another than the worker's own would be taken for it, now or soon. */
export async function bind(client: string, edition: string): Promise<void> {
  if (client === '') return;
  known.set(client, edition);
  if (edition !== facts.edition || isReplaced()) await store.write(client, edition);
}

/** Notes the edition of a page that is shown before it is known; what the page asks for waits until it is. */
export function bindLater(client: string, edition: Promise<string>): void {
  if (client === '') return;
  known.set(
    client,
    edition.then(async (name) => {
      await bind(client, name);
      return name;
    }),
  );
}

/** Name of the edition of a page. */
export async function editionOf(client: string): Promise<string> {
  const before = known.get(client);
  if (before !== undefined) return before;
  const noted = client === '' ? undefined : await store.read(client);
  const edition = typeof noted === 'string' ? noted : facts.edition;
  if (client !== '') known.set(client, edition);
  return edition;
}

const openClients = (): Promise<readonly Client[]> =>
  scope.clients.matchAll({ includeUncontrolled: true, type: 'all' });

/**
 * When the worker takes over: pages that are open belong to the edition before, unless they were noted for another.
 *
 * @returns pages that show another edition
 */
export async function settle(): Promise<readonly Client[]> {
  const before = (await new Store('current').read('edition')) ?? facts.edition;
  const clients = await openClients();
  const noted = new Set(await store.names());
  const others: Client[] = [];
  for (const client of clients) {
    if (!noted.has(client.id) && typeof before === 'string') await bind(client.id, before);
    if ((await editionOf(client.id)) !== facts.edition) others.push(client);
  }
  await new Store('current').write('edition', facts.edition);
  await noteEdition({ shown: true });
  return others;
}

/** Editions that are to stay: the worker's own, those of open pages, and one that is being fetched. */
export async function living(): Promise<Edition[]> {
  const open = new Set((await openClients()).map(({ id }) => id));
  const needed = new Set([facts.edition]);
  for (const id of await store.names()) {
    if (open.has(id)) needed.add(await editionOf(id));
    else await store.delete(id);
  }
  return (await allEditions()).filter(({ name, shown }) => needed.has(name) || !shown);
}
