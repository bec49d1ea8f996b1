/** What an archive collects by itself: `sources.yaml` in its folder. Pure. */
import { z } from 'astro/zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { kind, readYaml } from '../diagnostics/yaml-schema.ts';
import { refusal } from '../net/public-hosts.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

const text = z.string(kind('text')).trim().min(1, 'it is empty');

const address = text.superRefine((value, context) => {
  // In one's own network, whether it may be asked is for the run to say.
  const why = refusal(value, { own: true });
  if (why !== undefined) context.addIssue(`it cannot be asked: ${why}`);
});

const words = z
  .union([text.transform((one) => [one]), z.array(text, kind('text or a list of it'))], {
    error: 'it must be text or a list of it',
  })
  .default([]);

const category = text.regex(/^[a-z-]+(?:\.[A-Za-z-]+)?$/, {
  error: 'it must be a category of arXiv such as cs.CL',
});

/** What each kind of source is named by. */
const kinds = {
  arxiv: z
    .union([category.transform((one) => [one]), z.array(category).min(1, 'it is empty')], {
      error: 'it must be a category of arXiv such as cs.CL, or a list of them',
    })
    .describe('Categories of arXiv: what is announced each day'),
  query: text.describe('A search of arXiv’s API, such as `cat:cs.LG AND all:"world model"`'),
  huggingface: z
    .literal('daily', kind('daily'))
    .describe('The daily papers of Hugging Face: `daily`'),
  feed: address.describe('The address of an RSS, Atom or JSON feed'),
  page: address.describe('The address of a page or file of a shape that `npm run add` reads'),
  biorxiv: text.describe('A category of bioRxiv such as `neuroscience`, or `all`'),
  medrxiv: text.describe('A category of medRxiv such as `epidemiology`, or `all`'),
  openreview: text.describe('A venue of OpenReview such as `ICLR.cc/2025/Conference`'),
} as const;
export type SourceKind = keyof typeof kinds;

const kindNames = [
  'arxiv',
  'query',
  'huggingface',
  'feed',
  'page',
  'biorxiv',
  'medrxiv',
  'openreview',
] as const satisfies readonly SourceKind[];

const sourceSchema = z
  .strictObject(
    {
      name: text
        .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
          error: 'it must be of a to z, digits and single hyphens, such as arxiv-nlp',
        })
        .max(60, 'it has more than 60 characters')
        .describe('Its name: digests are named after it, and it must not change'),
      arxiv: kinds.arxiv.optional(),
      query: kinds.query.optional(),
      huggingface: kinds.huggingface.optional(),
      feed: kinds.feed.optional(),
      page: kinds.page.optional(),
      biorxiv: kinds.biorxiv.optional(),
      medrxiv: kinds.medrxiv.optional(),
      openreview: kinds.openreview.optional(),
      days: z
        .array(
          z.enum(weekdays, { error: `it must be one of ${weekdays.join(', ')}` }),
          kind('a list'),
        )
        .min(1, 'it is empty')
        .optional()
        .describe('Weekdays on which it is asked; on all, if nothing is said'),
      must: words.describe('Words or phrases of which one must occur in title or abstract'),
      mustNot: words.describe('Words or phrases of which none may occur'),
      limit: z
        .int(kind('a whole number'))
        .min(1, 'it must be at least 1')
        .optional()
        .describe('Papers of a day that are kept at most, in the source’s order'),
    },
    kind('a map with `name` and what it collects'),
  )
  .superRefine((source, context) => {
    const named = kindNames.filter((name) => source[name] !== undefined);
    if (named.length === 1) return;
    const list = kindNames.join(', ');
    context.addIssue(
      named.length === 0
        ? `it says nothing to collect: one of ${list}`
        : `it has ${named.join(' and ')}; it may have one`,
    );
  });

const sourcesSchema = z.strictObject({
  // Null where all of the list is commented out.
  sources: z
    .array(sourceSchema, kind('a list'))
    .nullish()
    .transform((list) => list ?? [])
    .describe('What is collected'),
});

/** A source, as it is written. */
export type Source = z.infer<typeof sourceSchema>;

export interface SourcesReading {
  /** Absent when the file has an error. */
  readonly sources?: readonly Source[];
  readonly problems: readonly Diagnostic[];
}

/** What kind of source it is. */
export const kindOf = (source: Source): SourceKind =>
  kindNames.find((name) => source[name] !== undefined) ?? 'page';

/**
 * Reads what an archive collects.
 *
 * @param file path for messages
 * @param text the whole file; empty for an archive without one
 * @returns the sources in their order, or what is wrong as `source/schema`
 */
export function parseSources(file: string, text: string): SourcesReading {
  const read = readYaml(file, text, sourcesSchema, 'source/schema');
  if (!read.ok) return { problems: read.problems };
  const { sources } = read.value;
  const twice = sources.flatMap(({ name }, at) =>
    sources.findIndex((other) => other.name === name) < at
      ? [{ path: ['sources', at, 'name'], why: `another source is named "${name}"` }]
      : [],
  );
  return twice.length > 0 ? { problems: read.wrong(twice) } : { sources, problems: [] };
}
