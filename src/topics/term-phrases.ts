/** Which phrases of an archive are in a topic's file already, whole or in part. */
import { memoise } from '../once.ts';
import { Phrases } from './phrases.ts';
import type { Rule } from './rules.ts';
import type { TopicRules } from './schema.ts';
import type { Phrase, Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

export interface TermPhrases {
  /** Some line of the topic's file finds the phrase, or a word of it. */
  found(topic: number, phrase: Phrase): boolean;
  /** The phrase is a part of a longer line of the topic's file. */
  part(topic: number, phrase: Phrase): boolean;
  /** Phrases of the archive that the topic's terms find, or are part of. */
  all(topic: number): ReadonlySet<number>;
}

/** @param rules as `Scales` lists them */
export function termPhrases(
  topics: readonly TopicRules[],
  rules: readonly Rule[],
  { phrases }: Vocabulary,
): TermPhrases {
  const tree = new Phrases<Rule>();
  const parts = topics.map(() => new Set<string>());
  for (const rule of rules) {
    if (rule.kind === 'context') continue;
    tree.add(rule.term, rule);
    const keys = wordsOf(rule.term).map(({ key }) => key);
    for (const [at, key] of keys.entries()) {
      const next = keys[at + 1];
      if (keys.length > 1) parts[rule.topic]?.add(key);
      if (next !== undefined && keys.length > 2) parts[rule.topic]?.add(`${key} ${next}`);
    }
  }
  const finders = memoise(({ text }: Phrase): ReadonlySet<number> => {
    // The pair may have been written with a hyphen, which some terms ask for.
    const forms = [text, text.replace(' ', '-')];
    return new Set(
      forms.flatMap((form) => tree.find(wordsOf(form)).map(({ value }) => value.topic)),
    );
  });
  const part = (topic: number, { keys }: Phrase): boolean =>
    parts[topic]?.has(keys.join(' ')) ?? false;
  return {
    found: (topic, phrase) => finders(phrase).has(topic),
    part,
    all: (topic) =>
      new Set(
        phrases.flatMap((phrase, index) =>
          finders(phrase).has(topic) || part(topic, phrase) ? [index] : [],
        ),
      ),
  };
}
