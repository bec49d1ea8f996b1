/** One round of a life: something happens, and what is built on all that was before is held against a clean build. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pick, random, shuffled } from '../../../scripts/bench/random.ts';
import { repository } from '../../project.ts';
import { archiveChanges, engineChanges, type Change } from './changes.ts';
import { digest } from './content.ts';
import { buildHarms, cacheHarms, siteHarms } from './harm.ts';
import { Life } from './life.ts';

/** What may happen, and how often of eleven times. */
const kinds: readonly (readonly [Readonly<Record<string, Change>>, number])[] = [
  [archiveChanges, 4],
  [engineChanges, 1],
  [buildHarms, 2],
  [cacheHarms, 2],
  [siteHarms, 2],
];

/** What has happened: told when something is wrong. */
export interface Story {
  readonly life: Life;
  readonly happened: string[];
  /** What is yet to happen for the first time, in a random order. */
  readonly ahead: (readonly [string, Change])[];
}

/** @param name unique among the tests */
export async function begin(name: string, seed: number): Promise<Story> {
  const next = random(seed);
  const life = await Life.begin(name, seed, {
    'archive/digests/2025-03-11-first.jsonl': digest(next) + digest(next),
    'archive/digests/2025-03-18-second.jsonl': digest(next) + digest(next),
    'archive/site.yaml': 'title: A Life\npageSize: 5\n',
  });
  const all = kinds.flatMap(([changes]) => Object.entries(changes));
  const story = { life, happened: [], ahead: shuffled(next, all) };
  await check(story);
  return story;
}

/** What happens next: what has never happened yet, or anything, the likelier kinds more often. */
function nextOf({ life, ahead }: Story): readonly [string, Change] | undefined {
  const first = ahead.pop();
  if (first !== undefined) return first;
  const often = kinds.flatMap(([changes, times]) => Array.from({ length: times }, () => changes));
  return pick(life.next, Object.entries(pick(life.next, often) ?? {}));
}

async function happen(story: Story): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    const [name, change] = nextOf(story) ?? [];
    const what = await change?.(story.life);
    if (what === undefined) continue;
    story.happened.push(`${name}: ${what}`);
    return;
  }
}

/** Mends the engine where what happened to it left nothing that builds. */
function mendEngine({ life, happened }: Story): void {
  rmSync(life.path('src'), { recursive: true });
  cpSync(join(repository, 'src'), life.path('src'), { recursive: true });
  happened.push('engine mended');
}

async function check(story: Story): Promise<void> {
  let wrong = await story.life.compare();
  if (wrong === 'nothing') {
    mendEngine(story);
    wrong = await story.life.compare();
  }
  if (wrong.length === 0) return;
  throw new Error([...wrong.slice(0, 30), 'after:', ...story.happened].join('\n'));
}

/**
 * Lets things happen, and compares.
 *
 * @param times how many things happen before the builds
 * @throws if the two builds are not the same, with all that has happened
 */
export async function live(story: Story, times: number): Promise<void> {
  for (let n = 0; n < times; n++) await happen(story);
  story.happened.push('built');
  await check(story);
}
