/** What a topic file may hold: `content/topics/<id>.md`. docs/topics.md explains it to its editors. */
import { z } from 'astro/zod';
import { termProblem } from './phrases.ts';
import { defaultThreshold } from './scoring.ts';

/** How much one mention says; src/archive/topics/scoring.ts gives the points. */
export const weights = ['weak', 'normal', 'strong', 'sure'] as const;
export type Weight = (typeof weights)[number];

const phrase = z
  .string('a term must be text; put it in quotes')
  .superRefine((term, context) => {
    const message = termProblem(term);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  })
  .describe('Words to look for; `*` at one end stands for the rest of a word');

const where = z
  .enum(['any', 'title', 'abstract'])
  .default('any')
  .describe('Where a mention counts; without it, anywhere');

const termObject = z.strictObject({
  term: phrase,
  weight: z
    .enum(weights)
    .default('normal')
    .describe(
      '`sure`: one mention is enough; `strong`, `normal`, `weak`: how much one mention says',
    ),
  where,
  context: z
    .enum(['with', 'without'])
    .optional()
    .describe('Counts only with, or only without, one of the phrases of `context` in the paper'),
});

const termEntry = z.union([phrase.transform((term) => ({ term })), termObject]);

const excludeObject = z.strictObject({
  term: phrase,
  weight: z
    .enum([...weights, 'veto'])
    .default('normal')
    .describe('How much a mention counts against the topic; `veto`: never the topic'),
  where,
});

const excludeEntry = z.union([phrase.transform((term) => ({ term })), excludeObject]);

/** Frontmatter of a topic file. */
export const topicSchema = z.strictObject({
  label: z.string().trim().min(1).describe('Name of the topic, for readers'),
  description: z.string().trim().min(1).describe('What belongs to it, in a sentence or two'),
  terms: z
    .array(z.pipe(termEntry, termObject))
    .min(1)
    .describe('What speaks for the topic, each term at its weight'),
  exclude: z
    .array(z.pipe(excludeEntry, excludeObject))
    .default([])
    .describe('What speaks against the topic'),
  ignore: z
    .array(phrase)
    .default([])
    .describe('Phrases inside which a term says nothing, e.g. `reward card` for the term `reward`'),
  context: z
    .array(phrase)
    .default([])
    .describe('Phrases that terms marked `context: with` or `context: without` look for'),
  threshold: z
    .number()
    .positive()
    .max(100)
    .default(defaultThreshold)
    .describe('Points a paper needs; without it, 5'),
});

export type TopicFrontmatter = z.infer<typeof topicSchema>;
export type TopicTerm = TopicFrontmatter['terms'][number];
export type ExcludedTerm = TopicFrontmatter['exclude'][number];

/** One topic, ready to be compiled. */
export interface TopicRules extends TopicFrontmatter {
  /** File name without `.md`; the topic's address. */
  readonly id: string;
  /** The body of the file: notes for its editors, shown nowhere. */
  readonly notes: string;
}
