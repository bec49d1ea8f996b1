/** Damage and mixture: what copying, editing, cutting and joining make of a text, and what malice does. */
import fc from 'fast-check';
import { shapes } from './shapes.ts';

/** Changes a text; `at` and `to` are parts of its length, 0 to 1. */
type Mutation = (text: string, at: number, to: number) => string;

const place = (text: string, at: number): number => Math.floor(at * (text.length + 1));
const line = (lines: readonly string[], at: number): number => Math.floor(at * lines.length);

const onLines =
  (change: (lines: string[], at: number, to: number) => void): Mutation =>
  (text, at, to) => {
    const lines = text.split('\n');
    change(lines, line(lines, at), line(lines, to));
    return lines.join('\n');
  };

const inserted =
  (piece: string): Mutation =>
  (text, at) =>
    text.slice(0, place(text, at)) + piece + text.slice(place(text, at));

/** What is put into texts: signs that mean something, none at all, and a great many of them. */
export const pieces = [
  '\u0000',
  '\u0007\u001B[31m',
  '\uFEFF',
  '\u2028',
  '\u200B',
  '\uD800',
  '\uFDD8',
  '\r',
  '\n\n\n',
  '\t',
  '"',
  '\\',
  '}',
  '{',
  '|',
  '<',
  '>',
  ']',
  '](',
  '$$',
  '```\n',
  '---\n',
  '<!--',
  '<![CDATA[',
  '<details>',
  '</details>\n',
  '<table><tr><td>',
  '&amp;lt;',
  '&#0;',
  '=3D=\n',
  '2502.13579',
  'https://arxiv.org/abs/2502.13579',
  'x'.repeat(3000),
  ' '.repeat(3000),
  'word '.repeat(600),
  '>'.repeat(600),
  '['.repeat(600),
  '[a]('.repeat(300),
  '{"a":'.repeat(300),
  '<b>'.repeat(300),
  '- '.repeat(300),
  '*_'.repeat(300),
  '| a '.repeat(300),
  '\n'.repeat(600),
  '- a\n'.repeat(200),
  '# a\n'.repeat(200),
];

const texts = Object.values(shapes).map(([, text]) => text);

const mutations: readonly fc.Arbitrary<Mutation>[] = [
  fc.constant(onLines((lines, at) => lines.splice(at, 1))),
  fc.constant(onLines((lines, at) => lines.splice(at, 0, lines[at] ?? ''))),
  fc.constant(
    onLines((lines, at, to) => {
      const [one = '', other = ''] = [lines[at], lines[to]];
      lines[at] = other;
      lines[to] = one;
    }),
  ),
  fc.constant(onLines((lines, at, to) => lines.splice(Math.min(at, to), Math.abs(at - to)))),
  fc.constant(onLines((lines, at) => lines.splice(at, 2, lines.slice(at, at + 2).join(' ')))),
  fc.constant((text: string, at: number) => text.slice(0, place(text, at))),
  fc.constant((text: string, at: number) => text.slice(place(text, at))),
  fc.constant((text: string, at: number, to: number) => {
    const [from, end] = [place(text, Math.min(at, to)), place(text, Math.max(at, to))];
    return text.slice(0, from) + text.slice(end);
  }),
  fc.constant((text: string) => text.replaceAll(/\r?\n/g, '\r\n')),
  fc.constant((text: string) => text.replaceAll(/\r?\n/g, '\r')),
  fc.constant((text: string) => `\uFEFF${text}`),
  fc.constant((text: string) => text.replaceAll(/^/gm, '> ')),
  fc.constant((text: string) => text.replaceAll(/^/gm, '    ')),
  fc.constant((text: string) => text + text),
  fc.constantFrom(...pieces).map(inserted),
  fc.string({ unit: 'binary', maxLength: 20 }).map(inserted),
  fc.constantFrom(...texts).map(inserted),
  fc
    .tuple(fc.constantFrom(...texts), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([other, part]): Mutation =>
      onLines((lines, at) => {
        const others = other.split('\n');
        lines.splice(at, lines.length - at, ...others.slice(line(others, part)));
      }),
    ),
];

/** A part of the length of a text. */
export const part = fc.double({ min: 0, max: 0.999, noNaN: true });

/** A shape after up to `most` mutations, with the format that reads it whole. */
export const mutated = (most: number): fc.Arbitrary<{ format: string; text: string }> =>
  fc
    .tuple(
      fc.constantFrom(...Object.values(shapes)),
      fc.array(fc.tuple(fc.oneof(...mutations), part, part), { maxLength: most }),
    )
    .map(([[format, text], changes]) => ({
      format,
      text: changes.reduce((now, [change, at, to]) => change(now, at, to).slice(0, 60_000), text),
    }));
