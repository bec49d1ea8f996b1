/** A paper on a page: the blocks that are its own, and what they say. */
import { dayIn } from '../days.ts';
import { entryOf, type MarkdownEntry } from './entry.ts';
import { Gathering } from './facts.ts';
import { emphasisOf } from './inline.ts';
import { whatOf, withoutCounts, withoutTornBracket, type Role, type Seen } from './seen.ts';
import { titleOf } from './titles.ts';

/** The blocks of one paper. */
export interface PageEntry {
  readonly title: Seen;
  readonly opening: readonly Seen[];
  readonly abstract: Seen[];
  readonly facts: Seen[];
}

const isCount = (role: Role): boolean => role === 'votes' || role === 'comments';

/** The paper that the blocks make. */
export function pageEntry({ title, opening, abstract, facts }: PageEntry): MarkdownEntry {
  const gathering = new Gathering();
  for (const { inline, role, text } of [title, ...opening, ...facts]) {
    gathering.link(inline.links);
    if (role === 'votes') gathering.say('upvotes', /\d[\d,]{0,9}/.exec(text)?.[0] ?? '');
    if (role === 'names')
      gathering.say('authors', text.replace(/^[^:：]{1,30}[:：][\s*_]{0,9}/, ''));
  }
  for (const { inline, role } of [...facts, ...opening]) {
    const dated = role === 'date' || role === 'link' || role === 'words';
    const text = dated ? withoutCounts(inline) : '';
    if (dayIn(text)) gathering.say('date', text);
  }
  const texts = abstract.map(({ inline }) =>
    emphasisOf(withoutTornBracket(inline.text), inline).replaceAll('\n', '\n\n'),
  );
  return entryOf({
    block: title.block,
    why: abstract.length === 0 ? 'no abstract follows' : 'followed by its abstract',
    title: titleOf(title.inline),
    abstract: texts.join('\n\n'),
    facts: gathering.facts(),
    findings: [
      ...abstract.map(({ block }) => ({
        extent: block,
        kind: 'abstract' as const,
        why: 'text under the title',
      })),
      ...[...opening, ...facts].map(({ block, role, boilerplate }) => ({
        extent: block,
        kind: 'meta' as const,
        why: isCount(role) ? whatOf[role] : (boilerplate?.what ?? whatOf[role]),
      })),
    ],
  });
}
