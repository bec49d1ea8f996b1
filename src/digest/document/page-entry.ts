/** A paper on a page: the blocks that are its own, and what they say. */
import { authorNames } from '../arxiv/authors.ts';
import type { CapturedPaper } from '../model.ts';
import { addressesOf } from './address.ts';
import { dayIn, publishedOn } from './dates.ts';
import { emphasisOf, type InlineLink } from './inline.ts';
import { withoutCounts, withoutTornBracket, type Role, type Seen } from './seen.ts';
import { titleOf } from './titles.ts';

/** The blocks of one paper. */
export interface Entry {
  readonly title: Seen;
  readonly opening: readonly Seen[];
  readonly abstract: Seen[];
  readonly facts: Seen[];
}

/** What blocks are called in accounts. */
export const whatOf: Readonly<Record<Role, string>> = {
  votes: 'votes',
  comments: 'the number of comments',
  submitter: 'the submitter',
  authors: 'the number of authors',
  names: 'the names of the authors',
  date: 'the date of the paper',
  mark: 'a mark between two facts',
  image: 'an image',
  link: 'a link',
  prose: 'text',
  furniture: 'a label of the page',
  words: 'a name among the facts of the paper',
};

const votesIn = (text: string): number | undefined => {
  const digits = /\d[\d,]{0,9}/.exec(text)?.[0];
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''));
};

/** What a block of a paper's facts is called. */
export const factOf = ({ role, furniture }: Seen): string =>
  role === 'votes' || role === 'comments' ? whatOf[role] : (furniture?.what ?? whatOf[role]);

/** The paper that the blocks make. */
export function paperOf({ title, opening, abstract, facts }: Entry): CapturedPaper {
  const around = [...opening, ...facts];
  const all = [title, ...abstract, ...around];
  const links: InlineLink[] = [title, ...around].flatMap(({ inline }) => [...inline.links]);
  const { arxiv, doi, links: captured } = addressesOf(links);
  const upvotes = around.flatMap(({ role, text }) =>
    role === 'votes' ? (votesIn(text) ?? []) : [],
  )[0];
  const day = facts.concat(opening).flatMap((seen) => {
    const dated = seen.role === 'date' || seen.role === 'link' || seen.role === 'words';
    return dated ? (dayIn(withoutCounts(seen.inline)) ?? []) : [];
  })[0];
  const published = day && publishedOn(day, arxiv);
  const names = around
    .find(({ role }) => role === 'names')
    ?.text.replace(/^[^:：]{1,30}[:：][\s*_]{0,9}/, '');
  const authors = names === undefined ? [] : authorNames(names.slice(0, 20_000));
  const text = abstract.map(({ inline }) =>
    emphasisOf(withoutTornBracket(inline.text), inline).replaceAll('\n', '\n\n'),
  );
  return {
    title: titleOf(title.inline),
    ...(text.length === 0 ? {} : { abstract: text.join('\n\n') }),
    notation: 'plain',
    lines: [
      all.reduce((low, { block }) => Math.min(low, block.first), title.block.first) + 1,
      all.reduce((high, { block }) => Math.max(high, block.last), title.block.last) + 1,
    ],
    facts: {
      ...(arxiv === undefined ? {} : { arxiv }),
      ...(doi === undefined ? {} : { doi }),
      ...(authors.length === 0 ? {} : { authors }),
      ...(published === undefined ? {} : { published }),
      ...(captured.length === 0 ? {} : { links: captured }),
      ...(upvotes === undefined ? {} : { upvotes }),
    },
  };
}
