/** Small things that the worker remembers, each as JSON in a cache under an address that no page has. */
import { addressOf, facts } from './scope.ts';

/** A cache of records. */
export class Store {
  readonly #name: string;

  /** @param name of the cache, without what all begin with */
  constructor(name: string) {
    this.#name = facts.prefix + name;
  }

  #key(name: string): string {
    return addressOf(`.offline/${name}`);
  }

  /** @returns undefined if there is none */
  async read(name: string): Promise<unknown> {
    const found = await (await caches.open(this.#name)).match(this.#key(name));
    return found?.json();
  }

  async write(name: string, value: unknown): Promise<void> {
    await (await caches.open(this.#name)).put(this.#key(name), Response.json(value));
  }

  async delete(name: string): Promise<void> {
    await (await caches.open(this.#name)).delete(this.#key(name));
  }

  /** Names of all records. */
  async names(): Promise<string[]> {
    const start = this.#key('').length;
    const keys = await (await caches.open(this.#name)).keys();
    return keys.map(({ url }) => decodeURIComponent(url.slice(start)));
  }
}
