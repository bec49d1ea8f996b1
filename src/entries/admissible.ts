/** What of a source's facts may stand in an entry. Pure. */
import type { z } from 'astro/zod';
import { removeControls } from '../text/controls.ts';
import { frontmatterSchema, type Frontmatter } from './model.ts';

/** A value that a source states and no entry may hold. */
export interface LeftOut {
  readonly field: string;
  readonly value: string;
}

/** An address as a person would paste it: what the schema refuses, and a browser would encode, is encoded. */
function encoded(url: string): string {
  const plain = url.replaceAll(/[\s"<>]/g, (character) => encodeURIComponent(character));
  // Words behind a host's name make no address of it, encoded or not.
  return URL.canParse(plain) ? plain : url;
}

const schemas: Readonly<Record<string, z.ZodType>> = frontmatterSchema.shape;

/** Whether an entry may hold a value in a field. */
export const fits = (field: string, value: unknown): boolean =>
  schemas[field]?.safeParse(value).success ?? false;

/** Without characters that nobody sees; addresses encoded. */
function tidied(value: unknown, field = ''): unknown {
  if (typeof value === 'string') {
    const visible = removeControls(value).trim();
    return field === 'url' ? encoded(visible) : visible;
  }
  if (Array.isArray(value)) return value.map((item) => tidied(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, tidied(item, key)]));
}

/**
 * Frontmatter that its schema accepts: a field, or an item of a list, that it refuses is left out, so that one
 * odd value of a source does not make an entry that nobody can read.
 *
 * @returns the frontmatter and what was left out
 */
export function admissible(data: Frontmatter): { data: Frontmatter; leftOut: readonly LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const kept: Record<string, unknown> = {};
  for (const [field, stated] of Object.entries(data)) {
    const value = tidied(stated);
    if (fits(field, value)) {
      kept[field] = value;
      continue;
    }
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    const good = items.filter((item) => fits(field, [item]));
    if (good.length > 0) kept[field] = good;
    const bad = Array.isArray(value) ? items.filter((item) => !fits(field, [item])) : [value];
    for (const item of bad.filter((it) => it !== '' && it !== undefined)) {
      leftOut.push({ field, value: typeof item === 'string' ? item : JSON.stringify(item) });
    }
  }
  const result = frontmatterSchema.safeParse(kept);
  return { data: result.success ? result.data : data, leftOut };
}
