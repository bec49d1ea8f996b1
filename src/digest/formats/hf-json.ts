/** What Hugging Face's API says of daily papers, in the generations of its keys. */
import type { Capture, DigestFormat, ParsedDigest, Recognition } from '../model.ts';
import { jsonStart, parseJson } from '../records/json-digest.ts';

/** No more than this is looked at to recognise a file, in UTF-16 code units. */
const sample = 300_000;

const nested = /"paper"\s{0,20}:\s{0,20}\{/;
/** Keys that nobody else gives a paper. */
const own =
  /"(?:upvotes|discussionId|submittedOnDailyAt|isAuthorParticipating|ai_keywords|ai_summary|numComments|mediaUrls?)"\s{0,20}:/g;
const titled = /"title"\s{0,20}:/;

function recognise({ text }: Capture): Recognition {
  if (!jsonStart.test(text)) return { confidence: 0, why: 'it does not begin like JSON' };
  const head = text.slice(0, sample);
  const keys = new Set(head.match(own));
  if (!titled.test(head)) return { confidence: 0, why: 'JSON without titles' };
  if (nested.test(head) && keys.size > 0) {
    // Line by line it is another format's.
    const confidence = /^[\ufeff\s]*\{.*\}[^\S\n]*\n\s*\{/.test(head) ? 0.4 : 0.97;
    return {
      confidence,
      why: 'JSON with `paper` objects and votes, as the Hugging Face API gives it',
    };
  }
  if (keys.size > 1) {
    return { confidence: 0.8, why: 'JSON with keys of the Hugging Face API' };
  }
  return { confidence: 0, why: 'JSON without the keys of the Hugging Face API' };
}

/**
 * Hugging Face daily papers as JSON. Hidden authors count: the paper names them, only its page does not.
 * Hugging Face has taken the dollars out of the texts, so what is left of TeX is plain text.
 */
export const hfJson: DigestFormat = {
  id: 'hf-json',
  label: 'Hugging Face API JSON',
  from: 'huggingface.co/api/daily_papers',
  recognise,
  parse: (capture): ParsedDigest =>
    parseJson(capture, 'hf-json', recognise(capture).why, { notation: 'plain' }),
};
