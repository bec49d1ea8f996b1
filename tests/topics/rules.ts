import { parseTopicFile } from '../../src/topics/parse.ts';
import type { TopicRules } from '../../src/topics/schema.ts';

/** The rules of a topic written as a file; throws when the fixture itself is wrong. */
export function topic(id: string, yaml: string): TopicRules {
  const file = `---\nlabel: ${id}\ndescription: About ${id}.\n${yaml}\n---\n`;
  const { rules, problems } = parseTopicFile(`archive/topics/${id}.md`, file);
  if (rules === undefined) throw new Error(problems.map(({ what }) => what).join('\n'));
  return rules;
}
