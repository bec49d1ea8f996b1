/** What `npm start` and `npm run build` print, and how they end. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProject, plainEnvironment, type Project, type Run } from '../project.ts';

let project: Project;
beforeAll(async () => {
  project = await makeProject('start', {
    'archive/digests/2025-01-02-list.jsonl': '{"title": "Kettles and their Lids"}\n',
    'archive/papers/broken.md': '---\ntitle: [\n---\nNothing.\n',
  });
});
afterAll(() => project.remove());

/** Runs a script until it ends; Ctrl+C as soon as it has printed something that matches. */
function runUntil(script: string, args: readonly string[], stopAt?: RegExp): Promise<Run> {
  return new Promise((resolve) => {
    const path = join(project.root, 'scripts', script);
    const child = spawn(process.execPath, [path, ...args], {
      cwd: project.root,
      env: plainEnvironment(),
    });
    let stdout = '';
    let stderr = '';
    let isStopped = false;
    const stop = (): void => {
      if (isStopped || !stopAt?.test(stdout)) return;
      isStopped = true;
      child.kill('SIGINT');
    };
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      stop();
    });
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

describe('npm start', () => {
  it('prints milestones, every problem, and the address last; Ctrl+C ends it with one line', async () => {
    const { code, stdout, stderr } = await runUntil('start.ts', [], /http:\S+\n/);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.at(-1)).toMatch(/^Ctrl\+C stops it\. The archive: http:\/\/localhost:\d+\/$/);
    expect(stdout).toMatch(/^\d+ pages made in [\d.]+ s$/m);
    expect(stdout).toMatch(/^1 paper indexed in [\d.]+ s$/m);
    expect(stdout).toContain('wrote archive/papers: 1 new');
    expect(lines.length).toBeLessThan(12);
    expect(stderr).toContain('archive/papers/broken.md');
    expect(stderr.trimEnd().split('\n').at(-1)).toBe('Stopped.');
    expect(code).toBe(1);
  });
});

describe('npm run build', () => {
  it('prints a line per page with --verbose, and keeps the exit code', async () => {
    const { code, stdout } = await runUntil('build.ts', ['--verbose', '--clean']);
    expect(stdout).toContain('/papers/kettles-and-their-lids/index.html');
    expect(code).toBe(1);
  });

  it('stops at once, with one line', async () => {
    const { code, stdout, stderr } = await runUntil('build.ts', ['--verbose'], /Collecting/);
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(
      'Stopped. Run the command again to build the archive.',
    );
    expect(stdout).not.toContain('was built in');
    expect(code).toBe(130);
  });

  it('tells how it is used when it is called wrongly', async () => {
    const { code, stderr } = await runUntil('build.ts', ['--verbos']);
    expect(stderr).toContain('npm run build');
    expect(code).toBe(2);
  });
});
