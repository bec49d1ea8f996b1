/** A kind of derived fact. */
import { deserialize, serialize } from 'node:v8';

/** Values to bytes and back. */
export interface Codec<Value> {
  readonly encode: (value: Value) => Uint8Array;
  /** May throw: the value is worked out again then. */
  readonly decode: (bytes: Uint8Array) => Value;
}

/** A kind of value, whatever its values are. */
export interface AnyKind {
  /** Lower-case letters, digits and hyphens; no two kinds share it. */
  readonly name: string;
  /** Modules, from the project's folder, whose code makes the value: `src/digest/parse.ts`. What they import counts too. */
  readonly modules: readonly string[];
  /**
   * Many small values, always asked for together: what is put at once is kept as one row, as JSON. `getMany` alone
   * finds them.
   */
  readonly together?: true;
}

/** A kind of value that is worked out of content by code, and kept. */
export interface Kind<Value> extends AnyKind {
  /** Absent: anything that can be cloned as structured data. */
  readonly codec?: Codec<Value>;
}

/** Any structured data. */
export const asStructured = <Value>(): Codec<Value> => ({ encode: serialize, decode: deserialize });

/** Small plain objects: quicker than structured data, but for fields that are undefined. */
export const asJson = <Value>(): Codec<Value> => ({
  encode: (value) => Buffer.from(JSON.stringify(value)),
  decode: (bytes) => JSON.parse(textOf(bytes)),
});

/** Bytes as they are. */
export const asBytes: Codec<Uint8Array> = { encode: (bytes) => bytes, decode: (bytes) => bytes };

/** The text that bytes of UTF-8 are. */
export const textOf = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString();
