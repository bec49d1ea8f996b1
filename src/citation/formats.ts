/** The formats in which papers are cited and taken away. Pages load this when it is asked for. */
import { bibtex } from './bibtex.ts';
import { cslItem } from './csl-json.ts';
import { ris } from './ris.ts';
import { apa, ieee, markdown, plain } from './styles.ts';
import type { Work } from './work.ts';

/** A format: papers as one text. */
export interface Format {
  /** For readers. */
  readonly label: string;
  /** Of a file, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  readonly write: (works: readonly Work[]) => string;
  /** As one paper is shown and copied, if that is not as it is written. */
  readonly show?: (work: Work) => string;
}

/** References for readers, one a line. */
const lines =
  (style: (work: Work) => string): Format['write'] =>
  (works) =>
    works.map((work) => `${style(work)}\n`).join('');

export const formats = {
  bibtex: {
    label: 'BibTeX',
    extension: 'bib',
    mediaType: 'application/x-bibtex',
    write: (works) => works.map((work) => bibtex(work)).join('\n'),
    show: (work) => bibtex(work, true),
  },
  ris: {
    label: 'RIS',
    extension: 'ris',
    mediaType: 'application/x-research-info-systems',
    write: (works) => works.map(ris).join('\r\n'),
  },
  csl: {
    label: 'CSL-JSON',
    extension: 'json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    write: (works) => `${JSON.stringify(works.map(cslItem), undefined, 2)}\n`,
  },
  apa: {
    label: 'APA',
    extension: 'txt',
    mediaType: 'text/plain',
    write: lines((work) => plain(apa(work))),
  },
  ieee: {
    label: 'IEEE',
    extension: 'txt',
    mediaType: 'text/plain',
    write: (works) =>
      works.length === 1
        ? lines((work) => plain(ieee(work)))(works)
        : works.map((work, at) => `[${at + 1}] ${plain(ieee(work))}\n`).join(''),
  },
  markdown: {
    label: 'Markdown',
    extension: 'md',
    mediaType: 'text/markdown',
    write: (works) =>
      works.length === 1 && works[0]
        ? `${markdown(works[0])}\n`
        : works.map((work) => `- ${markdown(work)}\n`).join(''),
  },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

export const formatNames: readonly FormatName[] = [
  'bibtex',
  'ris',
  'csl',
  'apa',
  'ieee',
  'markdown',
];
