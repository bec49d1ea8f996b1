/** Asks an engine the queries of all sets. */
import { Unanswered, type Engine, type Found } from './engine.ts';
import type { Outcome } from './metrics.ts';
import type { Query } from './query.ts';

export interface Answered extends Outcome {
  readonly query: Query;
}

/** Kind → what came back. */
export type Answers = ReadonlyMap<string, readonly Answered[]>;

/** No answer is as bad as one that finds nothing, and is said: it must not happen. */
async function answerOf(engine: Engine, typed: string): Promise<Found> {
  const start = performance.now();
  try {
    return await engine.search(typed);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    const why = error.cause instanceof Error ? (error.cause.message.split('\n')[0] ?? '') : '';
    process.stderr.write(`${engine.name}: ${error.message} ${why}\n`);
    return { ids: [], milliseconds: performance.now() - start };
  }
}

/** @param show is told how far it has got */
export async function askAll(
  engine: Engine,
  sets: ReadonlyMap<string, readonly Query[]>,
  show: (text: string) => void,
): Promise<Answers> {
  const answers = new Map<string, Answered[]>();
  for (const [kind, queries] of sets) {
    const answered: Answered[] = [];
    for (const query of queries) {
      show(`${engine.name}: ${kind}, ${answered.length} of ${queries.length}`);
      const { ids, milliseconds } = await answerOf(engine, query.typed);
      answered.push({ query, right: query.right, found: ids, milliseconds });
    }
    answers.set(kind, answered);
  }
  return answers;
}
