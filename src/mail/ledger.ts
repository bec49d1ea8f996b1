/** The ledger of a digest: what was sent to whom, by keyed hashes. One JSON line an event; the last of each counts. */
import { z } from 'astro/zod';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { parsed } from '../shapes.ts';
import { toJsonLines } from '../text/json-lines.ts';

/**
 * `sending` is written before the first byte of a message goes out, so that whoever reads it without another event after
 * it knows no more than that the message may have been taken. `unsent`: it was not, for sure. `planned`: the run that is
 * named is about to send it; to any other run it may have been sent, for the ledger of a machine that is lost goes with it.
 */
const events = ['planned', 'sending', 'sent', 'refused', 'unsent'] as const;
export type Event = (typeof events)[number];

/** How a recipient stands: `doubt` is a `sending` that nothing followed. Who is not there was sent nothing. */
export type Standing = 'sent' | 'refused' | 'doubt';

export interface Ledger {
  /** Tells the key that it was kept with; undefined for a new one. */
  readonly mark: string | undefined;
  readonly standing: ReadonlyMap<string, Standing>;
  /** Whom the run that reads it has planned to send to, and has not sent to for sure. */
  readonly planned: ReadonlySet<string>;
  /** Characters of whole lines: what follows was cut off while it was written, and says nothing. */
  readonly length: number;
  readonly problems: readonly Diagnostic[];
}

/** The first line. */
export const openingLine = (mark: string): string => toJsonLines([{ ledger: 1, key: mark }]);

/**
 * @param to of `ledgerKey`
 * @param at a point of time, ISO 8601
 * @param run that has planned it
 */
export const eventLine = (to: string, event: Event, at: string, run?: string): string =>
  toJsonLines([{ to, is: event, at, run }]);

const lineSchema = z.union([
  z.object({ ledger: z.literal(1), key: z.string() }),
  z.object({
    ledger: z.undefined().optional(),
    to: z.string(),
    is: z.enum(events),
    run: z.string().optional().catch(undefined),
  }),
]);

const standings: Readonly<Record<Event, Standing | undefined>> = {
  planned: 'doubt',
  sending: 'doubt',
  sent: 'sent',
  refused: 'refused',
  unsent: undefined,
};

/**
 * Reads a ledger. Lines of two runs that were merged may be in any order, so that who was once sent it stays so.
 *
 * @param file for messages
 * @param text of the file; empty if there is none
 * @param run which reads it: what it has planned itself is in no doubt
 */
export function readLedger(file: string, text: string, run?: string): Ledger {
  const planned = new Set<string>();
  const standing = new Map<string, Standing>();
  const problems: Diagnostic[] = [];
  const marks = new Set<string>();
  const length = text.lastIndexOf('\n') + 1;
  const lines = text.slice(0, length).split('\n').slice(0, -1);
  for (const [at, row] of lines.entries()) {
    const line = lineSchema.safeParse(parsed(row)).data;
    const place = { file, line: at + 1, column: 1 };
    if (line === undefined) {
      problems.push(diagnostic('mail/ledger', place, { why: 'this line says nothing known' }));
    } else if (line.ledger === 1) {
      marks.add(line.key);
      if (marks.size > 1)
        problems.push(diagnostic('mail/ledger', place, { why: 'it was kept with two keys' }));
    } else if (marks.size === 0) {
      problems.push(diagnostic('mail/ledger', place, { why: 'it does not begin with its key' }));
      marks.add('');
    } else if (standing.get(line.to) !== 'sent') {
      const isOwn = line.is === 'planned' && run !== undefined && line.run === run;
      if (isOwn) {
        planned.add(line.to);
        continue;
      }
      planned.delete(line.to);
      const now = standings[line.is];
      if (now === undefined) standing.delete(line.to);
      else standing.set(line.to, now);
    }
  }
  const [mark] = marks;
  return { mark, standing, planned, length, problems };
}
