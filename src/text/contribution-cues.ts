/**
 * What tells that a sentence of an abstract says what the paper does. The kinds are Edmundson's ("New Methods in
 * Automatic Extracting", 1969): cue words, words of the title, the place; and, besides, who does what in the sentence.
 * Cues are English: abstracts in other languages have next to none.
 */
import { leadsBack } from './contribution-opener.ts';
import { isParticiple, verbKinds, type VerbKind } from './contribution-verbs.ts';

/** What a sentence has; a share or a count for some, else 1. */
export type Cue =
  /** What the authors or the paper do: "we propose", "this article argues", "I study", "we train", "we aim to". */
  | VerbKind
  /** It is the paper that does it, not "we". */
  | 'paper'
  /** "…, and propose", "by introducing". */
  | 'andMakes'
  /** "Is proposed", "were examined", where nobody is named. */
  | 'isMade'
  | 'isStudied'
  /** "In this paper", "Here". */
  | 'here'
  /** "To address this, …". */
  | 'answers'
  /** The share of the title's words. */
  | 'title'
  /** The first with the name that stands before the title's colon. */
  | 'name'
  | 'novel'
  /** One more step, or a detail: "also", "finally", "specifically". */
  | 'further'
  /** What others do: "However", "Existing methods". */
  | 'others'
  /** How things are: "remains", "is crucial"; counted, up to two. */
  | 'state'
  /** A sentence before it says what is made. */
  | 'again'
  /** It is about "this question" of the sentence before. */
  | 'refers'
  | 'question'
  /** "Conclusions:" of a structured abstract. */
  | 'conclusion'
  /** The first of them, if it does not say what is made. */
  | 'first'
  /** Sentences before it, up to ten. */
  | 'place'
  /** More than 45 words. */
  | 'long';

export type Cues = Partial<Record<Cue, number>>;

const words = (line: string): ReadonlySet<string> => new Set(line.split(' '));

const isShown = words('proved proven derived shown established demonstrated argued');
const isPaper = words(
  'paper work study article letter note thesis survey review report essay research chapter contribution manuscript tutorial',
);
/** What may stand before those. */
const isOfPaper = words('short technical position systematic brief empirical pilot present');
const isThis = words('this the our present current');
/** "The" is said of these alone when they are the authors' own. */
const isThePaper = words('paper article essay chapter author authors present current');
const isPreposition = words('in of to with for from by');
/** Before a subject that is not the sentence's own: "when we consider", "how do we". */
const subordinates = words(
  'when whenever if since because while although as whether once until what where why how can could should do does did are must may',
);
/** Where the search for a subject's verb ends. */
const endsSearch = words('that which who of the a an our their its these this');
const isFurther = words(
  'also further additionally furthermore moreover finally then next second secondly third thirdly lastly subsequently besides last specifically particular concretely first firstly addition notably importantly instance example',
);
const stateWords =
  'remains remain lacks lack lacking challenging difficult limited limit limits limitation limitations fail fails struggle struggles suffer suffers overlook neglect underexplored unclear unexplored crucial essential important critical popular promising widely increasingly typically often usually';

/** What the sentence before told of: "this question". */
const troubles =
  'problem problems question questions challenge challenges issue issues limitation limitations gap gaps result results goal goals difficulty difficulties shortcoming shortcomings dilemma mystery drawback drawbacks task setting';
const pointsBack = words('this these those such that above aforementioned');

/** Words that may tell something wherever they stand. */
type Role = 'subject' | 'in' | 'auxiliary' | 'joins' | 'novel' | 'state' | 'trouble';
const roles: ReadonlyMap<string, Role> = new Map(
  (
    [
      ['subject', 'we i this the our present current'],
      ['in', 'in within through'],
      ['auxiliary', 'is are was were been be'],
      ['joins', 'and by'],
      ['novel', 'novel new first'],
      ['state', stateWords],
      ['trouble', troubles],
    ] as const
  ).flatMap(([role, line]) => [...words(line)].map((word) => [word, role] as const)),
);
const isSmall = words(
  'a an the of for in on and to with via by from using towards toward is are as at its it or into over under be can do how what why',
);

const others =
  /^(?:however|but|yet|although|though|while|whereas|despite|existing|previous|previously|prior|recent|recently|current|currently|traditional|traditionally|conventional|many|most|unfortunately|nevertheless|nonetheless|typically|often|since|because|as|with the|state-of-the-art|standard|classical|several|some|numerous|such|one)\b/;
const conclusion = /^(?:conclusions?|interpretation|significance)\s?[:.—–-]|^conclusions? /;

const wordsOf = (lower: string): readonly string[] => lower.match(/[a-z0-9]+/g) ?? [];

/** Index after "paper" where "this paper", "the present study" and the like begin at an index; else 0. */
function afterPaper(words: readonly string[], at: number): number {
  const word = words[at] ?? '';
  if (!isThis.has(word)) return 0;
  const next = words[at + 1] ?? '';
  if (word === 'the' && !isThePaper.has(next)) return 0;
  if (word === 'the' && next.startsWith('author')) return at + 2;
  const noun = isOfPaper.has(next) || next === 'current' ? at + 2 : at + 1;
  return isPaper.has(words[noun] ?? '') ? noun + 1 : 0;
}

