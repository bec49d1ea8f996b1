/** Fetches what was named instead of a file. */
import { diagnostic } from '../diagnostics/diagnostic.ts';
import type { Refused, SourceFile, SourceReading } from '../intake/read.ts';
import type { AcceptedDigest } from '../intake/take-in.ts';
import { textOf, type Client, type Reading } from '../net/client.ts';
import { changeCollected } from './files.ts';
import { addCollected, byHand, type Collected } from './ledger.ts';
import type { Named } from './named.ts';

/** A file that was fetched. */
export interface FetchedFile extends SourceFile {
  readonly address: string;
  readonly licence?: string;
}

export interface FetchedReading extends SourceReading {
  readonly files: readonly FetchedFile[];
}

/**
 * Fetches what was named.
 *
 * @param named what to ask for, by what was given
 */
export async function fetchNamed(
  named: ReadonlyMap<string, Named>,
  client: Client,
  now: Date,
): Promise<FetchedReading> {
  const files: FetchedFile[] = [];
  const refused: Refused[] = [];
  for (const [given, { address, accept, name, read }] of named) {
    const reply = await client.ask({
      address,
      mayLeave: true,
      headers: { accept },
      read: (answer): Reading<FetchedFile> => {
        const sent = read(textOf(answer), address);
        if (!sent.ok) return { kind: 'wrong', why: sent.why };
        const { extension, licence } = sent;
        const file = {
          source: given,
          fileName: `${name}.${extension}`,
          bytes: answer.bytes,
          changed: now.toISOString().slice(0, 10),
          address: answer.address,
          licence,
        };
        return { kind: 'good', value: file };
      },
    });
    if (reply.kind === 'good') files.push(reply.value);
    else {
      const problem = diagnostic('add/unreachable', { file: given }, { why: reply.why });
      refused.push({ source: given, problems: [problem] });
    }
  }
  return { files, refused };
}

/** Notes where fetched digests are from, before they are written. */
export async function noteFetched(
  root: string,
  files: readonly FetchedFile[],
  digests: readonly AcceptedDigest[],
  now: Date,
): Promise<void> {
  const bySource = new Map(files.map((file) => [file.source, file]));
  const lines = digests.flatMap(({ source, digest, known }): Collected[] => {
    const file = bySource.get(source);
    if (file === undefined || known) return [];
    const { name, parsed } = digest;
    const { address, licence } = file;
    const line = { source: byHand, day: name.date, at: now.toISOString(), address };
    return [{ ...line, digest: name.id, kept: parsed.papers.length, licence }];
  });
  if (lines.length > 0) await changeCollected(root, (text) => addCollected(text, lines));
}
