/** What `npm run remove -- --paper` says. Pure. */
import { visibleIn } from '../diagnostics/visible.ts';
import type { PaperRemoval } from './remove-paper.ts';

/** What was done, file by file, and how to take it back. */
export function removalText(removal: PaperRemoval): string {
  const { ok, dryRun, id, withdrawn, files, tombstone, captures } = visibleIn(removal);
  const still = withdrawn
    ? 'still holds it, as data; no page shows these lines'
    : 'still holds it, and its page shows these lines';
  return [
    ...files.map((file) => `  goes    ${file}`),
    `  stays   ${tombstone}: what readers find at papers/${id}/${withdrawn ? ', without its title' : ''}`,
    ...captures.map((place) => `  ${place} ${still}`),
    ...(ok
      ? []
      : ['  A file was saved while it was being removed, and stays: run the command once more.']),
    dryRun
      ? 'Dry run: nothing was changed.'
      : `It is out of every page with the next build. To take this back: npm run remove -- --restore ${id}`,
  ].join('\n');
}

/** What was taken back. */
export const restoredText = ({
  id,
  files,
}: {
  readonly id: string;
  readonly files: boolean;
}): string =>
  files
    ? `${id} is there again, with its files as they were.`
    : `${id} is no longer removed: the next build makes its entry again from its digests.`;
