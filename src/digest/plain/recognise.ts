/** How sure it is that a text is a page of papers: judged by its structure, to which words may add. */
import type { Recognition } from '../model.ts';
import { many } from '../document/head.ts';
import type { TextLine } from './layout.ts';
import type { PaperLines } from './listing.ts';
import type { Page } from './page.ts';
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

/** How sure a page is that is known by its furniture but lists nothing, or titles alone. */
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
const isFact = ({ names, source, furniture }: TextLine): boolean =>
  names !== undefined ||
  source !== undefined ||
  furniture?.fact === 'authors' ||
  furniture?.fact === 'identifier' ||
  furniture?.fact === 'address' ||
  furniture?.fact === 'link';

class Papers {
  /** Those with a sound abstract. */
  count = 0;
  bare = 0;
  /** Those without an abstract that have facts of their own: authors, a source, an address. */
  listed = 0;
  /** Those with facts. */
  told = 0;
  paragraphs = 0;
  letters = 0;
  length = 0;
  words = 0;
  research = 0;
  sections = 0;
  news = 0;

  constructor(papers: readonly PaperLines[]) {
    for (const paper of papers) this.#add(paper);
  }

  #add({ title, paragraphs, furniture }: PaperLines): void {
    const lines = paragraphs.flat();
    const told = furniture.some(isFact);
    if (told) this.told++;
    this.sections += sectionLikeness(title.map(({ text }) => text).join(' '));
    if (lines.length === 0) {
      this.bare++;
      if (!told) return;
      this.listed++;
      this.letters += title.reduce((sum, { text }) => sum + text.length, 0);
      return;
    }
    const length = lines.reduce((sum, line) => sum + line.length, 0);
    if (length < 40 || length > 8000 || paragraphs.length > 8) return;
    this.count++;
    this.paragraphs += paragraphs.length;
    this.length += length;
    this.words += titleWords(title);
    const all = [...title, ...lines];
    this.letters += all.reduce((sum, { text }) => sum + text.length, 0);
    const text = all.map((line) => line.text.slice(0, 3000)).join(' ');
    this.research += scholarlyWords(text);
    if (reported.test(text)) this.news++;
  }

  /** Share of the papers that have facts, as the papers of a page have and the sections of a text have not. */
  get facts(): number {
    return this.told / Math.max(1, this.count + this.listed);
  }

  /** How much speaks for research: titles of several words over texts of several sentences, or its words. */
  get evidence(): number {
    const { count, words, length, research } = this;
    const titles = limit((words / count - 2) / 4);
    const texts = limit((length / count - 100) / 240);
    return limit(0.4 * titles + 0.5 * texts + (0.3 * research) / count + 0.6 * this.facts);
  }
}

/** Labels before a colon that come again and again: who speaks in a conversation. */
function spoken(lines: readonly TextLine[]): number {
  const counts = new Map<string, number>();
  for (const { text, furniture } of lines) {
    const label = furniture ? undefined : /^([^\s:][^:]{0,24}): /.exec(text.slice(0, 40))?.[1];
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  let again = 0;
  for (const count of counts.values()) if (count > 2) again += count;
  return again / Math.max(1, lines.length);
}

/** What the lines of a page are, besides its papers. */
function survey({ lines, path }: Page): {
  letters: number;
  known: number;
  telling: boolean;
  broken: number;
  foreign: string | undefined;
} {
  let letters = 0;
  let known = 0;
  let telling = false;
  let broken = 0;
  const others = new Map<string, number>();
  lines.forEach((line, index) => {
    const { text, furniture, foreign } = line;
    const state = path[index];
    letters += text.length;
    if (furniture || line.date || line.names || line.signature || (line.page && state === 'banner'))
      known += text.length;
    telling ||= furniture?.telling ?? /huggingface\.co\/papers\//.test(text.slice(0, 300));
    if (foreign !== undefined) others.set(foreign, (others.get(foreign) ?? 0) + 1);
    const strange = foreign !== undefined || (!furniture && otherMarks.test(text.slice(0, 1000)));
    if (strange || state === 'unaccounted') broken++;
  });
  const [most] = [...others].toSorted((one, other) => other[1] - one[1]);
  return {
    letters,
    known,
    telling,
    broken: broken / Math.max(1, lines.length),
    foreign: most?.[0],
  };
}

/**
 * Judges a page by what was understood of it: the share of its text that is titles with an abstract or known
 * furniture, how these are built, and whether it speaks of itself as Hugging Face's pages do.
 *
 * @returns `why` also says what speaks against it
 */
export function recognisePage(page: Page): Recognition {
  const papers = new Papers(page.papers);
  const { letters, known, telling, broken, foreign } = survey(page);
  const saying = telling ? 'lines of a Hugging Face page' : 'no line of a Hugging Face page';
  const sound = limit(1 - 3 * broken);
  const doubts: string[] = [];
  if (broken > 0.1) {
    const share = `${String(Math.round(broken * 100))} % of its lines are of another shape`;
    doubts.push(foreign === undefined ? share : `${share}, such as ${foreign}`);
  }
  const found = (confidence: number, said: string): Recognition => ({
    confidence,
    why: [said, ...doubts].join('; '),
  });
  if (telling && papers.bare > 2 && papers.bare > papers.count)
    return found(
      titlesAlone * sound,
      `${many(papers.bare, 'title')} without an abstract, and ${saying}`,
    );
  if (papers.count === 0 && papers.listed > 0) {
    const share = limit((papers.letters + known) / letters);
    return found(
      told * share * share * papers.facts * sound,
      `${many(papers.listed, 'title')} with authors, sources or addresses`,
    );
  }
  if (papers.count === 0) {
    return telling
      ? found(pagesAlone * sound, `${saying}, but no abstract`)
      : found(0, 'no title that is followed by an abstract');
  }
  const share = letters === 0 ? 0 : limit((papers.letters + known) / letters);
  const sections = telling ? 0 : papers.sections / page.papers.length;
  const book = limit((fewParagraphs * papers.count) / papers.paragraphs);
  const news = telling ? 0 : papers.news / papers.count;
  const talk = telling ? 0 : spoken(page.lines);
  if (share < 0.7) doubts.push('much of its text is neither');
  if (sections > 0.25) doubts.push('its titles are those of sections of one text');
  if (book < 0.7) doubts.push('its texts have too many paragraphs for abstracts');
  if (news > 0.4) doubts.push('it reads like reports of news');
  if (talk > 0.4) doubts.push('it reads like a conversation');
  if (!telling && papers.evidence < 0.55)
    doubts.push('its titles and texts are too short to tell whether they are of research');
  const whole =
    share *
    share *
    book *
    sound *
    limit(1.4 - 2 * sections) *
    limit(2 - 3 * talk) *
    limit(1.6 - 2 * news);
  return found(
    whole * (telling ? 1 : (untold + (told - untold) * papers.facts) * papers.evidence),
    `${many(papers.count, 'title')} followed by an abstract, ${String(Math.round(share * 100))} % of the text understood, and ${saying}`,
  );
}
