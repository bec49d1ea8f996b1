/** Looks papers with a DOI or an arXiv id up at Crossref and OpenAlex, one after the other, and takes what is certain. */
import { arxivId, normaliseDoi } from '../digest/identity.ts';
import { readEntries } from '../entries/files.ts';
import type { Frontmatter, StoredEntry } from '../entries/model.ts';
import { withRecord } from '../entries/records/apply.ts';
import { prepareFolders, readRecords, writeRecord } from '../entries/records/files.ts';
import { withGathered, type SourcedFact } from '../entries/records/serialise.ts';
import { section } from '../diagnostics/reporters/terminal.ts';
import { visibleIn } from '../diagnostics/visible.ts';
import { counted } from '../text/counted.ts';
import { Client, textOf, type ClientOptions } from '../net/client.ts';
import { AnswerCache } from './cache.ts';
import { readCrossref } from './crossref.ts';
import { readOpenAlex } from './openalex.ts';
import { inWords } from './report.ts';
import {
  arxivDoi,
  judgeWork,
  readWork,
  wantedFields,
  workSchema,
  type Asked,
  type Work,
} from './work.ts';

/** A service that is asked, as its facts name it. */
interface Service {
  readonly name: 'Crossref' | 'OpenAlex';
  readonly read: (value: unknown) => Work | string;
  /** Whether it says the facts itself; else it repeats them. */
  readonly grade: 'first-hand' | 'second-hand';
}

/** Publishers tell Crossref themselves; OpenAlex gathers. */
const services: readonly Service[] = [
  { name: 'Crossref', read: readCrossref, grade: 'first-hand' },
  { name: 'OpenAlex', read: readOpenAlex, grade: 'second-hand' },
];

export interface WorksOptions {
  /** Ids of entries; none: all that lack something. */
  readonly ids: readonly string[];
  readonly dryRun: boolean;
  readonly offline: boolean;
  readonly refresh: boolean;
  /** Entries asked about at most. */
  readonly limit: number;
  /** Where each service is; one without an address is not asked. A DOI is added to it. */
  readonly addresses: Readonly<Partial<Record<Service['name'], string>>>;
  /** Parameters for a service: how to reach who asks, or a key. They are told to nobody else. */
  readonly parameters: Readonly<Partial<Record<Service['name'], Readonly<Record<string, string>>>>>;
  readonly client: Omit<ClientOptions, 'signal' | 'onWait'>;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (what: string) => void;
}

/** An entry of which a service could not tell, and why. */
interface Unsettled {
  readonly entry: string;
  readonly service: string;
  readonly why: string;
}

export interface WorksReport {
  readonly ok: boolean;
  readonly dryRun: boolean;
  /** Entries that lack something and have an identifier. */
  readonly entries: number;
  readonly taken: readonly {
    readonly entry: string;
    readonly by: string;
    /** Each field with who said it. */
    readonly fields: Readonly<Record<string, string>>;
    readonly retracted: boolean;
  }[];
  readonly doubtful: readonly Unsettled[];
  readonly left: readonly Unsettled[];
  readonly requests: number;
}

/** Questions in a row that a service may leave unanswered before it is asked no more. */
const patience = 2;

/** By what a service can be asked for a paper. Crossref has no DOIs of arXiv's. */
function askedOf({ doi, arxiv }: Pick<Frontmatter, 'doi' | 'arxiv'>, { name }: Service): Asked[] {
  const own = doi === undefined ? undefined : normaliseDoi(doi)?.toLowerCase();
  const isArxivs = own?.startsWith('10.48550/') ?? false;
  const id = arxiv ?? (isArxivs ? arxivId(`arXiv:${own?.replace(/^.*\/arxiv\./, '')}`) : undefined);
  return [
    ...(own !== undefined && !isArxivs ? [{ doi: own }] : []),
    ...(id !== undefined && name === 'OpenAlex' ? [{ doi: arxivDoi(id), arxiv: id }] : []),
  ];
}

const lacking = (data: Frontmatter): (typeof wantedFields)[number][] =>
  wantedFields.filter((field) => data[field] === undefined || data[field].length === 0);

const addressOf = (doi: string): string => `https://doi.org/${encodeURI(doi)}`;

class Run {
  readonly #options: WorksOptions;
  readonly #cache: AnswerCache<Work>;
  readonly #client: Client;
  readonly #silences = new Map<string, number>();
  readonly left: Unsettled[] = [];
  readonly doubtful: Unsettled[] = [];
  failed = false;

