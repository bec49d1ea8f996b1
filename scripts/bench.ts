/** `npm run bench`: what a build costs; `npm run bench -- search`: how well the search answers. */
import { buildBench, buildUsage } from './bench/build.ts';
import { searchBench, searchUsage } from './bench/search.ts';
import { runScript } from './run.ts';

const [first, ...rest] = process.argv.slice(2);
if (first === 'search') await runScript(searchUsage, () => searchBench(rest));
else await runScript(buildUsage, () => buildBench(process.argv.slice(2)));
