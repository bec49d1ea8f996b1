/** What a digest is called: what it is, as far as its capture tells; else what its file is called. Pure. */
import { largestGroup } from './largest-group.ts';
import type { DigestName } from './name.ts';
import type { ParsedDigest } from './model.ts';

/** What of a capture tells what it is. */
type Told = Pick<ParsedDigest, 'format' | 'banner' | 'papers'>;

/** Words that only pages of Hugging Face's list of papers have at their head. */
const hubWords =
  /hugging ?face|\bby ?_?AK\b.{0,30}research community|trending papers in your email|daily papers/i;

/** What stands on every one of its pages, whichever list it is. */
const invitation = /^.*\btrending papers in your email.*$/gim;

/** What a page of its search was asked: `https://huggingface.co/papers?q=source%20citations`. */
const hubSearch = /(?:huggingface\.co|hf\.co)\/papers\?q=([^&\s)"'\]]{1,80})/;

/** Which of Hugging Face's lists: the page's own word for it, else the file's. */
const hubLists = [
  [/\btrending\b/i, 'Trending on Hugging Face'],
  [/\bdaily\b/i, 'Daily papers on Hugging Face'],
  [/\bweekly\b|\bof the week\b/i, 'Weekly papers on Hugging Face'],
  [/\bmonthly\b|\bof the month\b/i, 'Monthly papers on Hugging Face'],
] as const;

const hubList = (text: string): string | undefined =>
  hubLists.find(([word]) => word.test(text))?.[1];

function searched(head: string): string | undefined {
  const query = hubSearch.exec(head)?.[1];
  try {
    return query && `Hugging Face papers: ${decodeURIComponent(query.replaceAll('+', ' '))}`;
  } catch {
    return undefined;
  }
}

/** A heading such as `# Top ML Papers of the Week (March 3 - March 9)`. */
const ofTheWeek = /\b(?:top )?(?:\p{L}[\p{L}&-]{0,20} ){0,3}papers of the (?:week|month)\b/iu;

/** The archive of an arXiv mailing's subject: `math.AG daily Subj-class mailing`, `q-fin daily 13 new`. */
const mailed = /^(?:> ?)*Subject: (?:Fwd?: |Re: )?([a-z-]+(?:\.[A-Za-z-]+)?) daily\b/m;

/** The title of a feed, as far as no character of it is escaped. */
const feedTitle = /<title[^>]{0,40}>(?:<!\[CDATA\[)?\s{0,9}([^<&\]\n]{3,80}?)\s{0,9}[<\]]/;

/** What a document calls itself: its one heading of the first level, if that is no date. */
function headingOf(banner: readonly string[]): string | undefined {
  const [heading, ...more] = banner
    .filter((line) => /^# \S/.test(line))
    .map((line) => line.slice(2).trim());
  if (heading === undefined || more.length > 0 || heading.length > 60) return undefined;
  const plain = !/[\d*_`[\]<>\\]/.test(heading);
  return plain && heading.split(' ').some((word) => !empty.test(word)) ? heading : undefined;
}

/** The name of an arXiv category, `cs.LG`, where most papers have it as their first. */
function mainCategory(papers: Told['papers']): string | undefined {
  const main = papers.flatMap(({ facts }) => facts.categories?.[0] ?? []);
  const most = largestGroup(main, (category) => category);
  return most.length * 2 > papers.length ? most[0] : undefined;
}

/** Words of file names that say nothing of what is in the file. */
const empty =
  /^(?:digest|papers?|list|listing|export|exported|download|downloads|file|data|records?|references?|bibliography|library|untitled|unnamed|new|document|notes?|text|input|output|results?|daily|weekly|monthly|today|\d+)$/i;

/** Digests that hold what somebody chose: their file's name says what, their format only how it was written down. */
const containers: Readonly<Record<string, string>> = {
  bibtex: 'Bibliography',
  'csl-json': 'Bibliography',
  'reference-list': 'References',
  'pubmed-text': 'PubMed search',
  links: 'List of links',
};

/** What kind of list from arXiv a format is. */
const ofArxiv: Readonly<Record<string, string>> = {
  'arxiv-mail': 'arXiv mailing',
  'arxiv-listing': 'arXiv listing',
  'arxiv-rss': 'arXiv feed',
};

/** What the capture itself says it is; undefined where it does not. */
function told({ format, banner, papers }: Told, fileWords: string): string | undefined {
  const head = banner.join('\n');
  if (format === 'hf-json') return hubList(fileWords) ?? 'Daily papers on Hugging Face';
  if (format.startsWith('hf-') && hubWords.test(head)) {
    const list = searched(head) ?? hubList(head.replaceAll(invitation, '')) ?? hubList(fileWords);
    return list ?? 'Papers on Hugging Face';
  }
  const week = ofTheWeek.exec(head)?.[0];
  if (week !== undefined) return week;
  if (format === 'feed') return feedTitle.exec(head)?.[1];
  if (format === 'markdown-list' || format === 'papers-of-the-week') return headingOf(banner);
  const kind = ofArxiv[format];
  // Other lists than arXiv's own have labels too.
  if (kind === undefined) return undefined;
  if (format === 'arxiv-listing' && papers.every(({ facts }) => facts.arxiv === undefined))
    return undefined;
  const category = mailed.exec(head)?.[1] ?? mainCategory(papers);
  return category === undefined ? kind : `${kind}, ${category}`;
}

/**
 * A digest's name for readers, e.g. `Trending on Hugging Face` or `arXiv mailing, math.AG`. What it is comes first, as
 * far as its own words tell; else the words of its file's name, if they say anything; else what kind of list it is.
 *
 * @param parsed the capture, read
 * @param file what the name of its file says
 */
export function digestTitle(parsed: Told, { id, name }: Pick<DigestName, 'id' | 'name'>): string {
  const title = told(parsed, name);
  // Of several of a day, all but the first have a number in their ids.
  if (title !== undefined)
    return title + (/(?<=[a-z])-(?:[2-9]|[1-9]\d)$/i.exec(id)?.[0].replace('-', ' ') ?? '');
  const says = name.split(' ').some((word) => !empty.test(word));
  return says ? name : (containers[parsed.format] ?? name);
}
