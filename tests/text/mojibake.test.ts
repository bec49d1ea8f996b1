import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCapture } from '../../src/digest/encoding.ts';
import { decodeMojibake } from '../../src/text/mojibake.ts';
import { normalise } from '../../src/text/normalise.ts';
import { runs } from '../runs.ts';

test.each([
  ['FranÃ§ois and JoÃ£o', 'François and João'],
  ['the robotâ€™s â€œgripâ€\u009d â€“ here', 'the robot’s “grip” – here'],
  ['the robot\u00e2\u0080\u0099s', 'the robot’s'],
  ['360Â° and 5Âµm', '360° and 5µm'],
  ['Ð\u009fÑ\u0080Ð¸Ð²ÐµÑ‚ ðŸ˜€', 'Привет 😀'],
  ['twice: Ã\u0083Â©tude', 'twice: étude'],
])('%s is decoded', (text, decoded) => {
  expect(decodeMojibake(text)).toBe(decoded);
  expect(normalise(text)).toBe(decoded);
});

test.each([
  'Tomáš, Matyáš, Ångström, Øystein, Ägypten',
  '«Ã» is a letter, À © too',
  'naïve – “a” … à la carte',
  'His naïveté…” and café—” too',
  'VIỆT NAM, Ñandú, Îles, Ðorđe',
  'a line: \u00e2\u0080\u00a8 stays one',
])('%s stays', (text) => {
  expect(decodeMojibake(text)).toBe(text);
});

test('a capture is decoded, its lines as before', () => {
  const bytes = new TextEncoder().encode('CafÃ© one\nthe robot\u00e2\u0080\u0099s');
  expect(decodeCapture('a.txt', bytes)).toMatchObject({ text: 'Café one\nthe robot’s' });
});

test('any text that was read wrongly comes back, and a second time changes nothing', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...'éüñçßøåàöäł’“”–—αβπЖя≤→中😀'),
    minLength: 1,
  });
  fc.assert(
    fc.property(letters, (text) => {
      const wrong = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
      expect(decodeMojibake(`a${wrong.join('')}a`)).toBe(`a${text}a`);
      expect(decodeMojibake(decodeMojibake(text))).toBe(decodeMojibake(text));
    }),
    runs(500),
  );
});
