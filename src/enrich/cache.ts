/** What services have answered, on the disk: one small file a question, each written as a whole. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'astro/zod';
import { writeAtomic } from '../entries/atomic.ts';
import type { ArxivRecord } from '../entries/records/record.ts';
import { parsed } from '../shapes.ts';

/** Days after which a paper that a service did not have is asked for again. */
const daysOfAbsence = 30;

const recordSchema: z.ZodType<ArxivRecord> = z.object({
  arxiv: z.string(),
  version: z.number().optional(),
  title: z.string(),
  abstract: z.string(),
  authors: z.array(z.string()),
  published: z.string().optional(),
  updated: z.string().optional(),
  categories: z.array(z.string()),
  doi: z.string().optional(),
  venue: z.string().optional(),
  comment: z.string().optional(),
  withdrawn: z.boolean(),
});

/** Whose answers a cache keeps. */
export interface CacheOf<Item> {
  /** From the project's folder. */
  readonly folder: string;
  readonly schema: z.ZodType<Item>;
}

export const ofArxiv: CacheOf<ArxivRecord> = { folder: '.cache/arxiv', schema: recordSchema };

const answerSchema = <Item>(item: z.ZodType<Item>) =>
  z.object({
    question: z.string(),
    asked: z.string(),
    complete: z.boolean(),
    records: z.array(item),
  });

/** An answer to one question: an id, or a search. */
export interface KeptAnswer<Item = ArxivRecord> {
  /** Papers found; for an id one, or none if it is not known. */
  readonly records: readonly Item[];
  /** Whether these are all. */
  readonly complete: boolean;
  /** ISO time of the answer. */
  readonly asked: string;
}

export class AnswerCache<Item = ArxivRecord> {
  readonly #folder: string;
  readonly #schema: ReturnType<typeof answerSchema<Item>>;

  /** @param root the project's folder */
  constructor(root: string, { folder, schema }: CacheOf<Item>) {
    this.#folder = join(root, folder);
    this.#schema = answerSchema(schema);
  }

  #pathOf(question: string): string {
    const hash = createHash('sha256').update(question).digest('hex').slice(0, 32);
    return join(this.#folder, hash.slice(0, 2), `${hash}.json`);
  }

  /**
   * The answer to a question.
   *
   * @param now milliseconds since 1970; an empty answer older than a month counts as none. Leave out to take any
   */
  async read(question: string, now?: number): Promise<KeptAnswer<Item> | undefined> {
    const text = await readFile(this.#pathOf(question), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    const answer = this.#schema.safeParse(parsed(text));
    if (!answer.success || answer.data.question !== question) return undefined;
    const { records, complete, asked } = answer.data;
    const age = now === undefined ? 0 : now - Date.parse(asked);
    if (records.length === 0 && age > daysOfAbsence * 86_400_000) return undefined;
    return { records, complete, asked };
  }

  /** Keeps an answer in the place of an older one. */
  async write(question: string, answer: KeptAnswer<Item>): Promise<void> {
    const path = this.#pathOf(question);
    await mkdir(dirname(path), { recursive: true });
    await writeAtomic(path, `${JSON.stringify({ question, ...answer })}\n`);
  }

  /** When the last request was made by any run, in milliseconds since 1970. */
  async lastRequest(): Promise<number> {
    const found = await stat(join(this.#folder, 'last-request')).catch(() => undefined);
    return found?.mtimeMs ?? 0;
  }

  /** Notes that a request is made now. */
  async noteRequest(): Promise<void> {
    const path = join(this.#folder, 'last-request');
    await mkdir(this.#folder, { recursive: true });
    const now = new Date();
    await utimes(path, now, now).catch(() => writeFile(path, ''));
  }
}
