/** CSL-JSON: what Zotero, Mendeley, Pandoc and citeproc exchange. */
import type { Capture, DigestFormat, Recognition } from '../model.ts';
import { jsonStart, parseJson } from '../records/json-digest.ts';

/** No more than this is looked at to recognise a file, in UTF-16 code units. */
const sample = 300_000;

/** @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types */
const types =
  /"type"\s{0,20}:\s{0,20}"(?:article(?:-journal|-magazine|-newspaper)?|paper-conference|chapter|book|thesis|report|manuscript|webpage|dataset|software|preprint|document|speech|post(?:-weblog)?|entry(?:-\w{1,20})?|standard|patent)"/;
const own =
  /"(?:issued|container-title|citation-key|citation-label|publisher-place|title-short|event-title)"\s{0,20}:/;
const names = /"(?:family|literal)"\s{0,20}:/;
const titled = /"title"\s{0,20}:\s{0,20}"/;

function recognise({ text }: Capture): Recognition {
  if (!jsonStart.test(text)) return { confidence: 0, why: 'it does not begin like JSON' };
  const head = text.slice(0, sample);
  if (!titled.test(head) || !types.test(head)) {
    return { confidence: 0, why: 'JSON without titles and types of CSL' };
  }
  return own.test(head) || names.test(head)
    ? { confidence: 0.92, why: 'JSON with types, names and dates of CSL' }
    : { confidence: 0.5, why: 'JSON with types of CSL' };
}

/** The markup that CSL allows in titles: what it sets off stays, small capitals and case marks go. */
const markup =
  /<\/?(?:i|b|sub|sup|sc)>|<span (?:class="nocase"|style="font-variant:\s?small-caps;?")>|<\/span>/g;

const clean = (text: string): string => (text.includes('<') ? text.replaceAll(markup, '') : text);

/** CSL-JSON; the list may be wrapped in an object. */
export const cslJson: DigestFormat = {
  id: 'csl-json',
  label: 'CSL-JSON',
  from: 'Zotero, Mendeley, Pandoc',
  recognise,
  parse: (capture) => parseJson(capture, 'csl-json', recognise(capture).why, { clean }),
};
