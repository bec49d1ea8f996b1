/** Openers that a sentence can do without when it stands alone. */

const papers =
  '(?:short |present |position |technical )?(?:paper|work|study|article|letter|note|thesis|survey|review|report|essay|research|chapter|manuscript)';

/** "In this paper, …", "Here we …". */
const inThis = new RegExp(
  `^(?:In (?:this|our|the present) ${papers}|Here(?:in)?)(?:[,;:] (?=[\\p{L}\\p{N}"“$(])| (?=we\\b|I\\b))`,
  'u',
);

/** "Therefore, we …". */
const link =
  /^(?:Therefore|Thus|Hence|Accordingly|Consequently|Specifically|In particular|Concretely|However|Instead|In contrast|Moreover|Furthermore|Additionally|In addition|Finally|First|Also|Then|Conversely|Rather|As a (?:response|solution|remedy)|As a result|As such|In response|To do so|In doing so|And|But|So|Yet),? (?=we\b|I\b|in (?:this|our)\b|this (?:paper|work|study|article)\b|the (?:paper|article)\b)/u;

/** Words that lead to something said before: "To address this …", "Motivated by these …". */
const leads =
  /^(?:To|In order to|Towards?|As a (?:step|first step|response|solution|result)|Motivated|Inspired|Driven|Guided|Prompted|Building|Built|Based|Drawing|Leveraging|Exploiting|Using|Following|Given|In light|In view|In response|In|For|From|On|With|Under|By|At|Through|Considering|Recognizing|Against|Because|Tackling|Addressing|Overcoming)\b/u;
const back =
  /\b(?:this|these|those|such|that|above|aforementioned|here|it|them|both|said|doing so|do so|our (?:analysis|findings?|observations?|insights?|results?)|(?:the|our) (?:gaps?|problems?|issues?|challenges?|limitations?|shortcomings?))\b/u;

/** Longest such phrase, and the longest of those that only place the sentence ("In this setting"), in characters. */
const longestPhrase = 110;
const longestPlace = 32;
const places = /^(?:In(?! order)|For|From|On|With|Under|By|At|Through)\b/u;

/** What the rest may begin with, if it is to be a sentence by itself. */
const sentence =
  /^(?:we|I|in this (?:paper|work|study|article)|this (?:paper|work|study|article|letter|note|report|survey|review|thesis)|the (?:paper|article|present|authors?)|our|an?|(?:motivated|inspired|based|built|building|guided|drawing|given)\b[^,]{0,90}, (?:we|this paper))\b|^\p{Lu}/u;

/** A structured abstract's label: "Objective: ". */
const label =
  /^(?:(?:Background|Introduction|Purpose|Objectives?|Aims?|Goals?|Study design|Design|Methods?|Results|Findings|Conclusions?|Interpretation|Significance)(?: and [a-z]+)?\s?[:—–]\s?|Conclusions? )(?=\p{Lu})/iu;

/** Shortest rest for which an opener goes. */
const shortestRest = 30;

/**
 * Length of a phrase at the beginning of a sentence that leads back to the one before it, "To address this, ", if a
 * whole sentence follows; else 0.
 */
export function leadsBack(line: string): number {
  if (!leads.test(line)) return 0;
  const comma = line.slice(0, longestPhrase).indexOf(', ');
  const phrase = line.slice(0, Math.max(0, comma));
  if (!back.test(phrase) || (phrase.length > longestPlace && places.test(phrase))) return 0;
  return sentence.test(line.slice(comma + 2, comma + 2 + longestPhrase)) ? comma + 2 : 0;
}

function openerOf(line: string): number {
  const known = label.exec(line) ?? inThis.exec(line) ?? link.exec(line);
  return known ? known[0].length : leadsBack(line);
}

/** A word of small letters at the beginning, which may be written large. */
const small = /^\p{Ll}+(?=[\s,;:]|$)/u;

/**
 * A sentence without what only leads over to it from the one before, or says that it is about this paper, as long as a
 * whole sentence is left; its first letter is a capital then.
 */
export function withoutOpener(line: string): string {
  // The quotation mark of a whole abstract.
  let rest = /^["“][^"”]{30,}$/u.test(line) ? line.slice(1) : line;
  for (let times = 0; times < 3; times++) {
    const length = openerOf(rest);
    if (length === 0 || rest.length - length < shortestRest) break;
    rest = rest.slice(length);
    if (small.test(rest)) rest = rest.charAt(0).toUpperCase() + rest.slice(1);
  }
  return rest;
}
