/** How sure it is that a text is a page of papers: judged by its structure, to which words may add. */
import type { Recognition } from '../model.ts';
import { counted } from '../../text/counted.ts';
import type { TextLine } from './layout.ts';
import type { PaperLines } from './listing.ts';
import type { Page } from './page.ts';
import { sumOf, tally } from './counts.ts';
import type { State } from './states.ts';
import { sectionLikeness } from './sections.ts';

/** Words that abstracts of research papers share, in any field. */
const scholarly =
  /\b(?:propos\w{1,6}|present\w{0,3}|introduc\w{1,4}|method\w{0,5}|approach\w{0,4}|models?|algorithms?|results?|experiment\w{0,5}|papers?|articles?|framework|novel|performance|evaluat\w{1,4}|demonstrat\w{1,4}|learning|data|datasets?|benchmark\w{0,3}|analy[sz]\w{1,4}|theor\w{1,6}|training|study|studies|findings?|evidence|argues?|examin\w{1,4}|hypothes\w{1,4}|problem|tasks?|state-of-the-art|networks?|research|accuracy|bounds?|estimat\w{1,4}|optimi[sz]\w{1,6}|measure\w{0,4})\b|本文|提出|模型|方法|实验|研究|結果|提案|手法|学習|논문|모델|방법|연구|제안|модел\S{1,3}|метод\S{0,3}|методы|modèles?|méthodes?|résultats?|modell\w{0,2}|verfahren|ergebnisse|modelos?|métodos?|resultados?|modelli|metodi|risultati/giu;

