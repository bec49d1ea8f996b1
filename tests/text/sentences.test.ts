import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentencesOf } from '../../src/text/sentences.ts';
import { runs } from '../runs.ts';
import { anyText } from './arbitrary.ts';

/** Sentences, parted by `|`. */
test.each([
  'We look at tides.| They rise.',
  'Some, e.g. Low tides, i.e. ebbs, rise w.r.t. Datum and vs. Norms.| We measure.',
  'Moored by Ames et al. (2019) and Brook et al. Since 2020.| It holds.',
  'See Fig. 3, Eq. 4 and Sec. 2.1 of J. K. Brook.| It holds.',
  'A rate of 3.1 is found.| 40 % sink!| Why?| "Because," it says.| (Nobody knows.)',
  'This works for every class C.| We prove it.',
  'It is done in the U.S. Navy and in the U.S.| However, tides rise.',
  'Images from PET and MR.| We align them, with Mr. Brook.',
  'Lost blanks of graphs.|We mend them with Node.js and OpenCV.Its files stay.',
  'Cost is $O(n \\log n)$ at best.| $n$ is small.',
  '我们提出方法。|它很好。',
  '',
])('%s', (marked) => {
  const sentences = marked.split('|').map((part) => part.trim());
  expect(sentencesOf(marked.replaceAll('|', ''))).toEqual(sentences.filter((part) => part !== ''));
});

test('lose nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const line = text.replaceAll(/\s+/g, ' ');
      expect(sentencesOf(line).join('').replaceAll(' ', '')).toBe(line.replaceAll(' ', ''));
    }),
    runs(300),
  );
});
