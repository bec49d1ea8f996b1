/** What `site.yaml` may hold, for editors and for docs/site.md: made of the schema itself. */
import { z } from 'astro/zod';
import { markdownTable } from '../text/markdown-table.ts';
import { siteSchema } from './schema.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const whole = (): JsonSchema => z.toJSONSchema(siteSchema, { io: 'input', target: 'draft-7' });

/** The JSON schema of the file, as docs/site.schema.json has it: editors complete and check by it. */
export const settingsSchema = (): string => `${JSON.stringify(whole(), undefined, 2)}\n`;

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A row for each field, those of a map or of a list of maps below it. */
function rowsOf(schema: JsonSchema, above: string): string[][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    if (!isSchema(field)) return [];
    const path = above + name;
    const said = JSON.stringify(field.default);
    const usual = said === undefined || /^(?:\{\}|\[\])$/.test(said) ? '' : `\`${said}\``;
    const below = isSchema(field.items) ? rowsOf(field.items, `${path}[].`) : [];
    const row = [`\`${path}\``, field.description ?? '', below.length > 0 ? '' : usual];
    return [row, ...rowsOf(field, `${path}.`), ...below];
  });
}

/**
 * The table of docs/site.md.
 *
 * @see scripts/settings-table.ts, which prints it
 */
export const settingsTable = (): string =>
  markdownTable(['field', 'what it is', 'when left out'], rowsOf(whole(), ''));
