/** Which feeds the site has and what they say of themselves. */
import { site } from '../site.ts';
import type { FeedFacts } from './feed.ts';
import type { Archive, Topic } from './model.ts';

type Absolute = (path: string) => string;

function shared(
  archive: Archive,
  absolute: Absolute,
): Pick<FeedFacts, 'author' | 'paperUrl' | 'topicLabel'> {
  return {
    author: site.author,
    paperUrl: (id) => absolute(`papers/${id}/`),
    topicLabel: (id) => archive.topic(id)?.label,
  };
}

/**
 * The feed of the whole archive.
 *
 * @param path the feed's own path, e.g. `feed.xml`
 */
export function archiveFeed(archive: Archive, absolute: Absolute, path: string): FeedFacts {
  return {
    ...shared(archive, absolute),
    title: site.title,
    description: site.description,
    home: absolute(''),
    self: absolute(path),
    papers: archive.papers,
  };
}

/** The feed of a topic, at `topics/<id>/feed.xml`. */
export function topicFeed(archive: Archive, topic: Topic, absolute: Absolute): FeedFacts {
  return {
    ...shared(archive, absolute),
    title: `${topic.label} – ${site.title}`,
    description: topic.description,
    home: absolute(`topics/${topic.id}/`),
    self: absolute(`topics/${topic.id}/feed.xml`),
    papers: topic.papers,
  };
}