/** A word that may tell something. */
interface Mark {
  readonly at: number;
  readonly role: Role;
}

function marksOf(words: readonly string[]): Mark[] {
  const marks: Mark[] = [];
  for (let at = 0; at < words.length; at++) {
    const role = roles.get(words[at] ?? '');
    if (role) marks.push({ at, role });
  }
  return marks;
}

/** Who does what: the authors or the paper as a subject, and the verb soon after it. */
interface Deed {
  /** Index of the subject's first word. */
  readonly at: number;
  readonly kind: VerbKind | undefined;
  readonly paper: boolean;
  readonly further: boolean;
}

function deedOf(words: readonly string[], marks: readonly Mark[], isI: boolean): Deed | undefined {
  let first: Deed | undefined;
  for (const { at, role } of marks) {
    if (role !== 'subject') continue;
    const word = words[at];
    const person = word === 'we' || (word === 'i' && isI);
    if (!person && isPreposition.has(words[at - 1] ?? '')) continue;
    const start = person ? at + 1 : afterPaper(words, at);
    if (start === 0 || subordinates.has(words[at - 1] ?? '')) continue;
    let kind: VerbKind | undefined;
    let further = false;
    for (let next = start; next < start + 5 && kind === undefined; next++) {
      const verb = words[next] ?? '';
      if (endsSearch.has(verb)) break;
      kind = verbKinds.get(verb);
      if (next < start + 2) further ||= isFurther.has(verb);
    }
    const deed = { at, kind, paper: !person, further };
    if (kind) return deed;
    first ??= deed;
  }
  return first;
}

/** What is looked for of a title. */
interface Title {
  /** How its words begin, so that "training" finds "trained". */
  readonly stems: readonly string[];
  /** "Offprint" of "Offprint: A Reader's Archive". */
  readonly name: string | undefined;
}

function titleOf(title: string): Title {
  const [, name] = /^([^:]{2,40}):/.exec(title) ?? [];
  const telling = wordsOf(title.toLowerCase()).filter(
    (word) => word.length > 2 && !isSmall.has(word),
  );
  return { stems: [...new Set(telling.map((word) => word.slice(0, 6)))], name };
}

function cuesOfOne(sentence: string, { stems }: Title): Cues {
  const lower = sentence.toLowerCase();
  const words = wordsOf(lower);
  const kindAt = (at: number): VerbKind | undefined => verbKinds.get(words[at] ?? '');
  const cues: Cues = {};
  const marks = marksOf(words);
  const deed = deedOf(words, marks, / I [a-z]|^I /.test(sentence));
  if (deed?.kind) cues[deed.kind] = 1;
  if (deed?.paper) cues.paper = 1;
  for (let at = 0; at < 4; at++) if (isFurther.has(words[at] ?? '')) cues.further = 1;
  if (deed?.further) cues.further = 1;
  if (words[0] === 'here') cues.here = 1;

  let states = 0;
  for (const { at, role } of marks) {
    if (role === 'state') states++;
    else if (role === 'trouble' && (!deed || at > deed.at) && pointsBack.has(words[at - 1] ?? ''))
      cues.refers = 1;
    else if (role === 'novel') cues.novel = 1;
    else if (role === 'in' && afterPaper(words, at + 1) > 0) cues.here = 1;
    else if (role === 'joins' && deed && deed.kind !== 'makes' && at > deed.at + 1) {
      if (kindAt(at + 1) === 'makes' || kindAt(at + 2) === 'makes') cues.andMakes = 1;
    } else if (role === 'auxiliary' && !deed) {
      for (let next = at + 1; next <= at + 2; next++) {
        const kind = isParticiple(words[next] ?? '') ? kindAt(next) : undefined;
        if (kind === 'makes' || isShown.has(words[next] ?? '')) cues.isMade = 1;
        else if (kind === 'studies') cues.isStudied = 1;
      }
    }
  }
  let same = 0;
  for (const stem of stems) if (lower.includes(stem)) same++;
  if (same > 0) cues.title = same / stems.length;
  if (others.test(lower) && !(deed && deed.at < 3)) cues.others = deed ? 0.5 : 1;
  if (leadsBack(sentence) > 0) cues.answers = 1;
  else if (states > 0) cues.state = Math.min(states, 2);
  if (conclusion.test(lower)) cues.conclusion = 1;
  if (words.length > 18) delete cues.refers;
  if (sentence.endsWith('?')) cues.question = 1;
  if (words.length > 45) cues.long = 1;
  return cues;
}

/**
 * The cues of an abstract's sentences, in order. Linear.
 *
 * @param title the paper's, as text; may be empty
 */
export function cuesOf(sentences: readonly string[], title: string): Cues[] {
  const about = titleOf(title);
  let made = false;
  let named = false;
  return sentences.map((sentence, place) => {
    const cues = cuesOfOne(sentence, about);
    const hasName = about.name !== undefined && sentence.includes(about.name);
    if (hasName && !named) cues.name = 1;
    if (place === 0 && cues.makes !== 1) cues.first = 1;
    cues.place = Math.min(place, 10);
    if (made) cues.again = 1;
    named ||= hasName;
    made ||= cues.makes === 1 || cues.isMade === 1;
    return cues;
  });
}
