/** Captures that lie in the archive as they came, and are given again: what is private in them is cut out. */
import { resolve } from 'node:path';
import { parseDigestName } from '../digest/name.ts';
import type { Dialect } from '../digest/dialect.ts';
import { readCapture, type CaptureReading } from '../digest/wrapping/read.ts';
import { writeAtomic } from '../entries/atomic.ts';
import { digestsOf, hashOf, type ReadDigest } from '../entries/captures.ts';
import { forgetAccounts } from '../entries/files.ts';
import type { Incoming } from './report.ts';

/** A digest that is taken in. */
export type Accepted = Incoming & {
  /** What its capture is to hold. */
  readonly bytes: Uint8Array;
  /** What it holds now, private things among them. */
  readonly mends?: Uint8Array;
};

/**
 * A capture that was put into the archive as it came, and is given again: it is written again without what is
 * private in it, under the same name.
 */
export async function mend(
  bytes: Uint8Array,
  { safe, encoding }: Extract<CaptureReading, { ok: true }>,
  byHash: ReadonlyMap<string, ReadDigest>,
  dialect: Dialect,
): Promise<Omit<Accepted, 'source'>[] | undefined> {
  const hash = hashOf(bytes);
  const file = [...byHash.values()].find(({ capture }) => capture === hash)?.file;
  const name = file === undefined ? undefined : parseDigestName(file);
  if (file === undefined || !name?.ok) return undefined;
  const { format, marks = [] } = name.name;
  const capture = await readCapture(file, safe, { format, yes: marks.includes('yes'), dialect });
  if (!capture.ok) return undefined;
  const datedBy = 'as it was added';
  return digestsOf(name.name, file, safe, capture).map((digest) => ({
    digest,
    known: true,
    datedBy,
    encoding,
    bytes: safe,
    mends: bytes,
  }));
}

/** Writes mended captures, and puts their digests in the place of those that they were. */
export async function mendCaptures(
  root: string,
  accepted: readonly Accepted[],
  digests: ReadDigest[],
): Promise<void> {
  for (const [file, mended] of Map.groupBy(accepted, ({ digest }) => digest.file)) {
    const [{ mends, bytes } = { mends: undefined, bytes: undefined }] = mended;
    if (mends === undefined || bytes === undefined) continue;
    // Without its line first: a capture that is not the accounted one is an error.
    await forgetAccounts(
      root,
      mended.map(({ digest }) => digest.name.id),
    );
    if (!(await writeAtomic(resolve(root, file), bytes, { durable: true, before: mends })))
      continue;
    const others = digests.filter((digest) => digest.file !== file);
    digests.splice(0, Infinity, ...others, ...mended.map(({ digest }) => digest));
  }
}
