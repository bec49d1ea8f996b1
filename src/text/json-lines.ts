/** JSON Lines, in which an archive keeps what was found out: a value a line. */
import type { z } from 'astro/zod';
import { parsed } from '../shapes.ts';

/** The values of a file's lines that a schema knows; other lines are left out. */
export const readJsonLines = <Schema extends z.ZodType>(
  text: string,
  schema: Schema,
): z.infer<Schema>[] =>
  text.split('\n').flatMap((line) => schema.safeParse(parsed(line)).data ?? []);

/** Values as a file's text. */
export const toJsonLines = (values: Iterable<unknown>): string =>
  Array.from(values, (value) => `${JSON.stringify(value)}\n`).join('');
