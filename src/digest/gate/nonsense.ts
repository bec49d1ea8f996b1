/** What stands where a title should be and is none. Pure. */
import { fold } from '../plain/boilerplate.ts';

/** Characters of a title that are looked at. */
const looked = 400;

const words = (list: string): ReadonlySet<string> => new Set(list.split('|'));

/** What pages write on buttons and beside papers. */
const labels = words(
  'abstract|abstracts|title|titles|author|authors|author(s)|authors:|abstract:|title:|pdf|[pdf]|html|[html]|code|[code]|' +
    'link|links|[link]|paper|[paper]|view pdf|read more|(read more)|download|download pdf|arxiv|arxiv:|github|comments|' +
    'comments:|subjects|subjects:|unsubscribe|home|menu|login|log in|sign in|sign up|share|save|cite|reply|copy|[copy]',
);

/** What programs write where there is no value. */
const nothings = words('null|none|nan|n/a|undefined|true|false|[object object]|tba|tbd');

/** Sections of calls, programs and papers: any one may be the title of an editorial, most of a list are not. */
const sections = words(
  'introduction|background|motivation|related work|method|methods|methodology|approach|experiments|experimental setup|' +
    'evaluation|results|discussion|limitations|conclusion|conclusions|future work|acknowledgements|acknowledgments|' +
    'references|bibliography|appendix|contents|table of contents|overview|summary|' +
    'call for papers|topics|topics of interest|scope|important dates|dates|submission|submissions|submission guidelines|' +
    'submission instructions|paper submission|how to submit|venue|location|program|programme|program committee|' +
    'programme committee|organisers|organizers|organising committee|organizing committee|committee|invited speakers|' +
    'keynote speakers|speakers|registration|sponsors|contact|contacts|contact us|about|about us|news|faq|' +
    'installation|install|requirements|prerequisites|dependencies|setup|getting started|quick start|quickstart|usage|' +
    'example|examples|features|documentation|configuration|development|testing|tests|contributing|contributors|license|' +
    'licence|citation|citing|changelog|roadmap|support|credits|todo|notes|participants|minutes|agenda|attendees|actions|' +
    'action items|next steps|any other business|weiteres|teilnehmer|tagesordnung|einleitung|zusammenfassung|引言|结论|参考文献',
);

/** Elements of pages and records; those that set letters (`i`, `sub`, MathML) stand in titles. */
const element = String.raw`(?:!doctype|!--|\?xml|html|head|body|title|meta|link|script|style|table|tbody|thead|tr|td|th|div|span|p|br|hr|h[1-6]|ul|ol|li|dl|dt|dd|a|img|svg|path|form|input|button|nav|header|footer|section|article|main|details|summary|pre|code|blockquote|font|center|iframe|record|entry|item|author|abstract)`;
const html = new RegExp(
  String.raw`<\/?${element}(?:[\s/][^<>]{0,300}|)>|^<\/?${element}(?:\s|$)|^<[\w:.-]{1,60}(?:\s[^<>]{0,300})?>[^<]{0,300}<\/[\w:.-]{1,60}>$|^<\/?[\w:.-]{1,60}(?:\s[^<>]{0,300})?\/?>$|\b(?:href|class|style|src)=(?:3D)?["']|&(?:nbsp|#160|lt|gt);.{0,40}&(?:nbsp|#160|lt|gt);`,
  'i',
);

/** One kind of nonsense: by what it is known, and what it is called in messages. */
type Kind = readonly [RegExp, string];

