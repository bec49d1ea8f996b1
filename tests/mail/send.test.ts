/** Sending: every message once, whatever the server does and wherever the run is killed. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  eventLine,
  openingLine,
  readLedger,
  type Event,
  type Standing,
} from '../../src/mail/ledger.ts';
import { sendLetters, type Delivery, type Letter, type SendReport } from '../../src/mail/send.ts';
import { runs } from '../runs.ts';

const letter = (line: number): Letter => ({
  line,
  key: `key ${line}`,
  envelope: { from: 'tea@tea.example', to: `${line}@x.example` },
  message: () => Promise.resolve(Buffer.from(`${line}`)),
});
const letters = (count: number): Letter[] =>
  Array.from({ length: count }, (_, at) => letter(at + 1));

/** What a server does with a message: answers, or leaves at some point. */
type Act = Delivery['kind'] | 'later after data' | 'down after data' | 'refused after data';

interface Told {
  readonly report: SendReport;
  readonly events: readonly string[];
  /** Times of the tries, in milliseconds. */
  readonly times: readonly number[];
}

/** Sends to a made-up server, in a made-up time. @param act what it does with each try */
async function send(
  all: readonly Letter[],
  act: (line: number, attempt: number) => Act,
  more: { standing?: ReadonlyMap<string, Standing>; again?: boolean; stopAfter?: number } = {},
): Promise<Told> {
  const events: string[] = [];
  const times: number[] = [];
  const tries = new Map<string, number>();
  const stop = new AbortController();
  let time = 0;
  const report = await sendLetters(all, {
    postman: {
      deliver: (_, message, onData) => {
        const name = message.toString();
        const attempt = (tries.get(name) ?? 0) + 1;
        tries.set(name, attempt);
        times.push(time);
        if (times.length === more.stopAfter) stop.abort();
        const what = act(Number(name), attempt);
        if (what.endsWith('after data') || what === 'sent' || what === 'doubt') onData();
        const kind = what.split(' ')[0];
        if (kind === 'sent') return Promise.resolve({ kind });
        if (kind === 'refused' || kind === 'later' || kind === 'down' || kind === 'doubt')
          return Promise.resolve({ kind, why: what });
        return Promise.resolve({ kind: 'stop', why: what });
      },
      close: () => undefined,
    },
    standing: more.standing ?? new Map(),
    record: (key, event) => void events.push(`${key}: ${event}`),
    again: more.again ?? false,
    interval: 1000,
    backOff: 10_000,
    attempts: 4,
    signal: stop.signal,
    wait: (milliseconds) => {
      time += milliseconds;
      return Promise.resolve();
    },
    now: () => time,
  });
  return { report, events, times };
}

describe('sendLetters', () => {
  it('sends at its pace', async () => {
    const { report, events, times } = await send(letters(3), () => 'sent');
    expect(report).toMatchObject({ sent: [1, 2, 3], left: [], interrupted: false });
    expect(times).toEqual([0, 1000, 2000]);
    expect(events.slice(0, 2)).toEqual(['key 1: sending', 'key 1: sent']);
  });

  it('goes on where one is refused', async () => {
    const { report, events } = await send(letters(3), (line) => (line === 2 ? 'refused' : 'sent'));
    expect(report).toMatchObject({ sent: [1, 3], refused: [{ line: 2, why: 'refused' }] });
    expect(events).toContain('key 2: refused');
  });

  it('tries again, later each time, and does the others in between', async () => {
    const { report, times, events } = await send(letters(3), (line, attempt) =>
      line === 1 && attempt < 4 ? 'later after data' : 'sent',
    );
    expect(report).toMatchObject({ sent: [2, 3, 1], later: [] });
    expect(times).toEqual([0, 1000, 2000, 10_000, 50_000, 210_000]);
    expect(events.filter((event) => event === 'key 1: unsent')).toHaveLength(3);
  });

  it('puts off what does not go, and stops where the server is not reached', async () => {
    const put = await send(letters(2), (line) => (line === 1 ? 'later' : 'sent'));
    expect(put.report).toMatchObject({ sent: [2], later: [{ line: 1, why: 'later' }] });
    expect(put.events).not.toContain('key 1: unsent');
    const down = await send(letters(3), () => 'down');
    expect(down.report).toMatchObject({ left: [1, 2, 3], stopped: 'down' });
    expect(down.times).toEqual([0, 10_000, 50_000, 210_000]);
    const stop = await send(letters(3), (line) => (line === 2 ? 'stop' : 'sent'));
    expect(stop.report).toMatchObject({ sent: [1], left: [2, 3], stopped: 'stop' });
  });

  it('ends after the message that is under way', async () => {
    const { report } = await send(letters(3), () => 'sent', { stopAfter: 2 });
    expect(report).toMatchObject({ sent: [1, 2], left: [3], interrupted: true });
  });

  it('leaves those who have it, and those in doubt but by choice', async () => {
    const standing = new Map<string, Standing>([
      ['key 1', 'sent'],
      ['key 2', 'doubt'],
      ['key 3', 'refused'],
    ]);
    const { report, events } = await send(letters(4), () => 'sent', { standing });
    expect(report).toMatchObject({ before: [1], sent: [4] });
    expect([...report.doubt, ...report.refused].map(({ line }) => line)).toEqual([2, 3]);
    expect(events.every((event) => event.startsWith('key 4'))).toBe(true);
    const again = await send(letters(4), () => 'sent', { standing, again: true });
    expect(again.report).toMatchObject({ before: [1], sent: [2, 3, 4], doubt: [], refused: [] });
    // What may have arrived before is in doubt until it is sent for sure.
    const failed = await send(letters(2), () => 'down after data', { standing, again: true });
    expect(failed.events).not.toContain('key 2: unsent');
  });
});

