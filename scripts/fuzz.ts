/** `npm run fuzz`: the property tests, on many more cases than `npm test` takes. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { WrongUse, runScript } from './run.ts';

const usage = `npm run fuzz -- [--runs N]

Tries every property on N cases (default 5000; there are more than sixty properties).`;

await runScript(usage, async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '5000' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  if (!/^[1-9]\d*$/.test(values.runs))
    throw new WrongUse(`"${values.runs}" is no number of cases.`);
  const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
  const child = spawn(process.execPath, [vitest, 'run', '--project', 'unit'], {
    stdio: 'inherit',
    env: { ...process.env, OFFPRINT_FUZZ: values.runs },
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
});
