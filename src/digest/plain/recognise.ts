/** How sure it is that a text is a page of papers. */
import type { Recognition } from '../model.ts';
import type { Page } from './page.ts';
import { states } from './states.ts';

/** Words that abstracts of research papers share. Most have two of them within their first lines. */
const scholarly =
  /\b(?:propos\w{1,6}|present\w{0,3}|introduc\w{1,4}|method\w{0,5}|approach\w{0,4}|models?|algorithms?|results?|experiment\w{0,5}|papers?|framework|novel|performance|evaluat\w{1,4}|demonstrat\w{1,4}|learning|data|datasets?|benchmark\w{0,3}|analysis|theor\w{1,6}|training|study|studies|problem|tasks?|state-of-the-art|train\w{0,3}|networks?|research|accuracy|bounds?|robot\w{0,3}|estimat\w{1,4}|optimi[sz]\w{1,6}|language)\b|本文|提出|模型|方法|实验|研究|結果|提案|手法|学習|논문|모델|방법|연구|제안|модел\S{1,3}|метод\S{0,3}|методы|modèles?|méthodes?|résultats?|modell\w{0,2}|verfahren|ergebnisse|modelos?|métodos?|resultados?|modelli|metodi|risultati/giu;

/**
 * Marks of other shapes of text at a line's start, at its end, or anywhere in it: lists, tables,
 * code, Markdown links, labelled fields, the separators of arXiv's mails.
 */
const foreign =
  /^(?:\d{4}-\d{2}-\d{2}[t ,] ?\d{2}:\d{2}|[-*+•] |\*\*|\d{1,3}[.)] |\||```|\\\\|%|\/[/*]|\* |[a-z_$][\w.$]{0,40}(?:\(| [:=]=? )|import |from \w|def |const |let |return |#include|(?:title|authors?|abstract|categories|subjects|comments|arxiv|date): ?\S)|[;{]$|`[^`]+`|\]\((?:https?:)?[/#\w]/i;

/** How sure a page is that is known by its furniture but lists nothing, or titles alone. */
const pagesAlone = 0.45;
const titlesAlone = 0.6;

const limit = (value: number): number => Math.max(0, Math.min(1, value));

/** Different words of research in a text. */
const scholarlyWords = (text: string): number =>
  new Set((text.slice(0, 2500).match(scholarly) ?? []).map((word) => word.toLowerCase())).size;

/** Different words of research in an abstract, on average, from which on a page surely speaks of research. */
const scholarlyEnough = 2;

/** Paragraphs of an abstract, on average, up to which a page is surely no book. */
const fewParagraphs = 2;

/**
 * Judges a page by what was understood of it: the share of its text that is papers with a
 * scholarly abstract or known furniture, and whether it speaks of itself as Hugging Face's pages do.
 */
export function recognisePage(page: Page): Recognition {
  let good = 0;
  let papers = 0;
  let bare = 0;
  let words = 0;
  let paragraphs = 0;
  for (const paper of page.papers) {
    const lines = paper.paragraphs.flat();
    const text = lines.map((line) => line.text.slice(0, 3000)).join(' ');
    if (lines.length === 0) bare++;
    // An abstract is no chapter, and no caption.
    if (text.length < 40 || text.length > 8000 || paper.paragraphs.length > 8) continue;
    papers++;
    const title = paper.title.map((line) => line.text.slice(0, 300)).join(' ');
    words += Math.min(4, scholarlyWords(`${title} ${text}`));
    paragraphs += paper.paragraphs.length;
    for (const { text: part } of [...paper.title, ...lines]) good += part.length;
  }
  let all = 0;
  let telling = 0;
  let unaccounted = 0;
  let strange = 0;
  page.lines.forEach((line, index) => {
    const state = page.way[index];
    all += line.text.length;
    if (line.furniture) good += line.text.length;
    const names = line.furniture?.telling ?? false;
    if (names || /huggingface\.co\/papers\//.test(line.text.slice(0, 300))) telling++;
    if (!line.furniture && foreign.test(line.text.slice(0, 1000))) strange++;
    if (state === states.unaccounted) unaccounted++;
    else if (line.date || line.names || line.signature || state === states.banner)
      good += line.text.length;
  });
  const known = telling > 0;
  const share = all === 0 ? 0 : limit(good / all);
  const broken = page.lines.length === 0 ? 0 : (unaccounted + strange) / page.lines.length;
  const saying = known ? 'lines of a Hugging Face page' : 'no line of a Hugging Face page';
  if (known && bare > 2 && bare > papers) {
    return {
      confidence: titlesAlone * limit(1 - 3 * broken),
      why: `${many(bare, 'title')} without an abstract, and ${saying}`,
    };
  }
  if (papers === 0) {
    return known
      ? { confidence: pagesAlone, why: `${saying}, but no abstract` }
      : { confidence: 0, why: 'no title followed by an abstract of a research paper' };
  }
  const research =
    limit(words / papers / scholarlyEnough) * limit((fewParagraphs * papers) / paragraphs);
  const sure = (known ? 1 : 0.75) * share * share * research * limit(1 - 3 * broken);
  return {
    confidence: sure,
    why: `${many(papers, 'title')} followed by an abstract, ${String(Math.round(share * 100))} % of the text understood, and ${saying}`,
  };
}

const many = (count: number, one: string): string =>
  `${String(count)} ${one}${count === 1 ? '' : 's'}`;
