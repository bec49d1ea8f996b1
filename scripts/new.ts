/** `npm run new`: begins an archive in a folder of its own. */
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Refusal } from '../src/diagnostics/refusal.ts';
import { visible } from '../src/diagnostics/visible.ts';
import { engineOf, newArchive } from '../src/workflow/new-archive.ts';
import { unknownEngine } from '../src/workflow/starter.ts';
import { WrongUse, runScript } from './run.ts';

const usage = `npm run new -- FOLDER [--engine OWNER/REPO] [--version VERSION]

Starts an archive: settings, sources to collect from, a README for its owner, and the workflow that collects, builds and
publishes it on GitHub. Run again, it adds whatever is missing and changes nothing.

  --engine OWNER/REPO  Offprint's repository on GitHub (default: where you cloned this one from)
  --version VERSION    a tag or commit of it (default: this one's)

Exit code: 0 done, 1 the folder has something else in it, 2 wrong use.`;

await runScript(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      engine: { type: 'string' },
      version: { type: 'string' },
    },
  });
  const [named, ...more] = positionals;
  if (!named || more.length > 0) throw new WrongUse('Say one folder.');
  if (values.engine !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(values.engine))
    throw new WrongUse(`"${values.engine}" is not a repository: OWNER/REPO.`);
  if (values.version !== undefined && !/^[\w./-]+$/.test(values.version))
    throw new WrongUse(`"${values.version}" is not a tag, branch or commit.`);
  const own = await engineOf(fileURLToPath(new URL('..', import.meta.url)));
  const engine = {
    repository: values.engine ?? own.repository,
    version: values.version ?? own.version,
  };
  const folder = resolve(named);
  const { written, kept, problems } = await newArchive(folder, engine);
  if (problems.length > 0) throw new Refusal(problems);
  const [near, far] = [relative('', resolve(folder, 'content')), resolve(folder, 'content')];
  const archive = visible(near.length < far.length ? near : far);
  const lines = [
    ...written.map((path) => `wrote ${visible(path)}`),
    ...kept.map((path) => `${visible(path)} is there already, and stays as it is`),
    ...(engine.repository === unknownEngine.repository || engine.version === unknownEngine.version
      ? ['Say in .github/workflows/archive.yml where Offprint is: OWNER/REPO and VERSION.']
      : []),
    `Next: name what you follow in sources.yaml, then: npm run collect -- --archive ${archive}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
});
