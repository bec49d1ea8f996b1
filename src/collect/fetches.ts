/** What each kind of source is asked, and for which days. Pure. */
import { readJsonAnswer, readPage, readXmlAnswer, type Sent } from './answers.ts';
import { kindOf, weekdays, type Source, type SourceKind } from './sources.ts';

/** Where the services are that sources name without an address. */
export const endpoints = {
  /** @see https://info.arxiv.org/help/rss.html */
  arxivFeed: 'https://rss.arxiv.org/atom/',
  /** @see https://info.arxiv.org/help/api/user-manual.html */
  arxivApi: 'https://export.arxiv.org/api/query',
  /** @see https://huggingface.co/docs/hub/api */
  huggingface: 'https://huggingface.co/api/daily_papers',
  /** @see https://api.biorxiv.org/ */
  biorxiv: 'https://api.biorxiv.org/details/',
  /** @see https://docs.openreview.net/reference/api-v2 */
  openreview: 'https://api2.openreview.net/notes',
};
export type Endpoints = typeof endpoints;

/** One question to a source. */
export interface Fetch {
  /** ISO day of the digest; absent where the answer says it, or else it is that of the answer. */
  readonly day?: string;
  readonly address: string;
  readonly accept: string;
  /** Whether it is asked again and again at this address, so that a server may say that nothing changed. */
  readonly standing: boolean;
  /** @param address that of this part of the answer */
  readonly read: (text: string, address: string) => Sent;
}

/** Days that are looked back at most, after an outage or at the start. */
const longestLookBack = 30;

/** Days that a paper may come late: submitted before, and announced or listed within these. A week is too short: a paper that is held over a weekend takes eight days. */
const grace = 14;

/** An arXiv query gives this many papers at once. */
const arxivAtOnce = 1000;

const dayMs = 86_400_000;

/** An ISO day some days later. */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** The ISO days of a span, both ends included. */
export function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = plusDays(day, 1)) days.push(day);
  return days;
}

/** Whether a source is asked on a day. */
const isDue = ({ days }: Source, day: string): boolean => {
  const name = weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7];
  return days === undefined || (name !== undefined && days.includes(name));
};

export interface Situation {
  /** ISO day, in UTC. */
  readonly today: string;
  /** The last day of which the source has brought a digest; absent at the start. */
  readonly last?: string | undefined;
  /** Days for which it has failed. */
  readonly failed: readonly string[];
}

/** The first day that is still to be asked for. */
const firstMissing = (
  { today, last }: Pick<Situation, 'today' | 'last'>,
  atStart: number,
): string => {
  const earliest = plusDays(today, -longestLookBack);
  const next = last === undefined ? plusDays(today, -atStart) : plusDays(last, 1);
  return next < earliest ? earliest : next;
};

/** The days that are over and still to be asked for: those after the last, and those that failed. */
function missingDays(situation: Situation, atStart: number): string[] {
  const { today, failed } = situation;
  const yesterday = plusDays(today, -1);
  const earliest = plusDays(today, -longestLookBack);
  const again = failed.filter((day) => day >= earliest && day <= yesterday);
  return [
    ...new Set([...again, ...daysFrom(firstMissing(situation, atStart), yesterday)]),
  ].toSorted();
}

const atom = 'application/atom+xml, application/xml;q=0.9';
const json = 'application/json';

/** A search of arXiv's API for papers that were submitted in a span of days. */
function arxivQuery(query: string, from: string, to: string, day: string, api: string): Fetch {
  const stamp = (date: string): string => date.replaceAll('-', '');
  const address = new URL(api);
  address.search = new URLSearchParams({
    search_query: `(${query}) AND submittedDate:[${stamp(from)}0000 TO ${stamp(to)}2359]`,
    start: '0',
    max_results: String(arxivAtOnce),
    sortBy: 'submittedDate',
    sortOrder: 'descending',
  }).toString();
  return {
    day,
    address: address.href,
    accept: atom,
    standing: false,
    read: readXmlAnswer,
  };
}

type Asking = (source: Source, situation: Situation, at: Endpoints) => Fetch[];

/**
 * arXiv announces on weekday evenings, and its feed holds the last announcement alone. Where others were missed, what
 * was submitted since then is asked of the API, from some days before: a paper may be announced late.
 */
