import { expect, test } from 'vitest';
import { parseDigest } from '../../src/digest/parse.ts';
import { layFoundation } from '../../src/related/foundation.ts';
import { bonds } from '../../src/related/reasons.ts';
import { findSimilar } from '../../src/related/related.ts';
import { PaperRow } from '../../src/related/row.ts';
import { readTable } from '../../src/related/table.ts';
import { nowhere } from '../../src/store/keep.ts';
import { foundingDigest, foundingFile } from '../founding.ts';

test('asks more of what is listed further than of the first', () => {
  const digest = parseDigest({ file: foundingDigest, text: foundingFile(foundingDigest) });
  const papers = digest.papers.map(({ title, abstract }, at) => ({
    id: `p${at}`,
    title,
    text: abstract ?? '',
  }));
  const bondOf = bonds(layFoundation(new PaperRow(papers), nowhere));
  const { related } = readTable(findSimilar(papers));
  const last = papers.length - 1;
  const leastOf = (from: number, to: number): number =>
    Math.min(
      ...papers.flatMap((_, place) =>
        related(place)
          .slice(from, to)
          .map(
            ({ place: other, similarity }) =>
              similarity + bondOf(last - place, last - other).telling,
          ),
      ),
    );
  expect(leastOf(0, 1)).toBeGreaterThanOrEqual(0.35);
  expect(leastOf(0, 1)).toBeLessThan(0.4);
  expect(leastOf(1, 5)).toBeGreaterThanOrEqual(0.4);
  expect(leastOf(1, 5)).toBeLessThan(0.5);
});
