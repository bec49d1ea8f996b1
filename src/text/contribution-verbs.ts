/** What authors say that they do, in English. */

/** Kinds of verbs, by how much they tell of a contribution. */
export type VerbKind = 'makes' | 'finds' | 'studies' | 'uses' | 'intends';

/** Where a verb is of two kinds, the later one holds. */
const verbs: Readonly<Record<VerbKind, string>> = {
  uses: `use employ apply adopt train conduct perform extend adapt leverage combine integrate improve modify
    implement define formalize formalise bridge cast frame pose view model estimate optimize optimise learn exploit
    incorporate collect draw move made utilize utilise compute select annotate generate synthesize account unify interpret
    operationalize organize organise elaborate innovate deploy`,
  studies: `study investigate examine explore analyze analyse evaluate compare assess survey review revisit consider
    address tackle discuss treat focus test measure benchmark quantify ask trace reconsider deal concern read`,
  finds: `show demonstrate find prove establish derive argue reveal observe discover identify obtain give report
    characterize characterise settle resolve solve generalize generalise achieve conclude suggest contend claim uncover determine confirm clarify answer
    highlight reveal found
    shown gave given`,
  makes: `propose present introduce develop devise design contribute release create build built construct formulate
    describe provide offer unveil launch publish outline`,
  intends: `aim seek want intend hypothesize hypothesise believe hope need expect assume suppose plan can note
    validate verify illustrate know`,
};

/** The forms of regular verbs; what is no word does no harm. */
function formsOf(verb: string): string[] {
  const bare = verb.replace(/e$/, '');
  const soft = verb.replace(/y$/, 'i');
  const endings = [`${verb}s`, `${soft}es`, `${bare}ed`, `${soft}ed`, `${bare}ing`, `${verb}ing`];
  return [verb, ...endings];
}

/** Whether a form may stand after "is" or "were". */
export const isParticiple = (word: string): boolean => /(?:ed|en|wn|ilt|und)$/.test(word);

const kinds: readonly VerbKind[] = ['uses', 'studies', 'finds', 'makes', 'intends'];

/** The kind of every form of those verbs. */
export const verbKinds: ReadonlyMap<string, VerbKind> = new Map(
  kinds.flatMap((kind) =>
    verbs[kind]
      .trim()
      .split(/\s+/)
      .flatMap((verb) => formsOf(verb).map((form) => [form, kind] as const)),
  ),
);
