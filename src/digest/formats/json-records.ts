/** JSON with objects that have a title: exports of libraries, search engines and people's own scripts. */
import type { Capture, DigestFormat, Recognition } from '../model.ts';
import { identifiersIn } from '../identifiers.ts';
import { parseJson } from '../records/json-digest.ts';
import { plainName, rolesOf, type Role } from '../records/roles.ts';

/** No more than this is looked at to recognise a file, in UTF-16 code units. */
const sample = 300_000;

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

function recognise({ text }: Capture): Recognition {
  const head = text.slice(0, sample);
  if (!opening.test(head)) return { confidence: 0, why: 'it does not begin like JSON' };
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
  return { confidence: 0, why: 'JSON without titles' };
}

/** Any JSON whose objects have a title. */
export const jsonRecords: DigestFormat = {
  id: 'json-records',
  label: 'JSON records',
  from: 'Crossref, DataCite, OpenAlex, OpenReview, Semantic Scholar; JSON Feed, Feedly; Slack, Telegram, Discord',
  recognise,
  parse: (capture) => parseJson(capture, 'json-records', recognise(capture).why),
};
