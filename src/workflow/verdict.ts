/** What a run of the workflow that publishes says at its end: annotations, and the summary of its page. Pure. */

/** What became of a step, as GitHub has it. */
type Outcome = string;

export interface Run {
  /** Of the steps that build, check, ask Pages, and collect; empty where one was left out. */
  readonly site: Outcome;
  readonly check: Outcome;
  readonly pages: Outcome;
  readonly collect: Outcome;
  /** Whether there is a site. */
  readonly made: boolean;
  /** What collecting printed; empty if nothing is collected. */
  readonly collected: string;
  /** Days since the last commit of the archive's repository. */
  readonly idle: number;
}

export interface Verdict {
  /** Lines for the run's log; GitHub shows those that begin with `::` on its page. */
  readonly lines: readonly string[];
  /** Markdown. */
  readonly summary: string;
  readonly ok: boolean;
}

/** Days without a commit after which GitHub switches schedules of public repositories off. */
const sleepsAfter = 60;
/** Days from which on it is told. */
const toldFrom = 45;

/** Code in Markdown that nothing in the text can end. */
const asCode = (text: string): string => text.replaceAll(/^/gm, '    ');

/** @param run what became of its steps */
export function verdictOf(run: Run): Verdict {
  const errors: string[] = [];
  const warnings: string[] = [];
  if (run.pages === 'failure')
    errors.push(
      'GitHub Pages is off. Choose Settings → Pages → Source: GitHub Actions, then run this workflow again. Everything else is done.',
    );
  if (run.site === 'failure' || run.check === 'failure') {
    const published = run.made && run.pages !== 'failure' ? 'What is good' : 'Nothing';
    errors.push(`The archive has errors, listed above. ${published} has been published.`);
  }
  if (run.collect === 'failure')
    warnings.push('Not every source could be collected. What was missed is asked for again.');
  if (run.idle >= toldFrom)
    warnings.push(
      `Nothing was committed for ${run.idle} days. After ${sleepsAfter}, GitHub switches off the schedule of a public repository: commit anything, or press Actions → Archive → Enable workflow then.`,
    );
  const collected = run.collected.trim();
  return {
    lines: [
      ...warnings.map((text) => `::warning::${text}`),
      ...errors.map((text) => `::error::${text}`),
    ],
    summary: [
      ...[...errors, ...warnings].map((text) => `- ${text}\n`),
      ...(collected === '' ? [] : [`\n### Collected\n\n${asCode(collected)}\n`]),
    ].join(''),
    ok: errors.length === 0,
  };
}
