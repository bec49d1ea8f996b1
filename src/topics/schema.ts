/** What a topic file may hold: `topics/<id>.md`. docs/topics.md explains it to its editors. */
import { z } from 'astro/zod';
import { kind } from '../diagnostics/yaml-schema.ts';
import { termProblem } from './phrases.ts';
import { defaultThreshold, weights } from './scoring.ts';

const text = z.string(kind('text')).trim().min(1, 'it is empty');

const phrase = z
  .string(kind('text; put it in quotes'))
  .superRefine((term, context) => {
    const message = termProblem(term);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  })
  .describe('Words to look for; `*` at one end stands for the rest of a word');

const where = z
  .enum(['any', 'title', 'abstract'], kind('any, title or abstract'))
  .default('any')
  .describe('Where a mention counts; without it, anywhere');

/** What a value is that is neither. */
const aTerm = { error: 'a term is text, or a map with `term` and, if wanted, `weight`' };

const termObject = z.strictObject({
  term: phrase,
  weight: z
    .enum(weights, kind('one of weak, normal, strong, key'))
    .default('normal')
    .describe(
      'How much one mention says: 5, 3, 2 or 1 points; a paper needs 7, and the title counts twice',
    ),
  where,
  context: z
    .enum(['with', 'without'], kind('with or without'))
    .optional()
    .describe('Counts only with, or only without, one of the phrases of `context` in the paper'),
});

const termEntry = z.union([phrase.transform((term) => ({ term })), termObject], aTerm);

const excludeObject = z.strictObject({
  term: phrase,
  weight: z
    .enum([...weights, 'veto'], kind('one of weak, normal, strong, key, veto'))
    .default('normal')
    .describe('How much a mention counts against the topic; `veto`: never the topic'),
  where,
});

const excludeEntry = z.union([phrase.transform((term) => ({ term })), excludeObject], aTerm);

/** Frontmatter of a topic file. */
export const topicSchema = z.strictObject({
  label: text.describe('Name of the topic, for readers'),
  description: text.describe('What belongs to it, in a sentence or two'),
  family: text.optional().describe('Id of the topic that it is a part of; without it, none'),
  terms: z
    .array(z.pipe(termEntry, termObject), kind('a list'))
    .default([])
    .describe('What speaks for the topic, each term at its weight; a family may have none'),
  exclude: z
    .array(z.pipe(excludeEntry, excludeObject), kind('a list'))
    .default([])
    .describe('What speaks against the topic'),
  ignore: z
    .array(phrase, kind('a list'))
    .default([])
    .describe('Phrases inside which a term says nothing, e.g. `reward card` for the term `reward`'),
  context: z
    .array(phrase, kind('a list'))
    .default([])
    .describe('Phrases that terms marked `context: with` or `context: without` look for'),
  threshold: z
    .number(kind('a number'))
    .positive('it must be more than 0')
    .max(100, 'it must be 100 at most')
    .default(defaultThreshold)
    .describe('Points a paper needs; without it, 7'),
});

export type TopicFrontmatter = z.infer<typeof topicSchema>;

/** One topic, ready to be compiled. */
export interface TopicRules extends TopicFrontmatter {
  /** File name without `.md`; the topic's address. */
  readonly id: string;
  /** The body of the file: notes for its editors, shown nowhere. */
  readonly notes: string;
}
