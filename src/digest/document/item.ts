/** An item of a list as an entry: `**Title** (ICLR 2024) [[paper]](…) - a note`. */
import { stretch, textOf, type Inline, type Run, type Span } from './inline.ts';
import { isPersonal } from '../names/person.ts';
import { sorted, type Said } from './item-facts.ts';
import { plainTitle } from './item-title.ts';
import { canBeTitle, nameMark, tidy, titleMark, trimmed, wordsOf } from './item-words.ts';
import { isLabel, isLocal, isNames, isVenue, isWork } from './work.ts';

export interface ItemReading extends Said {
  readonly title: string;
}

const strongSpan = (runs: readonly Run[]): Span | undefined =>
  stretch(
    runs,
    ({ strong, text }) => strong && canBeTitle(text),
    ({ strong }) => strong,
  );

const linkSpan = (runs: readonly Run[]): Span | undefined =>
  stretch(
    runs,
    ({ link, text }) =>
      link !== undefined &&
      !link.image &&
      !isLocal(link) &&
      canBeTitle(link.label) &&
      text.trim() !== '',
    ({ link }, first) => link === first.link,
  );

/**
 * Whether a run is the name of a single author: in italics, next to the title but for signs and
 * brackets, and parted from what follows by a sign, or before a
 * sentence: the ends of lines inside an item are blanks here.
 */
function isByline(runs: readonly Run[], span: Span | undefined, at: number): boolean {
  const run = runs[at];
  if (!span || at < span[1] || run?.em !== true || run.link || at > span[1] + 3) return false;
  const name = trimmed(run.text);
  if (!isPersonal(name) || isVenue(name) || isLabel(name)) return false;
  const before = textOf(runs.slice(span[1], at));
  const after = runs[at + 1]?.text ?? '';
  return (
    /^[\s.,:;|·–—-]*(?:[([][^()[\]]{0,90}[)\]][\s.,:;|·–—-]*)?$/.test(before.slice(0, 200)) &&
    /^(?:\s*$|\s?[.,:;|·([–—-]|\s*\n|\s\p{Lu})/u.test(after.slice(0, 40))
  );
}

/** Whether no words come after a run. */
const endsAt = (runs: readonly Run[], index: number): boolean =>
  wordsOf(textOf(runs.slice(index + 1)).slice(0, 200)) < 2;

/** What stands around a title, links and their brackets left out. */
function around(runs: readonly Run[], span: Span | undefined): string {
  let rest = '';
  runs.forEach(({ link, text: written, em }, index) => {
    const text = written.replaceAll(/[\ufdd0\ufdd1]/g, '');
    if (span && index >= span[0] && index < span[1]) rest += titleMark;
    else if (link && (isLabel(link.label) || isLocal(link))) rest += ' ';
    // `[CoRR abs/2501.00011](…) (2025)` at the end says where it is.
    else if (link && span && index >= span[1] && isWork(link.url) && endsAt(runs, index))
      rest += ' ';
    else {
      const by = em && /\bby\s$/.test((runs[index - 1]?.text ?? '').slice(-4));
      const names = by || (em && isNames(trimmed(text))) || isByline(runs, span, index);
      rest += names ? nameMark + text + nameMark : text;
    }
  });
  return rest;
}

const reading = (title: string, rest: string): ItemReading => ({
  title: tidy(title),
  ...sorted(rest),
});

/** A title in italics at the start: `*Title*, names`. */
function emphasised(runs: readonly Run[]): Span | undefined {
  const at = runs.findIndex(({ text }) => trimmed(text) !== '');
  const { em = false, link, text = '' } = runs[at] ?? {};
  const isTitle = em && !link && canBeTitle(text) && !isNames(trimmed(text)) && wordsOf(text) > 2;
  return isTitle ? [at, at + 1] : undefined;
}

/**
 * Reads an item.
 *
 * @returns undefined if nothing in it can be a title
 */
export function readItem({ runs }: Inline): ItemReading | undefined {
  const strong = strongSpan(runs);
  const link = linkSpan(runs);
  const textIn = (span: Span): string => textOf(runs.slice(...span));
  const bold = strong ? textIn(strong) : '';
  const short = strong !== undefined && (wordsOf(bold) < 3 || /:\s*$/.test(bold));
  // `**BERT**: [BERT: Pre-training of …](…)`: the longer one is the title.
  const linked = link && (!strong || (short && wordsOf(textIn(link)) > 3)) ? link : undefined;
  const span = linked ?? strong ?? emphasised(runs);
  if (!span) {
    const plain = plainTitle(runs);
    if (!plain || !canBeTitle(plain.title)) return undefined;
    const { title, rest, authors } = plain;
    return { ...reading(title, rest), ...(authors !== undefined && { authors: trimmed(authors) }) };
  }
  const rest = around(runs, span);
  // `**ViT**: "An Image is Worth …", ICLR, 2021`
  const quoted = short && !linked ? /["“]([^"“”]{12,300})["”]/.exec(rest.slice(0, 2000)) : null;
  return quoted
    ? reading(quoted[1] ?? '', rest.replace(titleMark, ' ').replace(quoted[0], titleMark))
    : reading(textIn(span), rest);
}
