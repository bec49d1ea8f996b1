/** JSON with objects that have a title: exports of libraries, search engines and people's own scripts. */
import type { Capture, DigestFormat, Recognition } from '../model.ts';
import { jsonStart, parseJson } from '../records/json-digest.ts';

/** No more than this is looked at to recognise a file, in UTF-16 code units. */
const sample = 300_000;

const titled = /"(?:[\w .-]{0,20}[_ .-])?(?:title|paperTitle|display_name)"\s{0,20}:/i;
const named = /"name"\s{0,20}:/i;
const told = /"(?:[\w .-]{0,20}[_ .-])?(?:abstract|summary|description|tldr)"\s{0,20}:/i;
const ofPapers = /"authors"\s{0,20}:|arxiv\.org\/(?:abs|pdf)\//i;

function recognise({ text }: Capture): Recognition {
  if (!jsonStart.test(text)) return { confidence: 0, why: 'it does not begin like JSON' };
  const head = text.slice(0, sample);
  if (!/^[\ufeff\s]*(?:\{\s*(?:["}/])|\[\s*(?:[[{"\d\]/]))/.test(head)) {
    return { confidence: 0, why: 'it does not begin like JSON' };
  }
  if (titled.test(head)) {
    return told.test(head)
      ? { confidence: 0.75, why: 'JSON with titles and abstracts' }
      : { confidence: 0.6, why: 'JSON with titles' };
  }
  if (named.test(head) && told.test(head) && ofPapers.test(head)) {
    return { confidence: 0.5, why: 'JSON with names, descriptions and authors' };
  }
  return { confidence: 0, why: 'JSON without titles' };
}

/** Any JSON whose objects have a title. */
export const jsonRecords: DigestFormat = {
  id: 'json-records',
  label: 'JSON records',
  recognise,
  parse: (capture) => parseJson(capture, 'json-records', recognise(capture).why),
};
