/** A server on this machine that answers as arXiv's API does, faults included. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { knownId } from '../../src/enrich/query.ts';

/** A paper that the server has. */
export interface ServedPaper {
  /** With its version: `2409.11321v2`. */
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly authors?: readonly string[];
  readonly published?: string;
  readonly updated?: string;
  readonly categories?: readonly string[];
  readonly comment?: string;
  readonly journal?: string;
  readonly doi?: string;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const bare = (id: string): string => id.replace(/v\d+$/, '');

/** One entry in the form of the API's answers. */
export function entryXml(paper: ServedPaper): string {
  const { id, title, abstract, authors = ['A. Author'], categories = ['cs.LG'] } = paper;
  const published = paper.published ?? '2024-09-17T10:00:00Z';
  return `  <entry>
    <id>http://arxiv.org/abs/${id}</id>
    <title>${escape(title)}</title>
    <updated>${paper.updated ?? published}</updated>
    <link href="https://arxiv.org/abs/${id}" rel="alternate" type="text/html"/>
    <summary>${escape(abstract)}</summary>
    ${categories.map((term) => `<category term="${term}" scheme="http://arxiv.org/schemas/atom"/>`).join('\n    ')}
    <published>${published}</published>
    ${paper.comment === undefined ? '' : `<arxiv:comment>${escape(paper.comment)}</arxiv:comment>`}
    <arxiv:primary_category term="${categories[0]}"/>
    ${paper.journal === undefined ? '' : `<arxiv:journal_ref>${escape(paper.journal)}</arxiv:journal_ref>`}
    ${authors.map((name) => `<author>\n      <name>${escape(name)}</name>\n    </author>`).join('\n    ')}
    ${paper.doi === undefined ? '' : `<arxiv:doi>${paper.doi}</arxiv:doi>`}
  </entry>
`;
}

export function feedXml(entries: readonly string[], total = entries.length): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/test</id>
  <title>arXiv Query: test</title>
  <updated>2026-04-12T22:09:36Z</updated>
  <opensearch:itemsPerPage>100</opensearch:itemsPerPage>
  <opensearch:totalResults>${total}</opensearch:totalResults>
  <opensearch:startIndex>0</opensearch:startIndex>
${entries.join('')}</feed>
`;
}

/** The API's way to say that a question is wrong. */
export const errorXml = (why: string): string =>
  feedXml([
    `  <entry>
    <id>https://arxiv.org/api/errors#${why.replaceAll(' ', '_')}</id>
    <title>Error</title>
    <summary>${why}</summary>
    <author><name>arXiv api core</name></author>
  </entry>
`,
  ]);

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether a title fits a search of the two forms that are used: phrases joined by OR; two groups of words. */
function fits(title: string, query: string): boolean {
  const words = wordsOf(title);
  if (query.startsWith('(')) {
    return query
      .split(' OR ')
      .some((group) =>
        Array.from(group.matchAll(/ti:([^\s()]+)/g), ([, word = '']) => word).every((word) =>
          words.includes(word),
        ),
      );
  }
  return Array.from(query.matchAll(/ti:"([^"]*)"/g), ([, phrase = '']) =>
    wordsOf(phrase).join(' '),
  ).some((phrase) => ` ${words.join(' ')} `.includes(` ${phrase} `));
}

/** A fault: answers instead of the server, or returns false to let it answer. */
export type Fault = (
  response: ServerResponse,
  question: URLSearchParams,
  request: number,
) => boolean | void;

export interface ArxivServer {
  readonly api: string;
  /** Questions asked, and when. */
  readonly questions: { readonly parameters: URLSearchParams; readonly at: number }[];
  papers: readonly ServedPaper[];
  fault: Fault | undefined;
  close(): Promise<void>;
}

function answer(papers: readonly ServedPaper[], question: URLSearchParams): string {
  const most = Number(question.get('max_results') ?? 10);
  const ids = question.get('id_list');
  if (ids !== null) {
    const wanted = ids.split(',');
    const all = [...papers, { id: `${knownId}v2`, title: 'The First of All Papers', abstract: '' }];
    const found = wanted.flatMap((id) => all.filter((paper) => bare(paper.id) === id));
    return feedXml(found.slice(0, most).map(entryXml), found.length);
  }
  const found = papers.filter(({ title }) => fits(title, question.get('search_query') ?? ''));
  return feedXml(found.slice(0, most).map(entryXml), found.length);
}

/** Starts a server; close it when done. */
export async function serveArxiv(papers: readonly ServedPaper[]): Promise<ArxivServer> {
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    it.questions.push({ parameters: searchParams, at: Date.now() });
    response.setHeader('content-type', 'application/atom+xml; charset=utf-8');
    const taken = it.fault?.(response, searchParams, it.questions.length);
    if (taken === false || it.fault === undefined) response.end(answer(it.papers, searchParams));
  };
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const it: ArxivServer = {
    api: `http://127.0.0.1:${port}/api/query`,
    questions: [],
    papers,
    fault: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return it;
}
