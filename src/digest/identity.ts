/** When two listings speak of one paper: keys made from titles, arXiv ids and DOIs. */
import { spelledSigns, typedLetters } from '../text/letters.ts';
import { withoutTexEscapes } from './tex-escapes.ts';

/**
 * Commands that style or decorate their argument. A source that lost its TeX shows the argument
 * alone (`O`), or the command without its backslash (`mathcal{O}`): neither makes another paper.
 */
const wrappers =
  /\\?(?:math(?:cal|bb|bf|rm|sf|it|tt|frak|scr)|text(?:bf|it|sc|tt|rm|sf|sl|up)?|emph|operatorname|boldsymbol|bm|sqrt|frac|tilde|widetilde|hat|widehat|bar|overline|underline|vec|mbox|ensuremath|textsuperscript|textsubscript)\s*\{/g;

/** What is written as a word or an entity and means punctuation. */
const dropped =
  /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6});|\\(?:left|right|,|;|!|:|bigl?|bigr?|Bigl?|Bigr?|quad|textemdash|textendash)(?![A-Za-z])/g;

/** TeX accents: the mark before its letter, e.g. `\"u`, `\'{e}`, `\c{c}`, `\v s`. */
const accents = /\\(?:["'`^~=.]\s*|[cvuHkrdbt](?:\s+|(?=\{)))\{?(\\?[A-Za-z])\}?/g;

/** Any other command with an argument: what `\Name{argument}` shows is its argument. */
const command = /\\[A-Za-z]+\s*\{/g;

/** What of a title is in its key: words, separators between digits, plus signs after words. */
const kept = /[\p{L}\p{N}\p{M}]+|(?<=\d)[.,](?=\d)|(?<=[\p{L}\p{N}+])\+/gu;

const spelled = (text: string): string => typedLetters(spelledSigns(text.toLowerCase()));

/**
 * Key of a title: equal for titles that differ in case, punctuation, white space, accents and TeX
 * alone. A full stop between digits counts (`Llama 3.1` is not `Llama 31`), and so does a plus sign
 * after a word (`k-means++`). A title of no letters and digits is its own key.
 */
export function titleKey(title: string): string {
  const plain = title
    .normalize('NFC')
    .replaceAll(dropped, ' ')
    .replaceAll(accents, '$1')
    .replaceAll(wrappers, '')
    .replaceAll(command, '')
    // As `wrappers` does with the command for it.
    .replaceAll('√', '');
  const folded = spelled(plain)
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '');
  const key = (spelled(folded).normalize('NFC').match(kept) ?? []).join('').replaceAll(',', '.');
  return /[\p{L}\p{N}]/u.test(key) ? key : title.trim().replaceAll(/\s+/g, ' ');
}

/** The archives of arXiv, those of before 2007 too, as a part of an expression. */
export const archives =
  'astro-ph|cond-mat|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|math|nlin|nucl-ex|nucl-th|physics|quant-ph|cs|q-bio|q-fin|stat|eess|econ|acc-phys|adap-org|alg-geom|ao-sci|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|dg-ga|funct-an|mtrl-th|patt-sol|plasm-ph|q-alg|solv-int|supr-con';

const newStyle = /^(\d{2})(0[1-9]|1[0-2])\.(\d{4,5})(?:v\d+)?$/;
const oldStyle = new RegExp(
  `^(${archives})(?:\\.[a-z]{2})?/(\\d{2}(?:0[1-9]|1[0-2])\\d{3})(?:v\\d+)?$`,
);

/** An arXiv id without its version, of today's form or of before April 2007, as a part of an expression. */
export const arxivShape = String.raw`(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})`;

/** Where an address holds an arXiv id: arXiv and its mirrors, Hugging Face, its log-in links. */
const addresses =
  /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)*(?:arxiv\.org|arxiv-vanity\.com|alphaxiv\.org|ar5iv\.org|huggingface\.co|hf\.co)\/(?:(?:[a-z]{2}\/)?(?:abs|pdf|html|ps|e-print|format|src|papers|paper|overview)\/|login\?next=(?:%2f|\/)papers(?:%2f|\/))/;

/**
 * Reads an arXiv id: bare, after `arXiv:`, as a DOI of arXiv's, or as an address of a paper on
 * arXiv or Hugging Face.
 *
 * @param text the id or address alone, white space around it aside
 * @returns the id without version: `2409.11321`, `math/0309136`; undefined if it is none
 * @see https://info.arxiv.org/help/arxiv_identifier.html
 */
export function arxivId(text: string): string | undefined {
  if (text.length > 500) return undefined;
  let id = text.trim().toLowerCase();
  const from = addresses.exec(id)?.[0];
  if (from !== undefined) {
    const rest = id.slice(from.length).replaceAll('%2f', '/');
    id = (rest.split(/[?#&]/, 1)[0] ?? '').replace(/\/$/, '');
    id = id.replace(/\.(?:pdf|ps|html)$/, '');
  } else {
    id = id.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?10\.48550\/arxiv\./, '');
    id = id.replace(/^arxiv(?:[:/]|(?=\s))\s*/, '').replace(/(?<!\s)\s*\[[a-z.-]+\]$/, '');
  }
  const recent = newStyle.exec(id);
  if (recent) {
    const [, year, month, number] = recent;
    return `${year ?? ''}${month ?? ''}.${number ?? ''}`;
  }
  const old = oldStyle.exec(id);
  return old ? `${old[1] ?? ''}/${old[2] ?? ''}` : undefined;
}

/**
 * Reads a DOI: bare, after `doi:`, or as an address of a resolver; with the escapes of LaTeX (DBLP's `\_`) or without.
 *
 * @returns the DOI in lower case; undefined if the text is none
 * @see https://www.doi.org/doi-handbook/
 */
export function normaliseDoi(text: string): string | undefined {
  if (text.length > 500) return undefined;
  const bare = withoutTexEscapes(text.trim())
    .toLowerCase()
    .replace(/^(?:https?:\/\/(?:www\.|dx\.)?doi\.org\/|doi:?\s*)/, '');
  // Sentence punctuation after a DOI is none of it; a closing bracket may be.
  const doi = decoded(bare).replace(/[.,;:'"]{1,9}$/, '');
  return /^10\.\d{4,9}\/\S+$/.test(doi) ? doi : undefined;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
