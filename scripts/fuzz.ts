/** `npm run fuzz`: the property tests on many more cases than `npm test` takes, more interruptions, a longer history. */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { WrongUse, runScript } from './run.ts';

const usage = `npm run fuzz -- [--runs N] [--seed N]

Tests every property with N cases (default 5000; there are more than sixty properties), different ones each time. It
prints the seed, with which you can repeat the same cases. Then it kills \`add\` and builds at many moments, and takes an
archive through a long history, in which it compares each build with one from scratch.`;

/** What is tried, one after the other. */
const rounds = [
  ['--project', 'unit'],
  [
    '--project',
    'site',
    ...['crash', 'publish', 'histories'].map((it) => `tests/build/${it}.test.ts`),
  ],
];

await runScript(usage, async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '5000' },
      seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    },
  });
  if (!/^[1-9]\d*$/.test(values.runs))
    throw new WrongUse(`"${values.runs}" is no number of cases.`);
  if (!/^\d{1,10}$/.test(values.seed)) throw new WrongUse(`"${values.seed}" is no seed.`);
  const again = `npm run fuzz -- --runs ${values.runs} --seed ${values.seed}`;
  process.stdout.write(`Again with the same cases: ${again}\n`);
  const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
  const env = { ...process.env, OFFPRINT_FUZZ: values.runs, OFFPRINT_SEED: values.seed };
  const tryOut = (args: readonly string[]): Promise<number> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [vitest, 'run', ...args], { stdio: 'inherit', env });
      child.on('close', (code) => resolve(code ?? 1));
    });
  let failed = 0;
  for (const args of rounds) failed = (await tryOut(args)) || failed;
  if (failed !== 0) process.stdout.write(`Again with the same cases: ${again}\n`);
  return failed;
});