/** A run is killed: nothing of the process goes on. */
class Killed extends Error {}

/** A server and a disk that outlive the runs that are killed. */
class World {
  readonly copies = new Map<string, number>();
  /** What is on the disk. A kill may leave a part of a line. */
  text = openingLine('mark');
  kills = 0;

  /** One run, killed after some steps; each write and each answer is one. */
  async run(count: number, acts: readonly Act[], steps: number, cut: number, again: boolean) {
    const { standing, length } = readLedger('ledger', this.text);
    this.text = this.text.slice(0, length);
    let left = steps;
    let tried = 0;
    const step = (onKill: () => void = () => undefined): void => {
      left -= 1;
      if (left > 0) return;
      onKill();
      this.kills += 1;
      throw new Killed();
    };
    const record = (key: string, event: Event): void => {
      const line = eventLine(key, event, '2026-01-01T00:00:00Z');
      step(() => (this.text += line.slice(0, cut % (line.length + 1))));
      this.text += line;
    };
    const take = (to: string): void => void this.copies.set(to, (this.copies.get(to) ?? 0) + 1);
    try {
      return await sendLetters(letters(count), {
        postman: {
          deliver: async (envelope, _, onData) => {
            await Promise.resolve();
            const act = acts[tried % acts.length] ?? 'sent';
            tried += 1;
            step();
            const [kind = '', after] = act.split(' ');
            if (after || kind === 'sent' || kind === 'doubt') onData();
            if (kind === 'sent') take(envelope.to);
            if (kind === 'doubt' && tried % 2 === 0) take(envelope.to);
            step();
            if (kind === 'sent') return { kind };
            if (kind === 'refused' || kind === 'later' || kind === 'down' || kind === 'doubt')
              return { kind, why: '' };
            return { kind: 'stop', why: '' };
          },
          close: () => undefined,
        },
        standing,
        record,
        again,
        interval: 0,
        backOff: 0,
        attempts: 3,
        signal: new AbortController().signal,
        wait: () => Promise.resolve(),
        now: () => 0,
      });
    } catch (error) {
      if (error instanceof Killed) return undefined;
      throw error;
    }
  }
}

const act = fc.constantFrom<Act>(
  'sent',
  'sent',
  'sent',
  'later',
  'later after data',
  'down',
  'down after data',
  'doubt',
  'stop',
);

describe('a run that is killed anywhere, again and again', () => {
  const kill = fc.record({ steps: fc.integer({ min: 1, max: 40 }), cut: fc.nat(200) });

  it('sends nothing twice, loses nothing, and leaves one message in doubt at most', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.array(act, { minLength: 1, maxLength: 9 }),
        fc.array(kill, { maxLength: 12 }),
        async (count, acts, kills) => {
          const world = new World();
          for (const { steps, cut } of kills) await world.run(count, acts, steps, cut, false);
          const last = await world.run(count, ['sent'], Infinity, 0, false);
          expect(last).toBeDefined();
          const doubtful = new Set(last?.doubt.map(({ line }) => `${line}@x.example`));
          const most = acts.includes('doubt') ? count : world.kills;
          expect(doubtful.size).toBeLessThanOrEqual(most);
          for (const { envelope } of letters(count)) {
            const copies = world.copies.get(envelope.to) ?? 0;
            expect(copies).toBeLessThanOrEqual(1);
            expect(copies).toBeGreaterThanOrEqual(doubtful.has(envelope.to) ? 0 : 1);
          }
          const all = await world.run(count, ['sent'], Infinity, 0, true);
          expect(all).toMatchObject({ doubt: [], later: [], left: [] });
          for (const { envelope } of letters(count))
            expect(world.copies.get(envelope.to)).toBeGreaterThanOrEqual(1);
        },
      ),
      runs(300),
    );
  });
});
