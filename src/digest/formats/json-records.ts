/** JSON with objects that have a title: exports of libraries, search engines and people's own scripts, by dialect. */
import { identifiersIn } from '../identifiers.ts';
import type { DigestFormat, Recognition } from '../model.ts';
import { collectRecords } from '../records/find-records.ts';
import { JsonSource } from '../records/json-source.ts';
import type { Reading } from '../records/paper.ts';
import { recordFormat } from '../records/record-format.ts';
import { plainName, rolesOf, type Role } from '../records/roles.ts';

const field = /(?:"([^"\\]{1,60})"|'([^'\\]{1,60})')\s{0,20}:/g;
const ofPapers = /arxiv\.org\/(?:abs|pdf)\//i;
/** @see https://www.jsonfeed.org/version/1.1/ */
const ofFeed = /"version"\s{0,20}:\s{0,20}"https?:\/\/(?:www\.)?jsonfeed\.org\/version/;
/** A paper's id, and a row of Markdown for its value. */
const row = /["']\d{4}\.\d{4,5}(?:v\d{1,2})?["']\s{0,20}:\s{0,20}["'](?:\||- |\*\*)/;
/** Exports of Slack, Telegram, Discord. */
const messages = /"type"\s{0,20}:\s{0,20}"(?:message|Default)"/;
const opening = /^[\ufeff\s]{0,1000}(?:\{\s{0,1000}(?:u?["']|[}/])|\[\s{0,1000}(?:[[{("'\d\]/]))/;

/** The surest rank by which a name of a field says this, over all names. */
function surest(names: ReadonlySet<string>, role: Role): number {
  const ranks = Array.from(names).flatMap((name) =>
    rolesOf(name).flatMap((known) => (known.role === role ? known.rank : [])),
  );
  return Math.min(Infinity, ...ranks);
}

const titled = /"title"\s{0,20}:/;
const nested = /"paper"\s{0,20}:\s{0,20}\{/;
/** Keys that nobody but Hugging Face gives a paper. */
const ofHuggingFace =
  /"(?:upvotes|discussionId|submittedOnDailyAt|isAuthorParticipating|ai_keywords|ai_summary|numComments|mediaUrls?)"\s{0,20}:/g;
/** Line by line it is another format's. */
const byLines = /^[\ufeff\s]*\{.*\}[^\S\n]*\n\s*\{/;

/** In the generations of its keys. */
function huggingFace(head: string): Recognition | string {
  const keys = titled.test(head) ? new Set(head.match(ofHuggingFace)).size : 0;
  if (keys > 0 && nested.test(head)) {
    const why = 'JSON with `paper` objects and votes, as the Hugging Face API gives it';
    return { confidence: byLines.test(head) ? 0.4 : 0.97, why };
  }
  return keys > 1
    ? { confidence: 0.8, why: 'JSON with keys of the Hugging Face API' }
    : 'JSON without the keys of the Hugging Face API';
}

/** @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types */
const types =
  /"type"\s{0,20}:\s{0,20}"(?:article(?:-journal|-magazine|-newspaper)?|paper-conference|chapter|book|thesis|report|manuscript|webpage|dataset|software|preprint|document|speech|post(?:-weblog)?|entry(?:-\w{1,20})?|standard|patent)"/;
const ofCsl =
  /"(?:issued|container-title|citation-key|citation-label|publisher-place|title-short|event-title|family|literal)"\s{0,20}:/;

function csl(head: string): Recognition | string {
  if (!titled.test(head) || !types.test(head)) return 'JSON without titles and types of CSL';
  return ofCsl.test(head)
    ? { confidence: 0.92, why: 'JSON with types, names and dates of CSL' }
    : { confidence: 0.5, why: 'JSON with types of CSL' };
}

function any(head: string): Recognition | string {
  if (ofFeed.test(head)) return { confidence: 0.97, why: 'a JSON Feed' };
  const names = new Set(
    Array.from(head.matchAll(field), ([, one, other]) => plainName(one ?? other ?? '')),
  );
  if (messages.test(head) && identifiersIn(head).length > 0)
    return { confidence: 0.97, why: 'messages of a chat that name papers' };
  const title = surest(names, 'title');
  const told = surest(names, 'abstract') < 2;
  if (title < 2) {
    return told
      ? { confidence: 0.75, why: 'JSON with titles and abstracts' }
      : { confidence: 0.6, why: 'JSON with titles' };
  }
  if (row.test(head)) {
    return { confidence: 0.75, why: 'JSON with rows of Markdown under the ids of papers' };
  }
  if (title === 2 && told && (surest(names, 'authors') < 2 || ofPapers.test(head))) {
    return { confidence: 0.5, why: 'JSON with names, descriptions and authors' };
  }
  return 'JSON without titles';
}

/** A format of JSON, told by the beginning of a text. */
const dialect = (
  about: Pick<DigestFormat, 'id' | 'label' | 'from'>,
  look: (head: string) => Recognition | string,
  reading: Reading = {},
): DigestFormat =>
  recordFormat({
    ...about,
    sample: 300_000,
    recognise: (head) => (opening.test(head) ? look(head) : 'it does not begin like JSON'),
    reading: () => reading,
    collect: (capture, collector) =>
      collectRecords(capture, new JsonSource(capture.text), collector),
  });

/**
 * Hugging Face daily papers as JSON. Hidden authors count: the paper names them, only its page does not.
 * Hugging Face has taken the dollars out of the texts, so what is left of TeX is plain text.
 */
export const hfJson = dialect(
  { id: 'hf-json', label: 'Hugging Face API JSON', from: 'huggingface.co/api/daily_papers' },
  huggingFace,
  { notation: 'plain' },
);

/** The markup that CSL allows in titles: what it sets off stays, small capitals and case marks go. */
const markup =
  /<\/?(?:i|b|sub|sup|sc)>|<span (?:class="nocase"|style="font-variant:\s?small-caps;?")>|<\/span>/g;

/** CSL-JSON; the list may be wrapped in an object. */
export const cslJson = dialect(
  { id: 'csl-json', label: 'CSL-JSON', from: 'Zotero, Mendeley, Pandoc' },
  csl,
  { clean: (text) => (text.includes('<') ? text.replaceAll(markup, '') : text) },
);

/** Any JSON whose objects have a title. */
export const jsonRecords = dialect(
  {
    id: 'json-records',
    label: 'JSON records',
    from: 'Crossref, DataCite, OpenAlex, OpenReview, Semantic Scholar; JSON Feed, Feedly; Slack, Telegram, Discord',
  },
  any,
);
