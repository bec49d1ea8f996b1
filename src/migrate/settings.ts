/** The settings of an archive of Offprint 0.1, which were code, as the `site.yaml` of today. Pure. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'astro/zod';
import { Document } from 'yaml';
import { siteSchema } from '../site/schema.ts';

const text = z.string().default('');

/** What `src/site.ts` exported. */
const oldSchema = z.object({
  title: text,
  description: text,
  author: z.object({ name: text, url: text }).prefault({}),
  lang: text,
  repository: text,
  branch: text,
  pageSize: z.number().optional(),
});

/** The fields of a map that say something; undefined if none does. */
function said(fields: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined {
  const kept = Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/**
 * The text of a `site.yaml` that says what the old settings said; what is the default today is left out.
 *
 * @param old what `src/site.ts` exported as `site`
 * @param ownRepository the repository that a workflow knows by itself, and that need not be written down
 * @returns or why there is none
 */
export function settingsOf(
  old: unknown,
  ownRepository?: string,
): { readonly yaml: string } | { readonly why: string } {
  const reading = oldSchema.safeParse(old);
  if (!reading.success) return { why: z.prettifyError(reading.error) };
  const { title, description, author, lang, repository, branch, pageSize } = reading.data;
  const url = repository === ownRepository ? '' : repository;
  const settings = said({
    title,
    description,
    keeper: said(author),
    language: lang,
    repository: said({ url, branch: branch === 'main' ? '' : branch }),
    pageSize,
  });
  const checked = siteSchema.safeParse(settings ?? {});
  if (!checked.success) return { why: z.prettifyError(checked.error) };
  const usual: Readonly<Record<string, unknown>> = siteSchema.parse({});
  const document = new Document(
    Object.fromEntries(
      Object.entries(settings ?? {}).filter(
        ([name, value]) => !isDeepStrictEqual(value, usual[name]),
      ),
    ),
  );
  document.commentBefore =
    ' Whose archive this is. docs/site.md explains every field; what is left out has a default.';
  return { yaml: document.toString({ lineWidth: 0 }) };
}
