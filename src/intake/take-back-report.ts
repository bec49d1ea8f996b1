/** What `npm run remove` says. Pure. */
import { captureFile, entryFile } from '../archive-folder.ts';
import { toTerminal } from '../diagnostics/reporters/terminal.ts';
import { visibleIn } from '../diagnostics/visible.ts';
import { counted } from '../text/counted.ts';
import type { TakeBackReport } from './take-back.ts';

const entriesOf = (count: number): string => counted(count, 'entry', 'entries');

/** The report for people; every entry that stays is named. */
export function takeBackText(report: TakeBackReport, colour: boolean): string {
  const { captures, deleted, rewritten, left, problems, dryRun } = visibleIn(report);
  const files = captures.map(({ fileName, digests }) =>
    fileName === undefined
      ? `${digests.join(', ')}: no capture is there any more`
      : `${captureFile(fileName)}${digests.length > 1 ? `: ${digests.join(', ')}` : ''}`,
  );
  return [
    ...files,
    ...deleted.map((id) => `  goes    ${entryFile(id)}`),
    ...rewritten.map(
      (id) => `  stays   ${entryFile(id)}, as the other digests that list it give it`,
    ),
    ...left.flatMap(({ id, why, digests }) => [
      `  stays   ${entryFile(id)}, byte for byte: ${why}`,
      `          → To let it go too, delete it; to keep it, take ${digests.map((digest) => `"${digest}"`).join(', ')} out of its \`digests:\`.`,
    ]),
    ...problems.map((problem) => toTerminal(problem, colour)),
    `${dryRun ? 'Dry run: nothing was changed. It would be: ' : ''}${counted(captures.length, 'capture')} and ${entriesOf(deleted.length)} deleted, ${entriesOf(rewritten.length)} rewritten, ${entriesOf(left.length)} left as they are.`,
  ].join('\n');
}
