/** What an entry should say by its digests, worked out once for the same digests. Pure. */
import { hash } from 'node:crypto';
import { entryFile } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { hashOfRecord, marksOfPaper } from './marks.ts';
import { factConflicts, mergeCapturings, type Capturings } from './merge.ts';
import type { Entry } from './model.ts';
import { completed, recordOf, type Records } from './records/apply.ts';
import { serialiseEntry } from './serialise.ts';

/** As much of it as is remembered. */
export interface RememberedMeaning {
  /** SHA-256 of the file that the loader would write today. */
  readonly hash: string;
  /** What of the digests has no place in the entry. */
  readonly leftOut: readonly Diagnostic[];
  /** On what the digests contradict each other. */
  readonly conflicts: readonly Diagnostic[];
}

/** What an entry is to say, to the letter. */
interface Wording {
  readonly meant: Pick<Entry, 'data' | 'body'>;
  /** As the loader would write it today. */
  readonly today: string;
}

/** What an entry should say. */
export interface Meaning extends RememberedMeaning {
  /** Worked out only when it is asked for. */
  readonly wording: () => Wording;
}

/** What was worked out before. */
export interface RememberedMeanings {
  /** @param wanted keys by id */
  get(wanted: ReadonlyMap<string, string>): ReadonlyMap<string, RememberedMeaning>;
  put(id: string, key: string, meaning: RememberedMeaning): void;
}

/** What meanings are made of beside the papers. */
interface Around {
  /** The file of each digest that is there. */
  readonly files: ReadonlyMap<string, string>;
  readonly records: Records;
  readonly remembered: RememberedMeanings | undefined;
}

interface Wanted {
  readonly captured: Capturings;
  readonly aliases: readonly string[];
}

/** The meanings of entries: first all are asked for, then each is given. */
export class Meanings {
  readonly #around: Around;
  readonly #wanted = new Map<string, Wanted>();
  readonly #keys = new Map<string, string>();
  #known: ReadonlyMap<string, RememberedMeaning> | undefined;

  constructor(around: Around) {
    this.#around = around;
  }

  /** @param aliases former file names of the entry */
  want(id: string, captured: Capturings, aliases: readonly string[]): void {
    this.#wanted.set(id, { captured, aliases });
    if (this.#around.remembered) this.#keys.set(id, this.#keyOf(id, captured, aliases));
  }

  /** The meaning of an entry that was asked for; it is looked at closely only where that is needed. */
  of(id: string): Meaning {
    const { remembered } = this.#around;
    this.#known ??= remembered?.get(this.#keys) ?? new Map();
    const known = this.#known.get(id);
    if (known) {
      let wording: Wording | undefined;
      return { ...known, wording: () => (wording ??= this.#workOut(id)) };
    }
    const { meant, today, ...meaning } = this.#workOut(id);
    remembered?.put(id, this.#keys.get(id) ?? '', meaning);
    return { ...meaning, wording: () => ({ meant, today }) };
  }

  /** All that {@link meaningOf} looks at. */
  #keyOf(id: string, captured: Capturings, aliases: readonly string[]): string {
    const { files, records } = this.#around;
    const [{ digest, paper }] = captured;
    // Most entries have one listing and nothing else: the same key as below, made sooner.
    if (captured.length === 1 && aliases.length === 0 && records.size === 0)
      return `${digest} ${marksOfPaper(paper).hash}\n\n\n\n\n\n${files.get(digest) ?? ''}\n\n`;
    const papers = captured.map((it) => `${it.digest} ${marksOfPaper(it.paper).hash}`);
    const texts = [id, ...aliases].flatMap((name) => {
      const record = records.get(name);
      return record ? [`${name} ${hashOfRecord(record)}`] : [];
    });
    // Of conflicts alone the entry's own path is told.
    const own = captured.length > 1 ? [entryFile(id)] : [];
    return [papers, aliases, texts, [files.get(digest)], own]
      .map((part) => part.join('\n'))
      .join('\n\n');
  }

  /** Looks closely, whatever is remembered. */
  #workOut(id: string): RememberedMeaning & Wording {
    const { captured, aliases } = this.#wanted.get(id) ?? {};
    if (!captured) throw new Error(`${id} was not asked for`);
    return meaningOf(id, captured, aliases, this.#around);
  }
}

function meaningOf(
  id: string,
  captured: Capturings,
  aliases: readonly string[] = [],
  { files, records }: Around,
): RememberedMeaning & Wording {
  const { leftOut, ...merged } = mergeCapturings(captured, aliases);
  const meant = { ...merged, data: completed(merged.data, recordOf(id, merged.data, records)) };
  const [{ digest, paper }] = captured;
  const where = { file: files.get(digest) ?? digest, line: paper.lines[0] };
  const told = leftOut.map(({ field, value }) =>
    diagnostic('digest/left-out', where, { field, value: value.slice(0, 200) }),
  );
  const today = serialiseEntry(meant);
  return {
    meant,
    today,
    hash: hash('sha256', today),
    leftOut: told,
    conflicts: factConflicts(captured, entryFile(id)),
  };
}
