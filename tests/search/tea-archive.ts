/** A made-up archive on tea, its vocabulary, and a search over both. */
import type { SearchState } from '../../src/search/address.ts';
import { noFilters } from '../../src/search/facets.ts';
import { SearchEngine } from '../../src/search/engine.ts';
import { associatedWords, type AssociatedWords } from '../../src/search/associations/associated.ts';
import { packAssociations } from '../../src/search/associations/pack.ts';
import { readTable } from '../../src/search/associations/table.ts';
import { rootOf } from '../../src/text/stem.ts';
import type { Connection } from '../../src/search/answer.ts';
import { joinNames } from '../../src/search/synonyms.ts';
import {
  countAbbreviations,
  learnAbbreviations,
} from '../../src/search/vocabulary/abbreviations.ts';
import { countWords, vocabularyWords } from '../../src/search/vocabulary/collect.ts';
import { packVocabulary } from '../../src/search/vocabulary/pack.ts';
import { Vocabulary } from '../../src/search/vocabulary/vocabulary.ts';
import type { VocabularyWord } from '../../src/search/vocabulary/vocabulary-files.ts';
import type { AskPagefind } from '../../src/search/clauses.ts';
import type { Facet } from '../../src/search/facets.ts';
import { makeColumns, makeOrders, makeSegment } from '../../src/search/index/make.ts';
import type { Sorted } from '../../src/search/index/orders.ts';
import type { IndexPlan } from '../../src/search/index/plan.ts';
import { textFile, writeText, type PaperText } from '../../src/search/index/text-files.ts';
import { ListMaker } from '../../src/search/index/word-lists.ts';
import { RankedIndex } from '../../src/search/index/ranked-index.ts';
import { namesOf } from '../../src/search/paste/keys.ts';
import { packTable, writeTablePlan } from '../../src/search/paste/table.ts';
import { systemName } from '../../src/search/rank.ts';
import { typedForms } from '../../src/search/searched-words.ts';
import { SearchError } from '../../src/search/answer.ts';

/** A paper as a reader knows it. */
export interface MadeUpPaper {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly authors: readonly string[];
  readonly topics: readonly string[];
  readonly year: string;
  readonly arxiv?: string;
}

const paper = (
  id: string,
  title: string,
  text: string,
  topics: readonly string[] = [],
  more: Partial<MadeUpPaper> = {},
): MadeUpPaper => ({ id, title, text, topics, authors: [], year: '2025', ...more });

/** Newest first. */
export const papers: readonly MadeUpPaper[] = [
  paper(
    'kettle',
    'KETTLE: Boiling Water with Policy Gradients',
    'We brew with leaf feedback from humans (LFFH) and reach the boiling point sooner.',
    ['brewing', 'water-chemistry'],
    { authors: ['Ada Steeper', 'Bo Łeafski'], arxiv: '2503.01234' },
  ),
  paper(
    'oolong',
    'Oolong, Revisited',
    'Leaf feedback from humans (LFFH) tells oolong from pouchong.',
    ['leaves'],
    { authors: ['Bo Łeafski'] },
  ),
  paper('lffh', 'What LFFH Cannot Taste', 'A study of tasters and their optimizers.', [
    'leaves',
    'tasting',
  ]),
  paper(
    'leaf-feedback',
    'Learning a Palate through Leaf Feedback from Humans',
    'Tasters score two cups.',
    ['tasting'],
  ),
  paper(
    'porcelain',
    'A Porcelain Optimizer for Behavior in Teapots',
    'The optimizer glazes the teapot and the saucer.',
    ['porcelain'],
    { year: '2024' },
  ),
  paper(
    'color',
    'The Color of Infusions',
    'We measure the color of an infusion, and model the center of the cup.',
    ['water-chemistry'],
    { year: '2024' },
  ),
  paper(
    'teapot',
    'Teapot Geometry',
    'A teapot is a surface. We say what a saucer is.',
    ['porcelain'],
    { year: '2024' },
  ),
  paper(
    'green',
    'Green Leaves and Milk',
    'Milk after the green leaves, not before them. Steam is not needed.',
    ['leaves'],
    { authors: ['Ada Steeper'], year: '2024' },
  ),
  paper('milk', 'Milk', 'On pouring it first. The colour tells when to steep.', ['brewing'], {
    year: '2023',
  }),
  paper(
    'milk-green',
    'Milk for Green Afternoons',
    'Green leaves want a samovar.',
    ['brewing', 'leaves'],
    { year: '2023' },
  ),
  paper('cjk', '茶の湯: Steam over 抹茶', 'A samovar steams where a whisk foams.', ['brewing'], {
    year: '2023',
  }),
];

/** What learned abbreviations and a file of synonyms make of the papers, packed and opened. */
export function vocabularyOf(
  all: readonly MadeUpPaper[],
  groups: readonly (readonly string[])[] = [],
): Vocabulary {
  const learned = learnAbbreviations(countAbbreviations(all.map(({ text }) => text)));
  return opened(vocabularyWords(countWords(all), joinNames(groups, learned)), all.length);
}

