import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  cpuOf,
  memoryOf,
  parseState,
  processTree,
  treeOf,
} from '../../../scripts/bench/build/process-tree.ts';

describe('a line of /proc/PID/stat', () => {
  const rest = 'S 7 1 1 0 -1 4194304 100 200 0 0 250 50 1000 25 20 0 8 0 12345 1000000 500 1';

  it.each(['node', 'a (b) c', ') 1 2 3 (', 'two\nlines'])('of a process named %j', (name) => {
    expect(parseState(`4711 (${name}) ${rest}`)).toEqual({
      pid: 4711,
      parent: 7,
      own: 3,
      waited: 10.25,
    });
  });
});

it('takes a process, its children and theirs', () => {
  const state = (pid: number, parent: number) => ({ pid, parent, own: 1, waited: 0.5 });
  const all = [state(9, 3), state(1, 0), state(3, 2), state(2, 1), state(4, 1), state(5, 2)];
  const tree = treeOf(all, 2);
  expect(tree.map(({ pid }) => pid).toSorted()).toEqual([2, 3, 5, 9]);
  expect(cpuOf(tree)).toBe(6);
  expect(treeOf(all, 77)).toEqual([]);
});

describe.runIf(existsSync('/proc/self/stat'))('on Linux', () => {
  it('sees a process of a process, and its memory', async () => {
    const code = `const { spawn } = require('node:child_process');
      spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000); console.log(1)'], { stdio: 'inherit' });`;
    const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      await new Promise((resolve) => child.stdout.once('data', resolve));
      const tree = processTree(child.pid ?? 0);
      expect(tree).toHaveLength(2);
      expect(cpuOf(tree)).toBeGreaterThan(0);
      const [, below] = tree;
      const listed = execFileSync('ps', ['-o', 'rss=', '-p', tree.map(({ pid }) => pid).join()]);
      const kilobytes = listed.toString().trim().split(/\s+/).map(Number);
      const sum = kilobytes.reduce((total, one) => total + one, 0);
      expect(memoryOf(tree) / (sum / 1000)).toBeCloseTo(1, 0);
      if (below) process.kill(below.pid);
    } finally {
      child.kill();
    }
  });
});
