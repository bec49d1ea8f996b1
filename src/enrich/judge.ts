/** Whether what arXiv has is the paper of an entry. Pure. What is in doubt is a person's to decide. */
import { isProvisional } from '../digest/provisional.ts';
import {
  abstractLikeness,
  agreeing,
  contradicting,
  titleLength,
  titleRelation,
  type TitleRelation,
} from '../digest/likeness.ts';
import { isWithdrawalNotice, type ArxivRecord } from '../entries/records/record.ts';

/** What an entry knows of its paper. */
export interface KnownPaper {
  readonly title: string;
  /** The abstract as captured or as a person corrected it; Markdown. */
  readonly abstract: string;
}

/** A paper of arXiv's held against an entry. */
export interface Candidate {
  readonly record: ArxivRecord;
  readonly title: TitleRelation;
  /** See `abstractLikeness`; undefined: there is nothing to compare. */
  readonly abstract: number | undefined;
}

export type Verdict =
  | { readonly kind: 'taken'; readonly candidate: Candidate; readonly by: string }
  | {
      readonly kind: 'doubtful';
      readonly why: string;
      readonly candidates: readonly Candidate[];
    }
  | { readonly kind: 'absent' };

/** A title of fewer words ("Editorial") proves nothing without an abstract. */
export const fewestWords = 4;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Holds a record against an entry. */
export function compare(paper: KnownPaper, record: ArxivRecord): Candidate {
  return {
    record,
    title: titleRelation(paper.title, record.title),
    abstract: isWithdrawalNotice(record.abstract)
      ? undefined
      : abstractLikeness(paper.abstract, record.abstract),
  };
}

const agrees = ({ abstract }: Candidate): boolean => abstract !== undefined && abstract >= agreeing;

const doubt = (why: string, ...candidates: readonly Candidate[]): Verdict => ({
  kind: 'doubtful',
  why,
  candidates,
});

/**
 * Judges the record with the id that an entry gives: its title must agree, or its abstract. Where the id is all that
 * is known, it decides.
 *
 * @param record undefined: arXiv knows no such id
 */
export function judgeById(paper: KnownPaper, record: ArxivRecord | undefined): Verdict {
  if (!record) return doubt('arXiv has no paper of this id');
  const candidate = compare(paper, record);
  if (isProvisional(paper.title)) return { kind: 'taken', candidate, by: 'arXiv id' };
  if (candidate.title === 'equal') return { kind: 'taken', candidate, by: 'arXiv id and title' };
  if (agrees(candidate)) {
    return { kind: 'taken', candidate, by: 'arXiv id and abstract; the paper has a new title' };
  }
  return doubt(`the paper of this id has another title: "${record.title}"`, candidate);
}

/**
 * Judges what a search by title found.
 *
 * Taken is the only paper with the same title if its abstract does not contradict, or the only one with a
 * near title and the same abstract. Several, or anything less: doubtful.
 *
 * @param complete whether these are all that arXiv found
 */
export function judgeByTitle(
  paper: KnownPaper,
  records: readonly ArxivRecord[],
  complete: boolean,
): Verdict {
  const all = [...new Map(records.map((record) => [record.arxiv, record])).values()].map((record) =>
    compare(paper, record),
  );
  const equal = all.filter(({ title }) => title === 'equal');
  const near = all.filter((candidate) => candidate.title === 'near' && agrees(candidate));
  const [only, second] = [...equal, ...near];
  if (second) return doubt('several papers fit', ...equal, ...near);
  if (only) return judgeOnly(paper, only, complete);
  const like = all.filter(
    (candidate) =>
      agrees(candidate) ||
      (candidate.title === 'near' && (candidate.abstract ?? 1) >= contradicting),
  );
  return like.length === 0 ? { kind: 'absent' } : doubt('a similar paper', ...like);
}

function judgeOnly(paper: KnownPaper, candidate: Candidate, complete: boolean): Verdict {
  const { title, abstract, record } = candidate;
  if (agrees(candidate)) return { kind: 'taken', candidate, by: `${title} title and abstract` };
  if (isWithdrawalNotice(record.abstract)) {
    return doubt('the paper was withdrawn, its abstract is gone', candidate);
  }
  if (!complete) return doubt('more papers of like title than arXiv sends', candidate);
  if (abstract === undefined) {
    return titleLength(paper.title) >= fewestWords
      ? { kind: 'taken', candidate, by: 'equal title' }
      : doubt('a short title and no abstract to compare', candidate);
  }
  if (abstract < contradicting) {
    return doubt(`same title, other abstract (${percent(abstract)} alike)`, candidate);
  }
  return { kind: 'taken', candidate, by: `equal title; abstract ${percent(abstract)} alike` };
}
