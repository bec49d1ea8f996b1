/** A small world of preprints, day by day, and a server that shows it as arXiv, Hugging Face and a feed would. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { random } from '../../scripts/bench/random.ts';
import { daysFrom, plusDays, type Endpoints } from '../../src/collect/fetches.ts';
import { entryXml, feedXml } from '../enrich/server.ts';

/** A paper of the world. */
export interface WorldPaper {
  readonly id: string;
  readonly title: string;
  /** ISO days. */
  readonly submitted: string;
  readonly announced: string;
  /** Day on which the daily papers list it. */
  readonly trending?: string;
}

const subjects =
  'rivers bells moths looms glaciers harbours violins orchards lanterns anvils'.split(' ');
const works = 'survey history theory measure catalogue model atlas ledger grammar'.split(' ');

const isWorkday = (day: string): boolean => ![0, 6].includes(new Date(day).getUTCDay());

/** The first workday from a day on. */
const workdayFrom = (day: string): string => (isWorkday(day) ? day : workdayFrom(plusDays(day, 1)));

export class World {
  readonly papers: WorldPaper[] = [];
  readonly #next: () => number;
  /** ISO day that the server shows. */
  today: string;
  /** Takes an answer over; false lets it be. */
  fault: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  requests = 0;

  constructor(seed: number, first: string, last: string) {
    this.#next = random(seed);
    this.today = first;
    let number = 0;
    for (const day of daysFrom(first, last)) {
      for (let n = Math.floor(this.#next() * 4); n > 0; n--) {
        number++;
        const late = this.#next() < 0.1 ? 1 + Math.floor(this.#next() * 5) : 0;
        const announced = workdayFrom(plusDays(day, 1 + late));
        const id = `${day.slice(2, 4)}${day.slice(5, 7)}.${String(10_000 + number)}`;
        const trending = this.#next() < 0.4 ? plusDays(announced, 1) : undefined;
        const title = `${subjects[number % 10]} and ${works[number % 9]} number ${number}`;
        this.papers.push({ id, title, submitted: day, announced, ...(trending && { trending }) });
      }
    }
  }

  #xml(papers: readonly WorldPaper[], day: string): string {
    const entries = papers.map(({ id, title, submitted }) =>
      entryXml({
        id: `${id}v1`,
        title,
        abstract: `We study ${title} at length, and find that it can be read by everybody who looks.`,
        published: `${submitted}T10:00:00Z`,
      }),
    );
    return feedXml(entries).replace(/<updated>[^<]*</, `<updated>${day}T00:00:00-04:00<`);
  }

  answer(address: URL): string {
    const { pathname, searchParams } = address;
    if (pathname.startsWith('/atom/')) {
      const day = [0, 1, 2].map((n) => plusDays(this.today, -n)).find(isWorkday) ?? this.today;
      return this.#xml(
        this.papers.filter(({ announced }) => announced === day),
        day,
      );
    }
    if (pathname === '/api/query') {
      const [, from = '', to = ''] =
        /\[(\d{8})0000 TO (\d{8})2359\]/.exec(searchParams.get('search_query') ?? '') ?? [];
      const found = this.papers.filter(({ submitted, announced }) => {
        const stamp = submitted.replaceAll('-', '');
        return stamp >= from && stamp <= to && announced <= this.today;
      });
      return this.#xml(found, this.today);
    }
    if (pathname === '/daily') {
      const date = searchParams.get('date');
      const found = this.papers.filter(({ trending }) => trending === date);
      return JSON.stringify(
        found.map(({ id, title }) => ({
          paper: {
            id,
            title,
            summary: `We study ${title} at length, and find that it can be read by everybody who looks.`,
            authors: [{ name: 'A. Author' }],
          },
          title,
        })),
      );
    }
    // A journal's feed: what came out in the last nine days.
    const since = plusDays(this.today, -9);
    return this.#xml(
      this.papers.filter(
        ({ announced }, at) => at % 3 === 0 && announced > since && announced <= this.today,
      ),
      this.today,
    );
  }

  /** Serves the world; close it when done. */
  async serve(): Promise<{ endpoints: Endpoints; feed: string; close(): Promise<void> }> {
    const server = createServer((request, response) => {
      this.requests++;
      if (this.fault?.(request, response)) return;
      const address = new URL(request.url ?? '/', 'http://localhost');
      response.end(this.answer(address));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const at = server.address();
    const base = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`;
    return {
      endpoints: {
        arxivFeed: `${base}/atom/`,
        arxivApi: `${base}/api/query`,
        huggingface: `${base}/daily`,
        biorxiv: `${base}/biorxiv/`,
        openreview: `${base}/openreview`,
      },
      feed: `${base}/feed`,
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    };
  }
}