const askArxiv: Asking = ({ arxiv = [] }, { today, last, failed }, at) => {
  const address = at.arxivFeed + arxiv.map(encodeURIComponent).join('+');
  const feed: Fetch = {
    address,
    accept: atom,
    standing: true,
    read: readXmlAnswer,
  };
  // The days whose announcements no run has seen; a feed of today's or yesterday's evening is seen now.
  const yesterday = plusDays(today, -1);
  const missed =
    last === undefined
      ? []
      : [...failed.filter((day) => day <= yesterday), ...daysFrom(plusDays(last, 1), yesterday)]
          .filter((day) => isWorkday(day))
          .toSorted();
  const [first] = missed;
  const end = missed.at(-1);
  if (first === undefined || end === undefined) return [feed];
  const earliest = plusDays(today, -longestLookBack);
  const from = plusDays(first < earliest ? earliest : first, -grace);
  const query = arxiv.map((category) => `cat:${category}`).join(' OR ');
  return [arxivQuery(query, from, end, end, at.arxivApi), feed];
};

const isWorkday = (day: string): boolean => ![0, 6].includes(new Date(day).getUTCDay());

/** What was submitted since the last day, and some days before. */
const askQuery: Asking = ({ query = '' }, situation, at) => {
  const { today } = situation;
  const from = plusDays(firstMissing(situation, 1), -grace);
  return [arxivQuery(query, from, today, today, at.arxivApi)];
};

/** Each day by itself once it is over: until then the list grows. */
const askHuggingFace: Asking = (_, situation, at) =>
  missingDays(situation, 1).map((day) => ({
    day,
    address: `${at.huggingface}?date=${day}&limit=100`,
    accept: json,
    standing: false,
    read: (text) => readJsonAnswer(text),
  }));

const askPreprints =
  (server: 'biorxiv' | 'medrxiv'): Asking =>
  (source, situation, at) =>
    missingDays(situation, 2).map((day) => {
      const category = source[server] ?? 'all';
      const search =
        category === 'all' ? '' : `?category=${encodeURIComponent(category.replaceAll(' ', '_'))}`;
      const page = (cursor: number): string =>
        `${at.biorxiv}${server}/${day}/${day}/${cursor}/json${search}`;
      return {
        day,
        address: page(0),
        accept: json,
        standing: false,
        read: (text, here) => readJsonAnswer(text, Number(here.split('/').at(-2)) || 0, page),
      };
    });

const askOpenReview: Asking = ({ openreview = '' }, { today }, at) => {
  const page = (offset: number): string => {
    const address = new URL(at.openreview);
    address.search = new URLSearchParams({
      'content.venueid': openreview,
      limit: '1000',
      offset: String(offset),
      sort: 'number:asc',
    }).toString();
    return address.href;
  };
  return [
    {
      day: today,
      address: page(0),
      accept: json,
      standing: true,
      read: (text, here) =>
        readJsonAnswer(text, Number(new URL(here).searchParams.get('offset')), page),
    },
  ];
};

const askAddress =
  (field: 'feed' | 'page'): Asking =>
  (source, { today }) => {
    const address = source[field] ?? '';
    return [
      {
        day: today,
        address,
        accept:
          field === 'feed'
            ? 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.1'
            : '*/*',
        standing: true,
        read: field === 'feed' ? readFeed : readPage,
      },
    ];
  };

const readFeed = (text: string, address: string): Sent =>
  /^\s*[{[]/.test(text) ? readJsonAnswer(text) : readXmlAnswer(text, address);

const asking: Readonly<Record<SourceKind, Asking>> = {
  arxiv: askArxiv,
  query: askQuery,
  huggingface: askHuggingFace,
  feed: askAddress('feed'),
  page: askAddress('page'),
  biorxiv: askPreprints('biorxiv'),
  medrxiv: askPreprints('medrxiv'),
  openreview: askOpenReview,
};

/**
 * What a source is to be asked now.
 *
 * @returns in the order of their days; none on a day on which the source rests
 */
export function fetchesOf(
  source: Source,
  situation: Situation,
  at: Endpoints = endpoints,
): Fetch[] {
  const fetches = asking[kindOf(source)](source, situation, at);
  return fetches.filter(({ day = situation.today, standing }) =>
    isDue(source, standing ? situation.today : day),
  );
}
