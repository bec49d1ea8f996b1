/** Git in a checkout. */
import { execFile } from 'node:child_process';

export interface GitRun {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Git; it never asks for anything. A command that fails is an answer, not an exception. */
export function tryGit(root: string, args: readonly string[]): Promise<GitRun> {
  const env = { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' };
  return new Promise((resolve) => {
    execFile('git', ['-C', root, ...args], { env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      resolve({ ok: error === null, stdout: stdout.trim(), stderr: stderr.trim() });
    });
  });
}

/**
 * What Git prints.
 *
 * @throws Error with Git's own words if it fails
 */
export async function git(root: string, ...args: string[]): Promise<string> {
  const { ok, stdout, stderr } = await tryGit(root, args);
  if (!ok) throw new Error(`git ${args.join(' ')}: ${stderr || stdout}`);
  return stdout;
}
