/** What formats have in common that have to read a capture to recognise it. */
import type { Capture, DigestFormat, ParsedDigest, Recognition } from '../model.ts';
import { oncePer } from '../../once.ts';
import { startOf } from '../opening.ts';

/** A capture, read: what it says, and how sure it is that it was to be read so. */
export interface FormatReading extends Recognition {
  readonly parsed: Omit<ParsedDigest, 'format' | 'why'>;
}

export interface ReadingFormat extends Pick<DigestFormat, 'id' | 'label' | 'from'> {
  /** Why a capture cannot be of the format, which costs little to see. */
  not?(capture: Capture): string | undefined;
  read(capture: Capture): FormatReading;
}

/** A format that recognises captures by reading how they start. What is read whole is read once. */
export function readingFormat({ id, label, from, not, read }: ReadingFormat): DigestFormat {
  const reading = oncePer(read);
  return {
    id,
    label,
    from,
    recognise(capture) {
      const other = not?.(capture);
      if (other !== undefined) return { confidence: 0, why: other };
      const { confidence, why } = reading(startOf(capture));
      return { confidence: Math.max(0, confidence), why };
    },
    parse(capture) {
      const { why, parsed } = reading(capture);
      return { format: id, why, ...parsed };
    },
  };
}
