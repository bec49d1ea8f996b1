/** Commits the entries that new digests produced, though others push to the branch at the same time. */
import { git, tryGit } from './git.ts';
import { stage } from './stage.ts';

export interface CommitOptions {
  /** The project's folder. Nobody works in the checkout that holds its archive: what is not committed there is thrown away. */
  readonly root: string;
  /** Writes the entries that the digests in `content` ask for, or what else is to be there, where they are missing. */
  readonly derive: (root: string) => Promise<unknown>;
  readonly message?: string;
  /** How many times to push before giving up. */
  readonly tries?: number;
}

export type CommitOutcome =
  /** Every digest has its entries. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'pushed'; readonly files: number; readonly tries: number }
  /** Others pushed each time. Nothing is lost: the next run derives the entries again. */
  | { readonly kind: 'raced'; readonly tries: number }
  /** The branch does not take pushes from here; `why` is Git's own words. */
  | { readonly kind: 'refused'; readonly why: string };

const author = [
  '-c',
  'user.name=github-actions[bot]',
  '-c',
  'user.email=41898282+github-actions[bot]@users.noreply.github.com',
];

/**
 * Derives, commits and pushes. If somebody has pushed in between, the entries are derived again from what is there
 * then: two runs write the same accounts and may name the same paper, which no merge of lines can settle.
 *
 * @throws Error if Git fails at anything but the push
 */
export async function commitEntries({
  root,
  derive,
  message = 'Add entries for new digests',
  tries = 3,
}: CommitOptions): Promise<CommitOutcome> {
  for (let at = 1; at <= tries; at += 1) {
    await derive(root);
    const { top, files } = await stage(root);
    if (files.length === 0) return { kind: 'nothing' };
    const branch = await git(top, 'symbolic-ref', '--short', 'HEAD');
    const base = await git(top, 'rev-parse', 'HEAD');
    await git(top, ...author, 'commit', '--quiet', '--message', message);
    const push = await tryGit(top, ['push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`]);
    if (push.ok) return { kind: 'pushed', files: files.length, tries: at };
    await git(top, 'fetch', '--quiet', '--depth=1', 'origin', branch);
    const head = await git(top, 'rev-parse', 'FETCH_HEAD');
    if (head === base) return { kind: 'refused', why: push.stderr };
    await git(top, 'reset', '--quiet', '--hard', head);
  }
  return { kind: 'raced', tries };
}
