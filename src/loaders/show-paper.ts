/** What the pages show of a paper, worked out of its entry, its record and its captures. Pure. */
import { lacksTitle } from '../digest/provisional.ts';
import { damageOf } from '../text/damage.ts';
import { toMarkdown } from '../text/markdown.ts';
import { normaliseEmphasis } from '../text/normalise.ts';
import { renderTitle } from '../text/render.ts';
import { saysTheSame, type CapturedText } from './captured.ts';
import type { StoredEntry } from '../entries/model.ts';
import { isEdited } from '../entries/origin.ts';
import { PaperRow } from './paper-row.ts';
import { withRecord, type Records } from '../entries/records/apply.ts';
import { foreignFacts } from '../entries/records/provenance.ts';
import { capturedTexts, shownAbstract } from '../entries/shown.ts';
import type { EditedEntry } from '../entries/sync.ts';

/** What is known of an entry's paper. */
export interface PaperSources {
  readonly stored: StoredEntry;
  /** What its digests say, if somebody edited the entry. */
  readonly edited: EditedEntry | undefined;
  readonly captures: readonly CapturedText[];
  readonly records: Records;
  /** Its entry, from the archive's folder, if it lies in a folder below `papers`. */
  readonly file: string | undefined;
}

/** A person who edits the entry of a list of links and leaves it a title has completed it. */
const titledByHand = ({ entry: { data }, text }: StoredEntry): boolean =>
  isEdited(text, data.origin) && !lacksTitle(data);

/** Renders and checks an entry: the costly part of a build, done once for the same sources. Never throws on text. */
export function showPaper({ stored, edited, captures, records, file }: PaperSources): PaperRow {
  const { id, data } = stored.entry;
  const before = edited && capturedTexts([edited]).get(id);
  const shown = shownAbstract(stored, before, records);
  const { html, text, urls } = shown.abstract;
  const typeset = html.includes('<math') || renderTitle(data.title).html.includes('<math');
  const facts = {
    ...withRecord(stored.entry, records).data,
    ...(titledByHand(stored) && { incomplete: false }),
    ...(file !== undefined && { file }),
    urls,
    foreign: foreignFacts(stored, edited?.captured, records),
    damage: damageOf(data.title, text).map(({ where, text, why }) => ({ where, text, why })),
    ...(shown.record?.data.source !== undefined && { source: shown.record.data.source }),
  };
  const captured = captures.filter(
    (capture) => !saysTheSame(capture.text, { title: data.title, text, typeset }),
  );
  const written = (shown.record?.body ?? stored.entry.body).trim();
  const markdown =
    written === toMarkdown(normaliseEmphasis(text, false), 'plain') ? {} : { markdown: written };
  return PaperRow.of({ facts, body: { text, html, ...markdown, captured } });
}
