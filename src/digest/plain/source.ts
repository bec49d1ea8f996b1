/** Lines that say where a paper appeared, perhaps behind its authors: `M Okonjo, I Vogt - Journal, 2025`. */
import { isoDay } from '../date.ts';
import { findDay } from '../days.ts';
import { known } from '../known.ts';
import { namesOf, personIn } from '../names/person.ts';

/** What such a line says. */
export interface Source {
  readonly authors?: readonly string[];
  readonly venue?: string;
  /** ISO 8601: a day, a month or a year. */
  readonly published?: string;
}

/** No such line is longer, in UTF-16 code units. */
const longest = 1500;

const year = /(?<![\d.:/-])(?:19|20)\d{2}(?![\d:/]|\.\d)/;

/** Places of publication by their names. */
const archives =
  /^(?:arXiv(?:\.org)?|bioRxiv|medRxiv|ChemRxiv|PsyArXiv|SocArXiv|EarthArXiv|SSRN(?: Electronic Journal)?|CoRR|OSF(?: Preprints)?|Research Square|Preprints\.org|HAL|Zenodo|OpenReview)\b(?=$|[\s.,:;•·|(])/;
const published =
  /\b(?:Proceedings|Proc\.|Journal|Transactions|Trans\.|Conference|Workshop|Symposium|Advances in|Annals|Review|Letters|Lecture Notes|PMLR|Findings|preprint|Press|Springer|Elsevier|Wiley|IEEE|ACM)\b/;

/** `ICLR 2025 Poster`, `NeurIPS 2024`, `Submitted to ICLR 2026`, `Accept (Oral)`. */
const status =
  /^(?:(?:Submitted to |Accepted (?:to|at|by) |Published (?:at|in) )?[A-Z][A-Za-z@&-]{1,14} ?(?:20\d{2}|'\d{2})(?: (?:Conference|Workshop|Main|Findings|Datasets|and|Benchmarks|Position|Paper|Track|Poster|Oral|Spotlight|Highlight|Submission|Blog|Withdrawn|Long|Short|\w{1,20})){0,5}|(?:Accept|Reject)(?:ed)?(?: ?\((?:poster|oral|spotlight|talk)\))?)$/i;

/** `Journal of Valleys • 2025`, `Journal of Valleys, 12 March 2025` */
const dated =
  /^(\p{Lu}[^.?!:;]{2,100}?)(?: ?[•·|] ?|, )((?:\d{1,2} )?(?:\p{Lu}\p{Ll}{2,8}\.? )?(?:19|20)\d{2})$/u;

/** `J Valley Hist. 2025 Feb 8;1(1):1-9. doi: …`, as PubMed prints it */
const medline =
  /^(\p{Lu}[^.?!;]{1,100})\. ((?:19|20)\d{2}(?: \p{Lu}\p{Ll}{2}(?:-\p{Lu}\p{Ll}{2})?(?: \d{1,2})?)?)(?:[;:.]|$)/u;

const when = (text: string): string | undefined => {
  const day = findDay(text);
  return day === undefined ? year.exec(text)?.[0] : isoDay(day);
};

/** The authors that a part of a line names; one alone is enough where a place of publication follows. */
const authorsOf = (part: string): readonly string[] | undefined => {
  const text = part.replace(/\s?(?:…|\.\.\.)$/, '').trim();
  const person = personIn(text);
  return namesOf(text) ?? (person === undefined ? undefined : [person]);
};

function behindNames(line: string): Source | undefined {
  const parts = /^([^;]{3,1200}?)(?: ?… ?| )[-–—] (.{3,300})$|^([^;]{3,1200}); (.{3,300})$/.exec(
    line,
  );
  const authors = authorsOf(parts?.[1] ?? parts?.[3] ?? '');
  const [place = ''] = (parts?.[2] ?? parts?.[4] ?? '').split(/ [-–—] (?=[\w.-]{3,60}$)/);
  if (!authors || !(year.test(place) || published.test(place) || archives.test(place)))
    return undefined;
  const venue = place.replace(/,? ?(?:19|20)\d{2}$/, '').replace(/^(?:19|20)\d{2}$/, '');
  return known({
    authors,
    venue: archives.test(venue) ? undefined : venue,
    published: when(place),
  });
}

/**
 * Reads a line that says where a paper appeared and nothing else but its authors.
 *
 * @param line a trimmed line
 */
export function sourceOf(line: string): Source | undefined {
  if (line.length > longest) return undefined;
  if (archives.test(line) && line.length < 160)
    return known({ published: when(line.replaceAll(/\d{4}\.\S+/g, '')) });
  if (line.length < 80 && status.test(line)) return { venue: line };
  const told = medline.exec(line) ?? dated.exec(line);
  if (told && !told[1]?.includes(' - '))
    return known({ venue: told[1], published: when(told[2] ?? '') });
  return behindNames(line);
}
