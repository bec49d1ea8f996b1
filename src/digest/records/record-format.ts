/** What the formats of structured files have in common. */
import type { Capture, DigestFormat, Recognition } from '../model.ts';
import { Collector, type Fits } from './collector.ts';
import type { Reading } from './paper.ts';

export interface RecordFormat extends Pick<DigestFormat, 'id' | 'label' | 'from'> {
  /** No more than this is looked at to recognise a file, in UTF-16 code units. */
  readonly sample: number;
  /** How sure a file's beginning is of this format, or why it is of another. */
  recognise(head: string, isWhole: boolean): Recognition | string;
  /** How the texts of a file are written, see `Reading`. */
  reading?(text: string): Reading;
  /**
   * Hands the records of a file to the collector.
   *
   * @returns why a line that nobody booked fits nowhere
   */
  collect(capture: Capture, collector: Collector): string;
  /** What may stand around the records; without it, anything. */
  readonly fits?: Fits;
}

/** The format of files that hold records. */
export function recordFormat(format: RecordFormat): DigestFormat {
  const { id, label, from, sample } = format;
  const recognise = ({ text }: Capture): Recognition => {
    const found = format.recognise(text.slice(0, sample), text.length <= sample);
    return typeof found === 'string' ? { confidence: 0, why: found } : found;
  };
  return {
    id,
    label,
    from,
    recognise,
    parse(capture) {
      const collector = new Collector(capture, format.reading?.(capture.text));
      const otherwise = format.collect(capture, collector);
      return {
        format: id,
        why: recognise(capture).why,
        ...collector.close(otherwise, format.fits),
      };
    },
  };
}
