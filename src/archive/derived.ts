/** What the text of a paper gives: its topics, and its links by their names. Worked out once for the same text. */
import { hash } from 'node:crypto';
import { linkKinds } from '#words/paper.ts';
import type { ShownPaper } from '../loaders/paper-row.ts';
import { asJson, type Kind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { assignTopics, compileTopics, type TopicMatch, type TopicRules } from '../topics/index.ts';
import type { PaperLink } from './archive.ts';
import { nameLinks } from './links.ts';

export interface Derived {
  readonly links: readonly PaperLink[];
  readonly topics: readonly TopicMatch[];
  /** See `Paper`. */
  readonly near?: readonly TopicMatch[];
  readonly wording: string;
}

const kind: Kind<Derived> = {
  name: 'derived',
  modules: ['src/archive/derived.ts'],
  codec: asJson(),
};

/**
 * Derives facts from papers.
 *
 * @param rules of all topics
 * @param store where they are kept; without it, all are worked out
 * @returns a function that gives them for papers by their ids; it remembers those of the same objects
 */
export function deriving(
  rules: readonly TopicRules[],
  store?: Store,
): (papers: ReadonlyMap<string, ShownPaper>) => Map<string, Derived> {
  const classifier = compileTopics(rules);
  const ruled = hash('sha256', JSON.stringify([rules, linkKinds]), 'base64url');
  const known = new WeakMap<ShownPaper, Derived>();
  const derive = ({ facts, body: { text } }: ShownPaper): Derived => {
    const { title, urls } = facts;
    const topics = assignTopics(classifier, { title, text }, facts.topics);
    const isUnsorted = topics.length === 0 && facts.topics === undefined;
    return {
      links: nameLinks(text, urls, facts.links),
      topics,
      wording: hash('sha256', JSON.stringify([title, text]), 'base64url'),
      ...(isUnsorted && { near: classifier.near({ title, text }) }),
    };
  };
  return (papers) => {
    const wanted = new Map(
      Array.from(papers)
        .filter(([, paper]) => !known.has(paper))
        .map(([id, paper]) => [id, `${paper.digest} ${ruled}`]),
    );
    const kept = store?.getMany(kind, wanted);
    return new Map(
      Array.from(papers, ([id, paper]) => {
        const before = known.get(paper) ?? kept?.get(id);
        const derived = before ?? derive(paper);
        if (before === undefined) store?.put(kind, id, wanted.get(id) ?? '', derived);
        known.set(paper, derived);
        return [id, derived];
      }),
    );
  };
}
