import { expect, it } from 'vitest';
import { filledIn, holds, valueOf } from '../../scripts/bench/workflow/expression.ts';

const context = new Map([
  ['steps.site.outcome', 'failure'],
  ['steps.site.outputs.made', 'true'],
  ['steps.last.outputs.cache-hit', 'false'],
]);

it.each([
  ["steps.site.outputs.made == 'true'", true],
  ["steps.site.outputs.made != 'true'", false],
  ["steps.site.outputs.made == 'true' && steps.last.outputs.cache-hit != 'true'", true],
  ["steps.site.outcome == 'failure' || steps.check.outcome == 'failure'", true],
  ["steps.check.outcome == 'failure' || steps.site.outcome == 'success'", false],
  ["steps.nobody.outputs.nothing == ''", true],
  ['steps.nobody.outputs.nothing', false],
  ['steps.last.outputs.cache-hit', false],
  [undefined, true],
])('%s: %j', (condition, value) => {
  expect(holds(condition, context)).toBe(value);
});

it('gives one of two words', () => {
  const published = (made: string): string =>
    valueOf(
      "steps.site.outputs.made == 'true' && 'What is good' || 'Nothing'",
      new Map([['steps.site.outputs.made', made]]),
    );
  expect([published('true'), published('')]).toEqual(['What is good', 'Nothing']);
});

it('fills texts in', () => {
  const text = 'site-${{ steps.site.outcome }}-${{steps.last.outputs.cache-hit}}$';
  expect(filledIn(text, context)).toBe('site-failure-false$');
});
