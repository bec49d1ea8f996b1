import type { PaperText } from '../../src/search/texts.ts';

/** What Pagefind would store of a paper. */
export function fragment(
  title: string,
  abstract: string,
  more: Partial<PaperText> = {},
): PaperText {
  return {
    id: 'tea',
    content: `${title}. ${abstract}`,
    meta: { title },
    digest: '',
    topics: [],
    facts: '',
    ...more,
  };
}
