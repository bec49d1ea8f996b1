import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { HotPayload } from 'vite';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { setLoaded, setProblems } from '../../src/loaders/loaded.ts';
import { followContent } from '../../src/loaders/follow-content.ts';

const problem: Diagnostic = {
  severity: 'error',
  code: 'entry/unreadable',
  where: { file: 'archive/papers/tea.md', line: 2 },
  what: 'It is not YAML.',
  todo: 'Mend it.',
};

let sent: string[];
const receiver = (name: string) => ({
  send: ({ type }: HotPayload) => void sent.push(`${name}: ${type}`),
});
// Tests of one worker share a process, and what other loaders found wrong in it.
globalThis.offprintLoaded = undefined;
const ws = Object.assign(new EventEmitter(), receiver('all'), { clients: [receiver('one')] });
followContent({ httpServer: null, ws }, '/nowhere');

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
});
afterEach(() => vi.useRealTimers());

it('tells browsers once of all that a change has brought', () => {
  setLoaded('pages', [], 'changed');
  setLoaded('notes', [], 'changed');
  setProblems('papers', [problem]);
  vi.runAllTimers();
  expect(sent).toEqual(['all: full-reload']);
  ws.emit('vite:client:connect', {}, receiver('new'));
  expect(sent.at(-1)).toBe('new: error');
});

it('shows another problem to each browser by itself, and the end of all by a reload', () => {
  setProblems('papers', [problem, { ...problem, what: 'It is not Markdown.' }]);
  vi.runAllTimers();
  expect(sent).toEqual(['one: error']);
  setProblems('papers', []);
  vi.runAllTimers();
  expect(sent).toEqual(['one: error', 'all: full-reload']);
  ws.emit('vite:client:connect', {}, receiver('new'));
  expect(sent).toHaveLength(2);
});
