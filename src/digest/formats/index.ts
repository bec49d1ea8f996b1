/** The shapes of digest that Offprint reads. */
import type { DigestFormat } from '../model.ts';
import { arxivListing } from './arxiv-listing.ts';
import { arxivMail } from './arxiv-mail.ts';
import { bibtex } from './bibtex.ts';
import { csv } from './csv.ts';
import { hfText } from './hf-text.ts';
import { cslJson, hfJson, jsonRecords } from './json-records.ts';
import { archiveExport, jsonl } from './jsonl.ts';
import { links } from './links.ts';
import { hfMarkdown, markdownList, papersOfTheWeek } from './markdown.ts';
import { pubmedText } from './pubmed-text.ts';
import { referenceList } from './reference-list.ts';
import { tagged } from './tagged.ts';
import { toml } from './toml.ts';
import { xmlRecords } from './xml-records.ts';
import { yaml } from './yaml.ts';

/**
 * All formats, those first that cost little to ask; those that have to read a capture to recognise it are the
 * last. Of two equally sure ones the first is taken.
 */
export const formats: readonly DigestFormat[] = [
  hfJson,
  arxivMail,
  yaml,
  toml,
  arxivListing,
  bibtex,
  pubmedText,
  ...tagged,
  ...xmlRecords,
  cslJson,
  archiveExport,
  jsonl,
  jsonRecords,
  csv,
  referenceList,
  hfMarkdown,
  papersOfTheWeek,
  markdownList,
  links,
  hfText,
];

/** The format of an id, e.g. `hf-text`. */
export function formatOf(id: string): DigestFormat | undefined {
  return formats.find((format) => format.id === id);
}