const kinds: readonly Kind[] = [
  [/^[\w+/=-]{45,}$/, 'a string of letters'],
  [/=\?[\w-]{2,30}\?[bq]\?/i, 'a mail header'],
  [/=3D["\w&]|(?:=[0-9A-F]{2}){2}|[^=\s]=$/, 'quoted-printable'],
  [html, 'HTML'],
  [
    /^(?:from|to|cc|bcc|subject|sent|received|reply-to|return-path|delivered-to|message-id|mime-version|in-reply-to|precedence|sender|dkim-signature|authentication-results|arc-(?:seal|message-signature|authentication-results)|content-(?:type|transfer-encoding|disposition|id|language|length|description)|list-(?:id|post|help|archive|owner|unsubscribe|unsubscribe-post|subscribe)|x-(?:mailer|mozilla|google|gm|ms|spam|received|priority|original|originating|sg|mailgun|feedback|forwarded|campaign|report|virus|microsoft|entity|mc|yahoo|auto|beenthere|env|loop)[\w-]{0,40}):(?:\s|$)|^date: (?:(?:mon|tue|wed|thu|fri|sat|sun)\b|\d)/i,
    'a mail header',
  ],
  [/^(?:boundary|charset)=/i, 'a mail header'],
  [/^--\S{6,400}$|^[-=_*#~+.]{3}/, 'a delimiter'],
  [/^(?:<{7}|>{7}|={7})/, 'a delimiter'],
  [/^(?:https?:\/\/|www\.)\S+$/i, 'an address'],
  [/^\[?[^\s@[\]<>]{1,64}@[\w.-]{1,100}\]?$|<[^\s@<>]{1,64}@[\w.-]{1,100}>$/, 'a mail address'],
  [/^(?:\.{0,2}|~)\/[\w.-]{1,60}\/\S{0,200}$/, 'a path'],
  [/^@[\w.-]{1,60}$|^\/?u\/[\w-]{2,40}$/, 'a user name'],
  [/^\[?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?\]?(?:\s|$)/i, 'a time of day'],
  [/^\|.*\|$|(?:\s\|\s[^|]{0,200}){3}|\t[^\t]*\t/, 'a row of a table'],
  [/^(?:[A-Z][A-Z0-9] {1,2}- |%[A-Z0-9] )/, 'a tagged field'],
  [
    /^\{?\s{0,9}"[\w.:-]{1,60}"\s?:\s?["{[\d]|^[\w.-]{1,40}\s?=\s?[{["'].{0,300},$|^@\w{3,20}\{|^@(?:param|returns?|throws|default|see|type|deprecated)\b|^["'`].{0,200}["'`][,;]$|[^\d&\s]\w{0,30}\(\)?[;{:]$|[{;]$(?<!&#?\w{1,12};)/,
    'code',
  ],
  [
    /^(?:import \w+|from [\w.]{1,60} import |export (?:const|default|function)|(?:const|let|var) [\w.]{1,60} ?=|def \w{1,60}\(|function \w{0,60}\(|#include\b|#!\/|\$ (?:pip|npm|git|cd|python)\b|(?:pip|npm|conda|brew) install |git clone )/,
    'code',
  ],
  [
    /^\\(?:documentclass|usepackage|begin|end|section|subsection|title|author|date|maketitle|item|input|label|cite|bibliography|def|newcommand)\b/,
    'LaTeX',
  ],
];

/**
 * Says why a title cannot be one: it is a piece of markup, a mail, a program or a page, or nothing that can be read.
 * What some paper is called by right, and be it one in 50,000, is not nonsense.
 *
 * @param title as in the source
 * @returns in a word or two for messages, `HTML`; undefined for what may be a title, an absent one included
 */
export function nonsenseIn(title: string): string | undefined {
  const text = title.slice(0, looked).trim();
  if (text === '') return undefined;
  if (!/[\p{L}\p{N}]/u.test(text)) return 'nothing but signs';
  if (nothings.has(fold(text))) return 'no value';
  return kinds.find(([pattern]) => pattern.test(text))?.[1];
}

/** Whether a title is what pages write on buttons and beside papers, `[PDF]`; records may have an editorial of that name. */
export const isLabel = (title: string): boolean => labels.has(fold(title.slice(0, looked)));

/** Whether a title is a section's: `Important dates`, `3.1 Related Work`, `Call for Papers: …`. */
export function isSection(title: string): boolean {
  const folded = fold(title.slice(0, looked)).replace(
    /^(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivx]{1,5})[.)]?\s/,
    '',
  );
  return (
    sections.has(folded.replace(/[:.]$/, '')) || /^call for (?:papers|participation)\b/.test(folded)
  );
}
