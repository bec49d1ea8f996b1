/** Asks an engine the queries of all sets. */
import type { Corpus, Indexed } from './corpus.ts';
import { Unanswered, type Engine, type Found } from './engine.ts';
import { rank, type Outcome } from './metrics.ts';
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

/** Whether all that was found is what the operators ask for, judged by the archive's own file. */
function honoured(
  { honours, right }: Query,
  found: readonly string[],
  papers: ReadonlyMap<string, Indexed>,
): Pick<Outcome, 'honoured'> {
  if (honours === undefined) return {};
  const fits = found.every((id) => {
    const paper = papers.get(id);
    return paper !== undefined && honours(paper);
  });
  return { honoured: fits && rank({ right, found }) !== undefined };
}

/** @param show is told how far it has got */
export async function askAll(
  engine: Engine,
  sets: ReadonlyMap<string, readonly Query[]>,
  corpus: Corpus,
  show: (text: string) => void,
): Promise<Answers> {
  const papers = new Map(corpus.papers.map((paper) => [paper.id, paper]));
  const answers = new Map<string, Answered[]>();
  for (const [kind, queries] of sets) {
    const answered: Answered[] = [];
    for (const query of queries) {
      show(`${engine.name}: ${kind}, ${answered.length} of ${queries.length}`);
      const { ids, milliseconds } = await answerOf(engine, query.typed);
      const kept = honoured(query, ids, papers);
      answered.push({ query, right: query.right, found: ids, milliseconds, ...kept });
    }
    answers.set(kind, answered);
  }
  return answers;
}
