/** A paper of the archive as `archive.jsonl` tells of it: read from the file, not from the code that is measured. */
export interface BenchPaper {
  readonly id: string;
  /** May hold TeX. */
  readonly title: string;
  readonly abstract: string;
  /** The paper's page. */
  readonly url?: string;
  readonly arxiv?: string;
  readonly doi?: string;
  readonly authors?: readonly string[];
  /** Four digits: as published, else as the arXiv id says. */
  readonly year?: string;
  readonly venue?: string;
  /** Ids of the digests it was listed in. */
  readonly digests?: readonly string[];
  readonly topics?: readonly string[];
  /** A link of it leads to code. */
  readonly code?: true;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textsOf = (value: unknown): string[] => listOf(value).flatMap((item) => textOf(item) ?? []);

/** arXiv ids of today's form begin with year and month. */
const idYear = (arxiv: string | undefined): string | undefined => {
  const digits = /^(\d\d)\d\d\.\d{4,5}$/.exec(arxiv ?? '')?.[1];
  return digits === undefined ? undefined : `20${digits}`;
};

/** What is known of a paper beside its text; what is not known is left out. */
function factsOf(
  paper: Readonly<Record<string, unknown>>,
): Omit<BenchPaper, 'id' | 'title' | 'abstract'> {
  const arxiv = textOf(paper['arxiv']);
  const year = /^\d{4}/.exec(textOf(paper['published']) ?? '')?.[0] ?? idYear(arxiv);
  const [url, doi, venue] = [textOf(paper['url']), textOf(paper['doi']), textOf(paper['venue'])];
  const authors = [...new Set(textsOf(paper['authors']))];
  const digests = listOf(paper['listings']).flatMap((item) =>
    isRecord(item) ? (textOf(item['digest']) ?? []) : [],
  );
  const topics = textsOf(paper['topics']);
  const code = listOf(paper['links']).some((link) => isRecord(link) && link['kind'] === 'code');
  return {
    ...(url !== undefined && { url }),
    ...(arxiv !== undefined && { arxiv }),
    ...(doi !== undefined && { doi }),
    ...(authors.length > 0 && { authors }),
    ...(year !== undefined && { year }),
    ...(venue !== undefined && { venue }),
    ...(digests.length > 0 && { digests: [...new Set(digests)] }),
    ...(topics.length > 0 && { topics }),
    ...(code && { code }),
  };
}

/**
 * The papers of an archive's `archive.jsonl`, by id, whatever the order of the file.
 *
 * @throws if a line is no paper
 */
export function readPapers(jsonl: string): BenchPaper[] {
  const papers = jsonl
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): BenchPaper => {
      const paper: unknown = JSON.parse(line);
      if (isRecord(paper)) {
        const { id, title, abstract } = paper;
        if (typeof id === 'string' && typeof title === 'string' && typeof abstract === 'string') {
          return { id, title, abstract, ...factsOf(paper) };
        }
      }
      throw new Error(`No paper: ${line.slice(0, 100)}`);
    });
  return papers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
