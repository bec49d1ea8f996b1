/** Prints the table of docs/site.md; with `--json`, docs/site.schema.json. */
import { settingsSchema, settingsTable } from '../src/site/documentation.ts';

process.stdout.write(process.argv.includes('--json') ? settingsSchema() : `${settingsTable()}\n`);