/** How newspapers report: who said it, on which day of this week. */
const reported =
  /(?:[”"] |, |\b(?:he|she|they|officials|police|the \p{Ll}{4,15}|\p{Lu}\p{Ll}{2,15}) )said\b|\b(?:told reporters|announced|spokes(?:man|woman|person)|declined to comment|(?:on|last|next|since) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|sagte|am (?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)|a déclaré|dijo|ha detto)\b|昨日|記者会見|发布会|本周[一二三四五六日]/u;

/** Marks of lists, of Markdown and of labelled fields: signs that another reader knows better. */
const otherMarks =
  /^(?:[-*+•] |\*\*|\d{1,3}[.)] |\\\\|%|\* |(?:title|authors?|abstract|categories|subjects|comments|arxiv|date): ?\S)|`[^`]+`|\]\((?:https?:)?[/#\w]/i;

/** How sure a page is that is known by its boilerplate but lists nothing, or titles alone. */
const pagesAlone = 0.45;
const titlesAlone = 0.6;

/** How sure a page can be that does not say of itself that it is one. */
const untold = 0.75;
/** And how sure if its papers have authors, sources or addresses. */
const told = 0.84;

/** Paragraphs of an abstract, on average, up to which a page is surely no book. */
const fewParagraphs = 2;

const limit = (value: number): number => Math.max(0, Math.min(1, value));

/** Different words of research in a text, no more than count. */
const scholarlyWords = (text: string): number =>
  Math.min(
    2,
    new Set((text.slice(0, 2500).match(scholarly) ?? []).map((word) => word.toLowerCase())).size,
  );

/** Words of a title; ideographs have no spaces between theirs. */
const titleWords = (title: readonly TextLine[]): number =>
  title.reduce((sum, line) => sum + Math.max(line.words, line.length / 7), 0);

/** What was found of papers that have a sound abstract: longer than a caption, shorter than a chapter. */
const isFact = ({ names, source, boilerplate }: TextLine): boolean =>
  names !== undefined ||
  source !== undefined ||
  boilerplate?.fact === 'authors' ||
  boilerplate?.fact === 'identifier' ||
  boilerplate?.fact === 'address' ||
  boilerplate?.fact === 'link';

const lettersOf = (lines: readonly TextLine[]): number => sumOf(lines, ({ text }) => text.length);

/** Whether a paper has an abstract that is longer than a caption and shorter than a chapter. */
function hasAbstract({ paragraphs }: PaperLines): boolean {
  const length = sumOf(paragraphs.flat(), (line) => line.length);
  return length >= 40 && length <= 8000 && paragraphs.length <= 8;
}

/** What is found in papers: counts and sums. */
function surveyPapers(papers: readonly PaperLines[]) {
  const isTold = ({ boilerplate }: PaperLines): boolean => boilerplate.some(isFact);
  const bare = papers.filter(({ paragraphs }) => paragraphs.length === 0);
  // Without an abstract, those count that have facts of their own: authors, a source, an address.
  const listed = bare.filter(isTold);
  const sound = papers.filter(hasAbstract);
  const count = sound.length;
  const all = sound.map(({ title, paragraphs }) => [...title, ...paragraphs.flat()]);
  const texts = all.map((lines) => lines.map(({ text }) => text.slice(0, 3000)).join(' '));
  /** Share of the papers that have facts, as the papers of a page have and the sections of a text have not. */
  const facts = papers.filter(isTold).length / Math.max(1, count + listed.length);
  const words = sumOf(sound, ({ title }) => titleWords(title));
  const length = sumOf(sound, ({ paragraphs }) => sumOf(paragraphs.flat(), (line) => line.length));
  const titles = limit((words / count - 2) / 4);
  const abstracts = limit((length / count - 100) / 240);
  const research = sumOf(texts, scholarlyWords) / count;
  return {
    count,
    bare: bare.length,
    listed: listed.length,
    facts,
    letters: sumOf(listed, ({ title }) => lettersOf(title)) + sumOf(all, lettersOf),
    paragraphs: sumOf(sound, ({ paragraphs }) => paragraphs.length),
    sections: sumOf(papers, ({ title }) =>
      sectionLikeness(title.map(({ text }) => text).join(' ')),
    ),
    news: texts.filter((text) => reported.test(text)).length,
    /** How much speaks for research: titles of several words over texts of several sentences, or its words. */
    evidence: limit(0.4 * titles + 0.5 * abstracts + 0.3 * research + 0.6 * facts),
  };
}

/** Labels before a colon that come again and again: who speaks in a conversation. */
function spoken(lines: readonly TextLine[]): number {
  const labels = lines.map(({ text, boilerplate }) =>
    boilerplate ? undefined : /^([^\s:][^:]{0,24}): /.exec(text.slice(0, 40))?.[1],
  );
  const again = tally(labels).filter(([, count]) => count > 2);
  return sumOf(again, ([, count]) => count) / Math.max(1, lines.length);
}

const isKnown = (line: TextLine, state: State | undefined): boolean =>
  (line.boilerplate ?? line.date ?? line.names) !== undefined ||
  line.signature ||
  (line.page && state === 'banner');

/** Whether a line is of another shape of text, or fits nowhere. */
const isBroken = ({ boilerplate, foreign, text }: TextLine, state: State | undefined): boolean =>
  foreign !== undefined ||
  (!boilerplate && otherMarks.test(text.slice(0, 1000))) ||
  state === 'unaccounted';

/** What the lines of a page are, besides its papers. */
function surveyLines({ lines, path }: Page) {
  const [most] = tally(lines.map(({ foreign }) => foreign));
  return {
    letters: lettersOf(lines),
    known: lettersOf(lines.filter((line, index) => isKnown(line, path[index]))),
    telling: lines.some(
      ({ boilerplate, text }) =>
        boilerplate?.telling ?? /huggingface\.co\/papers\//.test(text.slice(0, 300)),
    ),
    broken:
      lines.filter((line, index) => isBroken(line, path[index])).length / Math.max(1, lines.length),
    foreign: most?.[0],
  };
}

/**
 * Judges a page by what was understood of it: the share of its text that is titles with an abstract or known
 * boilerplate, how these are built, and whether it speaks of itself as Hugging Face's pages do.
 *
 * @returns `why` also says what speaks against it
 */
export function recognisePage(page: Page): Recognition {
  const papers = surveyPapers(page.papers);
  const { letters, known, telling, broken, foreign } = surveyLines(page);
  const { count, bare, listed, facts } = papers;
  const saying = telling ? 'lines of a Hugging Face page' : 'no line of a Hugging Face page';
  const sound = limit(1 - 3 * broken);
  const strange = `${String(Math.round(broken * 100))} % of its lines are of another shape`;
  const doubts: (string | false)[] = [
    broken > 0.1 && (foreign === undefined ? strange : `${strange}, such as ${foreign}`),
  ];
  const found = (confidence: number, said: string): Recognition => ({
    confidence,
    why: [said, ...doubts.filter((doubt) => doubt !== false)].join('; '),
  });
  if (telling && bare > 2 && bare > count)
    return found(
      titlesAlone * sound,
      `${counted(bare, 'title')} without an abstract, and ${saying}`,
    );
  const share = letters === 0 ? 0 : limit((papers.letters + known) / letters);
  if (count === 0 && listed > 0)
    return found(
      told * share * share * facts * sound,
      `${counted(listed, 'title')} with authors, sources or addresses`,
    );
  if (count === 0)
    return telling
      ? found(pagesAlone * sound, `${saying}, but no abstract`)
      : found(0, 'no title that is followed by an abstract');
  const book = limit((fewParagraphs * count) / papers.paragraphs);
  const [sections, news, talk] = telling
    ? [0, 0, 0]
    : [papers.sections / page.papers.length, papers.news / count, spoken(page.lines)];
  doubts.push(
    share < 0.7 && 'much of its text is neither',
    sections > 0.25 && 'its titles are those of sections of one text',
    book < 0.7 && 'its texts have too many paragraphs for abstracts',
    news > 0.4 && 'it reads like reports of news',
    talk > 0.4 && 'it reads like a conversation',
    !telling &&
      papers.evidence < 0.55 &&
      'its titles and texts are too short to tell whether they are of research',
  );
  const whole =
    share *
    share *
    book *
    sound *
    limit(1.4 - 2 * sections) *
    limit(2 - 3 * talk) *
    limit(1.6 - 2 * news);
  return found(
    whole * (telling ? 1 : (untold + (told - untold) * facts) * papers.evidence),
    `${counted(count, 'title')} followed by an abstract, ${String(Math.round(share * 100))} % of the text understood, and ${saying}`,
  );
}
