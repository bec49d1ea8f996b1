/**
 * Whatever happened to an archive, a build on what earlier ones left gives what a build from nothing gives, to the last
 * byte. Nothing here asks the engine what it keeps, or why.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { begin, live, type Story } from './histories/story.ts';
import { differences } from './histories/tree.ts';

const long = process.env['OFFPRINT_FUZZ'] !== undefined;
const seed = Number(process.env['OFFPRINT_SEED'] ?? 20250311);

/** Rounds, and what happens in each before it builds. */
const [rounds, times] = long ? [80, 2] : [1, 9];

let story: Story;
beforeAll(async () => {
  story = await begin('histories', seed);
});
afterAll(() => story.life.end());

it(
  `a build on what earlier ones left is that from nothing, ${rounds} times`,
  { timeout: 3_600_000 },
  async () => {
    for (let round = 0; round < rounds; round++) await live(story, times);
    expect(story.happened.length).toBeGreaterThan(rounds * times);
  },
);

it('so is one that is told to begin anew', async () => {
  const before = story.life.site();
  const { code, stdout, stderr } = await story.life.build('--clean');
  expect(stdout + stderr).toContain('The archive was built');
  expect(code).toBeLessThan(2);
  expect(differences(['before', before], ['clean', story.life.site()])).toEqual([]);
});
