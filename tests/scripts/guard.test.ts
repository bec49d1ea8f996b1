import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { repository } from '../project.ts';

const source = await readFile(join(repository, 'scripts', 'guard.cjs'), 'utf8');

/** What the guard prints on a Node.js of a version, and the exit code it leaves. */
function guard(version: string): { lines: string[]; code: number } {
  const lines: string[] = [];
  const process = { versions: { node: version }, platform: 'darwin', arch: 'arm64', exitCode: 0 };
  runInNewContext(source, { process, console: { error: (line: string) => lines.push(line) } });
  return { lines, code: process.exitCode };
}

describe('the guard before npm scripts', () => {
  it.each(['0.12.18', '16.20.2', '20.20.2', '21.7.3', '22.12.0', '22.17.1', '23.5.0'])(
    'says in one line that Node.js %s is too old',
    (version) => {
      const { lines, code } = guard(version);
      expect(code).toBe(1);
      expect(lines).toEqual([expect.stringContaining(`this is ${version}, `)]);
      expect(lines[0]).not.toContain('\n');
    },
  );

  it.each(['22.18.0', '22.23.5', '23.6.0', '24.0.0', '24.21.0', '25.1.0', '26.3.0'])(
    'lets Node.js %s pass',
    (version) => expect(guard(version)).toEqual({ lines: [], code: 0 }),
  );

  it('is read by any Node.js: no syntax younger than 2009', () => {
    expect(source).not.toMatch(/=>|\b(?:const|let|class|import)\b|`|\?\.|\?\?|\.\.\./);
  });

  it('stands before every script that needs a newer Node.js', async () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(
      await readFile(join(repository, 'package.json'), 'utf8'),
    );
    const unguarded = Object.entries(scripts).filter(
      ([, command]) => !/^(?:node scripts\/guard\.cjs && |oxlint |prettier )/.test(command),
    );
    expect(unguarded).toEqual([]);
  });
});