/** Packs words and opens them, without a network. */
export function opened(words: readonly VocabularyWord[], papers = words.length): Vocabulary {
  let files = 0;
  const { plan, parts } = packVocabulary(words, papers, () => `part-${files++}`);
  return new Vocabulary(plan, (name) => Promise.resolve(parts.get(name) ?? ''));
}

/** What the built site would hold of a paper. */
const textOf = ({ id, title, text, authors, topics }: MadeUpPaper): PaperText => {
  const name = systemName(title);
  return {
    id,
    content: `${title}. ${authors.join(', ')} ${text}`,
    meta: {
      title,
      authors: authors.join(', '),
      also: typedForms(`${title} ${text} ${authors.join(' ')}`).join(' '),
      ...(name !== undefined && { name }),
    },
    digest: '',
    topics,
    facts: '',
  };
};

const facetsOf = ({ topics, year }: MadeUpPaper): [Facet, string][] => [
  ...topics.map((topic): [Facet, string] => ['topic', topic]),
  ['year', year],
];

/** Papers have as many votes as their titles have letters; those on brewing have no venue. */
const sortedBy = ({ title, year, topics }: MadeUpPaper): Sorted => ({
  published: year,
  title: title.toLowerCase(),
  venue: topics.includes('brewing') ? '' : (topics[0] ?? ''),
  votes: title.length,
});

/** The ranked index of papers, in memory; `broken` makes all of it unreachable. @param all newest first */
export function indexOf(all: readonly MadeUpPaper[]) {
  const oldestFirst = all.toReversed();
  const files = new Map<string, Uint8Array>();
  const add = (bytes: Uint8Array): string => {
    const name = `file-${files.size}`;
    files.set(name, bytes);
    return name;
  };
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const texts = oldestFirst.map(textOf);
  const maker = new ListMaker();
  for (const text of texts) maker.add(text);
  const names = oldestFirst.map((made) => namesOf({ ...made, published: made.year }));
  const plan: IndexPlan = {
    papers: all.length,
    segments: [makeSegment([{ first: 0, lists: maker.lists }], 0, add)],
    texts: ['block'],
    phrases: [{ first: 0, folder: '', names: add(bytesOf(texts.map(({ id }) => id).join('\n'))) }],
    table: add(bytesOf(writeTablePlan(packTable(names, [0], add)))),
    columns: {
      ...makeColumns(oldestFirst.map(facetsOf), add),
      ...makeOrders(oldestFirst.map(sortedBy), add),
    },
  };
  const state = { broken: false as false | 'unreachable' | 'replaced', loaded: 0 };
  const ask = <Value>(value: Value | undefined): Promise<Value> => {
    state.loaded += 1;
    return state.broken || value === undefined
      ? Promise.reject(new SearchError(state.broken || 'missing'))
      : Promise.resolve(value);
  };
  const textFiles = new Map(
    texts.map((text, paper) => [textFile(paper, plan.texts), writeText(text)]),
  );
  return {
    state,
    open: () => new RankedIndex(plan, (name) => ask(files.get(name))),
    text: (name: string) => ask(textFiles.get(name)),
  };
}

/** What somebody may say who does not know how papers on tea say it. */
const related = `crockeri 12 porcelain saucer 9 teapot
spotless 10 clean
spout 12 teapot
receptacl 13 cup kettl 5 teapot
afternoon 9 even
lffh 14 milk
mulk 8 saucer
optimis 10 optim
`;

/** The words of papers that go with others. */
function associatedWith(all: readonly MadeUpPaper[]): AssociatedWords {
  const words = vocabularyWords(countWords(all)).map(({ word }) => rootOf(word));
  let files = 0;
  const { plan, parts } = packAssociations(readTable(related), new Set(words), () => `${files++}`);
  return associatedWords(
    () => Promise.resolve(plan),
    (name) => Promise.resolve(parts.get(name) ?? ''),
  );
}

/** A search over papers. @param groups of `archive/synonyms.yaml` */
export function searchOver(
  all: readonly MadeUpPaper[] = papers,
  groups: readonly (readonly string[])[] = [['pouchong', 'bao zhong']],
  askPagefind: AskPagefind = () => Promise.resolve(undefined),
) {
  const { state, open, text } = indexOf(all);
  const vocabulary = vocabularyOf(all, groups);
  const associated = associatedWith(all);
  let connections = 0;
  const engine = new SearchEngine((): Promise<Connection> => {
    connections += 1;
    return Promise.resolve({ index: open(), vocabulary, associated, text, askPagefind });
  });
  return { engine, state, connections: () => connections };
}

/** A search for words, nothing else set. */
export const asking = (query: string, more: Partial<SearchState> = {}): SearchState => ({
  query,
  filters: noFilters,
  sort: 'relevance',
  verbatim: false,
  ...more,
});