  constructor(root: string, options: WorksOptions) {
    this.#options = options;
    this.#cache = new AnswerCache(root, { folder: '.cache/works', schema: workSchema });
    this.#client = new Client({
      ...options.client,
      signal: options.signal,
      // Why a server makes one wait is told without its words.
      onWait: (why, wait) => options.onProgress?.(`${why}; asking again in ${inWords(wait)}`),
    });
  }

  get requests(): number {
    return this.#client.requests;
  }

  /** What a service says of a work; undefined where it says nothing now. */
  async #ask(
    entry: string,
    service: Service,
    { doi }: Asked,
  ): Promise<readonly Work[] | undefined> {
    const { addresses, parameters, offline, refresh } = this.#options;
    const { name, read } = service;
    const question = `${name} ${doi}`;
    const kept = refresh
      ? undefined
      : await this.#cache.read(question, offline ? undefined : Date.now());
    if (kept) return kept.records;
    const leave = (why: string): undefined => {
      this.left.push({ entry, service: name, why });
    };
    if (offline) return leave('not in the cache');
    if ((this.#silences.get(name) ?? 0) >= patience) return leave(`${name} does not answer`);
    const address = new URL(`${addresses[name]}${encodeURIComponent(doi)}`);
    for (const [key, value] of Object.entries(parameters[name] ?? {}))
      address.searchParams.set(key, value);
    const reply = await this.#client.ask({
      address: address.href,
      headers: { accept: 'application/json' },
      alsoRead: [404],
      read: (answer) => readWork(answer.status, textOf(answer), read),
    });
    if (reply.kind === 'silent') {
      this.#silences.set(name, reply.later ? patience : (this.#silences.get(name) ?? 0) + 1);
      this.failed = true;
      return leave(reply.why);
    }
    this.#silences.set(name, 0);
    const asked = new Date().toISOString();
    await this.#cache.write(question, { records: reply.value, complete: true, asked });
    return reply.value;
  }

  /** The facts that a paper lacks and a service is certain of. */
  async factsOf({ entry: { id, data: own } }: StoredEntry, data: Frontmatter) {
    const facts: SourcedFact[] = [];
    let by = '';
    let retracted = false;
    const retrieved = new Date().toISOString().slice(0, 10);
    for (const service of services) {
      if (this.#options.addresses[service.name] === undefined) continue;
      for (const asked of askedOf(data, service)) {
        const missing = lacking(data).filter((field) =>
          facts.every((fact) => fact.field !== field),
        );
        if (missing.length === 0) break;
        const [work] = (await this.#ask(id, service, asked)) ?? [];
        if (work === undefined) continue;
        const verdict = judgeWork(own, asked, work);
        if ('doubt' in verdict) {
          this.doubtful.push({ entry: id, service: service.name, why: verdict.doubt });
          continue;
        }
        by ||= `${service.name}, by ${verdict.by}`;
        retracted ||= work.retracted;
        const { name, grade } = service;
        const source = { source: addressOf(asked.doi), grade, retrieved, note: `Read at ${name}.` };
        for (const field of missing) {
          const value = work[field];
          if (value !== undefined) facts.push({ field, facts: { [field]: value }, source });
        }
        if (work.code !== undefined && data.links === undefined)
          facts.push({
            field: 'links',
            facts: { links: [{ label: 'Code', url: work.code }] },
            source,
          });
        if (
          work.retracted &&
          data.comment === undefined &&
          facts.every(({ field }) => field !== 'comment')
        )
          facts.push({ field: 'comment', facts: { comment: 'Retracted.' }, source });
      }
    }
    return { facts, by, retracted };
  }
}

/**
 * Asks Crossref and OpenAlex about the entries that lack authors, date or venue. Entries stay as they are; what is
 * found goes into their records, each fact with its source. Stopped at any time, the next run goes on from the cache.
 *
 * @param root the project's folder
 */
export async function enrichWorks(root: string, options: WorksOptions): Promise<WorksReport> {
  const { entries } = await readEntries(root);
  const { records } = await readRecords(root);
  const wanted = new Set(options.ids);
  const chosen = entries
    .filter(({ entry }) => wanted.size === 0 || wanted.has(entry.id))
    .map((stored) => ({ stored, data: withRecord(stored.entry, records).data }))
    .filter(({ data }) => lacking(data).length > 0)
    .filter(({ data }) => services.some((service) => askedOf(data, service).length > 0));
  if (!options.dryRun && chosen.length > 0) await prepareFolders(root);
  const run = new Run(root, options);
  const taken: WorksReport['taken'][number][] = [];
  for (const [at, { stored, data }] of chosen.slice(0, options.limit).entries()) {
    if (options.signal?.aborted) break;
    options.onProgress?.(`Crossref and OpenAlex: ${at} of ${chosen.length} entries`);
    try {
      const { facts, by, retracted } = await run.factsOf(stored, data);
      if (facts.length === 0) continue;
      const { id, data: of } = stored.entry;
      const make = (before?: Parameters<typeof withGathered>[2]): string =>
        withGathered({ of, by }, facts, before).text;
      const written = await writeRecord(root, { stored, make }, !options.dryRun);
      if (!written.ok) {
        run.failed = true;
        run.left.push({ entry: id, service: '', why: written.why });
        continue;
      }
      const fields = Object.fromEntries(
        facts.map(({ field, source: { note = '' } }) => [
          field,
          note.replace(/^Read at |\.$/g, ''),
        ]),
      );
      taken.push({ entry: id, by, fields, retracted });
    } catch (error) {
      if (!options.signal?.aborted) throw error;
    }
  }
  const { left, doubtful, requests, failed } = run;
  return {
    ok: !failed,
    dryRun: options.dryRun,
    entries: chosen.length,
    taken,
    doubtful,
    left,
    requests,
  };
}

/** The report for people. */
export function worksText(enriched: WorksReport): string {
  const { entries, taken, doubtful, left, requests } = visibleIn(enriched);
  const reasons = Map.groupBy(left, ({ service, why }) =>
    [service, why].filter(Boolean).join(': '),
  );
  const part = (title: string, rows: readonly string[]): string[] => section(title, rows, false);
  return [
    ...part(
      `Found elsewhere: ${taken.length}`,
      taken.map(({ entry, by, fields, retracted }) => {
        const said = Object.entries(fields).map(([field, who]) => `${field} (${who})`);
        return `  ${entry}: ${by} → ${said.join(', ')}${retracted ? ' (RETRACTED)' : ''}`;
      }),
    ),
    ...part(
      `For a person to decide: ${doubtful.length}`,
      doubtful.map(({ entry, service, why }) => `  ${entry}: ${service}: ${why}`),
    ),
    ...part(
      `Left for another time: ${left.length}`,
      [...reasons].map(([why, some]) => `  ${some.length}: ${why}`),
    ),
    `Crossref and OpenAlex: ${counted(entries, 'entry', 'entries')} that lack authors, date or venue, ${counted(requests, 'request')}.`,
  ].join('\n');
}
