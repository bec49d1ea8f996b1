import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LiveSearch } from '../../../src/search/browser/live-search.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Searches whose answers take as long as told; everything that happens is written down. */
function watched(takes: (wanted: string) => number) {
  const log: string[] = [];
  const live = new LiveSearch<string, string>({
    search: async (wanted, signal) => {
      log.push(`search ${wanted}`);
      signal.addEventListener('abort', () => log.push(`give up ${wanted}`));
      await new Promise((resolve) => setTimeout(resolve, takes(wanted)));
      if (takes(wanted) === 500) throw new Error(wanted);
      return wanted;
    },
    leadsTo: (earlier, wanted) => wanted.startsWith(earlier),
    found: (wanted, _found, last) => log.push(`found ${wanted}${last ? '' : ' for now'}`),
    failed: (error) => log.push(`failed ${String(error)}`),
  });
  return { log, live };
}

async function type(live: LiveSearch<string, string>, texts: readonly string[], every: number) {
  for (const text of texts) {
    live.type(text);
    await vi.advanceTimersByTimeAsync(every);
  }
}

it('searches for every letter where answers come at once', async () => {
  const { log, live } = watched(() => 20);
  await type(live, ['te', 'tea'], 110);
  expect(log).toEqual(['search te', 'found te', 'search tea', 'found tea']);
});

it('shows what is found while typing goes on, and keeps up with it', async () => {
  const { log, live } = watched(() => 300);
  await type(live, ['g', 'gr', 'gre', 'gree', 'green'], 110);
  await vi.runAllTimersAsync();
  expect(log).toEqual([
    'search g',
    'search gr',
    'found g for now',
    'search gree',
    'found gr for now',
    'search green',
    'found gree for now',
    'found green',
  ]);
});

it('lets the oldest and the newest search run, and gives up what was typed between', async () => {
  const { log, live } = watched(() => 1000);
  await type(live, ['g', 'gr', 'gre', 'gree', 'green'], 110);
  await vi.runAllTimersAsync();
  expect(log).toEqual([
    'search g',
    'search gr',
    'give up gr',
    'search gree',
    'give up gree',
    'search green',
    'found g for now',
    'found green',
  ]);
});

it('gives up the older search when the newer one is answered first', async () => {
  const { log, live } = watched((wanted) => (wanted === 'tea' ? 900 : 20));
  await type(live, ['tea', 'teapot'], 250);
  await vi.runAllTimersAsync();
  expect(log).toEqual(['search tea', 'search teapot', 'give up tea', 'found teapot']);
});

it('gives up what does not lead to what stands there now', async () => {
  const { log, live } = watched(() => 300);
  await type(live, ['teapot', 'tea'], 110);
  await vi.runAllTimersAsync();
  expect(log).toEqual(['search teapot', 'give up teapot', 'search tea', 'found tea']);
});

it('says that the newest search failed, and that of no other', async () => {
  const { log, live } = watched((wanted) => (wanted === 'te' ? 500 : 450));
  await type(live, ['te', 'tea'], 110);
  await vi.runAllTimersAsync();
  expect(log).toEqual(['search te', 'search tea', 'found tea']);
  live.type('te');
  await vi.runAllTimersAsync();
  expect(log.slice(3)).toEqual(['search te', 'failed Error: te']);
});

it('searches at once where asked to, once for the same, and says when it has ended', async () => {
  const { log, live } = watched(() => 300);
  live.type('tea');
  const ended = live.ask('tea').then(() => log.push('ended'));
  await vi.runAllTimersAsync();
  await ended;
  expect(log).toEqual(['search tea', 'found tea', 'ended']);
  live.type('teapot', 250);
  live.stop();
  await vi.runAllTimersAsync();
  expect(log).toHaveLength(3);
});
