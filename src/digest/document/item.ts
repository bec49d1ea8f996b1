/** An item of a list as an entry: `**Title** (ICLR 2024) [[paper]](…) - a note`. */
import type { Inline, Run } from './inline.ts';
import { isPersonal } from '../plain/names.ts';
import { sorted, type Said } from './item-facts.ts';
import { plainTitle } from './item-title.ts';
import { canBeTitle, nameMark, tidy, titleMark, trimmed, wordsOf } from './item-words.ts';
import { isLabel, isLocal, isNames, isVenue, isWork } from './work.ts';

export interface ItemReading extends Said {
  readonly title: string;
}

/** Runs of the title, as the first and the last of them. */
type Span = readonly [number, number];

/** The stretch of runs from one on that share a link or a style. */
function stretch(runs: readonly Run[], from: number, same: (run: Run) => boolean): Span {
  let to = from;
  while (
    to + 1 < runs.length &&
    same(runs[to + 1] ?? { text: '', strong: false, em: false, code: false, link: undefined })
  )
    to++;
  return [from, to];
}

const textOf = (runs: readonly Run[], [from, to]: Span): string =>
  runs
    .slice(from, to + 1)
    .map(({ text }) => text)
    .join('');

function strongSpan(runs: readonly Run[]): Span | undefined {
  const from = runs.findIndex((run) => run.strong && canBeTitle(run.text));
  return from < 0 ? undefined : stretch(runs, from, ({ strong }) => strong);
}

function linkSpan(runs: readonly Run[]): Span | undefined {
  const from = runs.findIndex(
    ({ link, text }) =>
      link !== undefined &&
      !link.image &&
      !isLocal(link) &&
      canBeTitle(link.label) &&
      text.trim() !== '',
  );
  return from < 0
    ? undefined
    : stretch(runs, from, ({ link }) => link !== undefined && link === runs[from]?.link);
}

/**
 * Whether a run is the name of a single author: in italics, next to the title but for signs and
 * brackets, and parted from what follows by a sign, or before a
 * sentence: the ends of lines inside an item are blanks here.
 */
function isByline(runs: readonly Run[], span: Span | undefined, index: number): boolean {
  const run = runs[index];
  if (!span || index <= span[1] || run?.em !== true || run.link || index > span[1] + 4)
    return false;
  const name = trimmed(run.text);
  if (!isPersonal(name) || isVenue(name) || isLabel(name)) return false;
  const before = index === span[1] + 1 ? '' : textOf(runs, [span[1] + 1, index - 1]);
  const after = runs[index + 1]?.text ?? '';
  return (
    /^[\s.,:;|·–—-]*(?:[([][^()[\]]{0,90}[)\]][\s.,:;|·–—-]*)?$/.test(before.slice(0, 200)) &&
    /^(?:\s*$|\s?[.,:;|·([–—-]|\s*\n|\s\p{Lu})/u.test(after.slice(0, 40))
  );
}

/** Whether no words come after a run. */
const endsAt = (runs: readonly Run[], index: number): boolean =>
  wordsOf(textOf(runs, [index + 1, runs.length - 1]).slice(0, 200)) < 2;

/** What stands around a title, links and their brackets left out. */
function around(runs: readonly Run[], span: Span | undefined): string {
  let rest = '';
  runs.forEach(({ link, text: written, em }, index) => {
    const text = written.replaceAll(/[\ufdd0\ufdd1]/g, '');
    if (span && index >= span[0] && index <= span[1]) rest += titleMark;
    else if (link && (isLabel(link.label) || isLocal(link))) rest += ' ';
    // `[CoRR abs/2501.00011](…) (2025)` at the end says where it is.
    else if (link && span && index > span[1] && isWork(link.url) && endsAt(runs, index))
      rest += ' ';
    else {
      const by = em && /\bby\s$/.test((runs[index - 1]?.text ?? '').slice(-4));
      const names = by || (em && isNames(trimmed(text))) || isByline(runs, span, index);
      rest += names ? nameMark + text + nameMark : text;
    }
  });
  return rest;
}

/**
 * Reads an item.
 *
 * @returns undefined if nothing in it can be a title
 */
export function readItem({ runs }: Inline): ItemReading | undefined {
  const strong = strongSpan(runs);
  const link = linkSpan(runs);
  const short = strong && (wordsOf(textOf(runs, strong)) < 3 || /:\s*$/.test(textOf(runs, strong)));
  // `**BERT**: [BERT: Pre-training of …](…)`: the longer one is the title.
  const linked =
    link && (strong === undefined || (short === true && wordsOf(textOf(runs, link)) > 3));
  const span = linked === true ? link : strong;
  if (span && !(short === true && linked !== true)) {
    const title = tidy(textOf(runs, span));
    return { title, ...sorted(around(runs, span)) };
  }
  if (span) {
    // `**ViT**: "An Image is Worth …", ICLR, 2021`
    const rest = around(runs, span);
    const quoted = /["“]([^"“”]{12,300})["”]/.exec(rest.slice(0, 2000));
    if (quoted) {
      const others = rest.replace(titleMark, ' ').replace(quoted[0], titleMark);
      return { title: tidy(quoted[1] ?? ''), ...sorted(others) };
    }
    return { title: tidy(textOf(runs, span)), ...sorted(rest) };
  }
  // `*Title*, names`: a title in italics at the start.
  const from = runs.findIndex(({ text }) => trimmed(text) !== '');
  const first = runs[from];
  if (
    first?.em === true &&
    !first.link &&
    canBeTitle(first.text) &&
    !isNames(trimmed(first.text)) &&
    wordsOf(first.text) > 2
  ) {
    return { title: tidy(first.text), ...sorted(around(runs, [from, from])) };
  }
  const plain = plainTitle(runs);
  if (!plain || !canBeTitle(plain.title)) return undefined;
  const reading = { title: tidy(plain.title), ...sorted(plain.rest) };
  return plain.authors === undefined ? reading : { ...reading, authors: trimmed(plain.authors) };
}
