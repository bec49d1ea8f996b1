/** How well assigned topics agree with labels. */

/** One paper: what it ought to have, and what it got. */
export interface Judged {
  readonly expected: ReadonlySet<number>;
  readonly got: ReadonlySet<number>;
}

/** Agreement on one topic, or on all together. */
export interface Agreement {
  /** Papers that have the topic and ought to. */
  readonly right: number;
  /** Papers that have it and ought not to. */
  readonly wrong: number;
  /** Papers that ought to have it and do not. */
  readonly missed: number;
  /** Part of those that have it which ought to; NaN if none has. */
  readonly precision: number;
  /** Part of those that ought to have it which do; NaN if none ought to. */
  readonly recall: number;
  /** Harmonic mean of both; NaN if none has it and none ought to. */
  readonly f1: number;
}

export interface Quality {
  readonly papers: number;
  /** By the index of the topic. */
  readonly topics: readonly Agreement[];
  /** All assignments counted alike. */
  readonly micro: Agreement;
  /** Mean F1 of the topics that a label names; NaN if there is none. */
  readonly macroF1: number;
  /** Papers without a topic, and those of them that ought to have none. */
  readonly unsorted: number;
  readonly rightlyUnsorted: number;
}

/** Precision, recall and F1 from counts. */
export function agreement(right: number, wrong: number, missed: number): Agreement {
  return {
    right,
    wrong,
    missed,
    precision: right / (right + wrong),
    recall: right / (right + missed),
    f1: (2 * right) / (2 * right + wrong + missed),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/**
 * Measures assigned topics against labels.
 *
 * @param judged one a labelled paper
 * @param topics number of topics
 */
export function measureQuality(judged: readonly Judged[], topics: number): Quality {
  const perTopic = Array.from({ length: topics }, (_, topic) => {
    const holding = judged.filter(({ got }) => got.has(topic));
    const right = holding.filter(({ expected }) => expected.has(topic)).length;
    const due = judged.filter(({ expected }) => expected.has(topic)).length;
    return agreement(right, holding.length - right, due - right);
  });
  const named = perTopic.filter(({ right, missed }) => right + missed > 0);
  const unsorted = judged.filter(({ got }) => got.size === 0);
  return {
    papers: judged.length,
    topics: perTopic,
    micro: agreement(
      sum(perTopic.map(({ right }) => right)),
      sum(perTopic.map(({ wrong }) => wrong)),
      sum(perTopic.map(({ missed }) => missed)),
    ),
    macroF1: sum(named.map(({ f1 }) => f1)) / named.length,
    unsorted: unsorted.length,
    rightlyUnsorted: unsorted.filter(({ expected }) => expected.size === 0).length,
  };
}
