/** `npm run bench`: what a build costs; `-- search`: how well the search answers; `-- related`: how
 * well the related papers fit; `-- hostile`: whether any text takes longer than its length;
 * `-- workflow`: what publishing takes; `-- contribution`: how often lists say what a paper does. */
import { buildBench, buildUsage } from './bench/build.ts';
import { contributionBench, contributionUsage } from './bench/contribution.ts';
import { hostileBench, hostileUsage } from './bench/hostile.ts';
import { relatedBench, relatedUsage } from './bench/related.ts';
import { searchBench, searchUsage } from './bench/search.ts';
import { workflowBench, workflowUsage } from './bench/workflow.ts';
import { runScript } from './run.ts';

const first = process.argv[2];
/** Without `--archive`, which is taken out before. */
const rest = (): string[] => process.argv.slice(3);
if (first === 'search') await runScript(searchUsage, () => searchBench(rest()));
else if (first === 'hostile') await runScript(hostileUsage, () => hostileBench(rest()));
else if (first === 'related') await runScript(relatedUsage, () => relatedBench(rest()));
else if (first === 'contribution')
  await runScript(contributionUsage, () => contributionBench(rest()));
else if (first === 'workflow') await runScript(workflowUsage, () => workflowBench(rest()));
else if (first === 'build') await runScript(buildUsage, () => buildBench(rest()));
else await runScript(buildUsage, () => buildBench(process.argv.slice(2)));
