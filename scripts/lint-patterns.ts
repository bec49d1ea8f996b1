/** Part of `npm run lint`: every regular expression of `src` is linear, or excused with the reason. */
import { readFile } from 'node:fs/promises';
import { findings } from './lint/linear.ts';
import { sourcePatterns } from './lint/source-patterns.ts';
import { runScript, rootOption } from './run.ts';

interface Excuse {
  readonly file: string;
  /** How `/…/flags` begins, or `new RegExp` for one that is made while the program runs. */
  readonly pattern: string;
  readonly why: string;
}

const isExcuse = (value: unknown): value is Excuse =>
  typeof value === 'object' &&
  value !== null &&
  ['file', 'pattern', 'why'].every((key) => typeof Reflect.get(value, key) === 'string');

const usage = `npm run lint

Looks for regular expressions of src whose time is not linear in their input; scripts/lint/excused.json holds
those that may stay, with the reason.`;

await runScript(usage, async () => {
  const root = rootOption.default;
  const file = new URL('lint/excused.json', import.meta.url);
  const read: unknown = JSON.parse(await readFile(file, 'utf8'));
  const excuses = Array.isArray(read) ? read.filter(isExcuse) : [];
  const used = new Set<Excuse>();
  const excused = (at: string, pattern: string): boolean => {
    const excuse = excuses.find((it) => it.file === at && pattern.startsWith(it.pattern));
    if (excuse) used.add(excuse);
    return excuse !== undefined;
  };
  const { patterns, runtime } = await sourcePatterns(root, 'src');
  const problems: string[] = [];
  for (const { file, line, source, flags } of patterns) {
    const found = findings(source, flags);
    const pattern = `/${source}/${flags}`;
    if (found.length > 0 && !excused(file, pattern))
      problems.push(`${file}:${line} ${pattern}\n    ${found.join('; ')}`);
  }
  for (const { file, line } of runtime)
    if (!excused(file, 'new RegExp'))
      problems.push(`${file}:${line} makes an expression while it runs, which cannot be looked at`);
  for (const excuse of excuses)
    if (!used.has(excuse))
      problems.push(`${excuse.file}: nothing needs this excuse any more: ${excuse.pattern}`);
  process.stdout.write(
    [...problems, `${patterns.length} regular expressions, ${problems.length} problems`, ''].join(
      '\n',
    ),
  );
  return problems.length === 0 ? 0 : 1;
});
