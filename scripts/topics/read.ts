/** Reads what `npm run topics` looks at: the papers as the archive's pages have them. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { digestsFolder } from '../../src/archive-folder.ts';
import type { ReviewedPaper, PaperText } from '../../src/topics/index.ts';
import { parseDigestName } from '../../src/digest/name.ts';
import { asBuilt } from '../../src/entries/as-built.ts';
import type { Records } from '../../src/entries/records/apply.ts';
import { titleKey } from '../../src/digest/identity.ts';
import { readRecords } from '../../src/entries/records/files.ts';
import { readDigests, readEntries } from '../../src/entries/files.ts';
import { listPlaced } from '../../src/entries/placed.ts';
import { isEdited } from '../../src/entries/origin.ts';
import { capturedTexts, shownAbstract, type Captured } from '../../src/entries/shown.ts';
import type { StoredEntry } from '../../src/entries/model.ts';

/** Entries as the next build would have them, and what digests say of edited ones; writes nothing. */
async function readStored(
  root: string,
  records: Records,
): Promise<{ entries: readonly StoredEntry[]; captured: ReadonlyMap<string, Captured> }> {
  const before = await readEntries(root);
  const listed = new Set(
    before.entries.flatMap(({ entry }) => entry.data.digests.map(({ digest }) => digest)),
  );
  const digestFiles = (await listPlaced(root, digestsFolder())).files;
  const waiting = digestFiles.some((file) => {
    const named = parseDigestName(file);
    return named.ok && !listed.has(named.name.id);
  });
  // What the digests say of an edited entry decides only whether its record's abstract is shown.
  const doubtful = before.entries.some(
    ({ entry: { id, data }, text }) => records.has(id) && isEdited(text, data.origin),
  );
  if (!waiting && !doubtful) return { entries: before.entries, captured: new Map() };
  const { digests } = await readDigests(root);
  const { entries, edited } = asBuilt(digests, before, records);
  return { entries, captured: capturedTexts(edited) };
}

/** A body of one paragraph in which nothing can be markup: its text is itself. */
const withoutMarkup = /^(?![-+=~\d])[^\\*_`[\]<>&$#~\n]+$/;

/**
 * Reads the papers of an archive as its pages have them: entries, and what digests list that has no entry yet.
 * Writes nothing.
 *
 * @param onProgress called with a word on what is being done
 */
export async function readPapers(
  root: string,
  onProgress: (what: string) => void = () => undefined,
): Promise<ReviewedPaper[]> {
  onProgress('reading entries');
  const { records } = await readRecords(root);
  const { entries, captured } = await readStored(root, records);
  return entries.map((item, index) => {
    if (index % 500 === 0) onProgress(`reading abstracts: ${index} of ${entries.length}`);
    const { id, data, body } = item.entry;
    const text =
      !records.has(id) && withoutMarkup.test(body.trim())
        ? body.trim()
        : shownAbstract(item, captured.get(id), records).abstract.text;
    return { id, title: data.title, text, byHand: data.topics };
  });
}

/**
 * Looks up papers in a file of JSON lines with `title` and `abstract`.
 *
 * @param keys title keys of the papers that are wanted
 * @returns their texts by title key
 */
export async function readTexts(
  file: string,
  keys: ReadonlySet<string>,
): Promise<Map<string, PaperText>> {
  const found = new Map<string, PaperText>();
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Infinity,
  })) {
    const paper = paperOf(line);
    if (paper === undefined) continue;
    const key = titleKey(paper.title);
    if (keys.has(key) && !found.has(key)) found.set(key, paper);
  }
  return found;
}

function paperOf(line: string): PaperText | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('title' in value)) return undefined;
    const abstract = 'abstract' in value ? value.abstract : '';
    if (typeof value.title !== 'string' || typeof abstract !== 'string') return undefined;
    return { title: value.title, text: abstract };
  } catch {
    return undefined;
  }
}
