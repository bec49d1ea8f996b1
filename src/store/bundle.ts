/** Many small values of a kind in one row of the store: see `together` of a kind. */
import { randomUUID } from 'node:crypto';
import { asJson, textOf, type Kind } from './kind.ts';

/** What waits to be written. */
export interface Pending {
  readonly code: number;
  readonly key: string;
  readonly value: Uint8Array;
}

/** A value of those that are kept together. */
type Together<Value> = readonly [id: string, key: string, value: Value];

/** The kind of a row of such values. */
export const bundleKind = <Value>(): Kind<readonly Together<Value>[]> => {
  const { encode, decode } = asJson<readonly Together<Value>[]>();
  return {
    name: 'together',
    modules: [],
    codec: {
      encode,
      decode: (bytes) => {
        const values = decode(bytes);
        if (Array.isArray(values)) return values;
        throw new Error('kept before its kind was kept together');
      },
    },
  };
};

/** What waits to be written as one row, under an id that no other row has. */
export function bundleOf(pending: ReadonlyMap<string, Pending>): [string, Pending][] {
  const [first] = pending.values();
  if (!first) return [];
  const values = Array.from(
    pending,
    ([id, { key, value }]) => `[${JSON.stringify(id)},${JSON.stringify(key)},${textOf(value)}]`,
  );
  const value = Buffer.from(`[${values.join(',\n')}]`);
  return [[randomUUID(), { code: first.code, key: '', value }]];
}
