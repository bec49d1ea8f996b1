/** Takes in facts that somebody gathered: finds the entry of each paper, and puts them into its record. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { painted, toTerminal } from '../diagnostics/reporters/terminal.ts';
import { visibleIn } from '../diagnostics/visible.ts';
import { titleKey } from '../digest/identity.ts';
import { lacksTitle } from '../digest/provisional.ts';
import { readEntries } from '../entries/files.ts';
import { prepareFolders, readRecords, writeRecord } from '../entries/records/files.ts';
import { parseFactsFile, type GatheredPaper } from './facts-file.ts';
import { fewestWords } from './judge.ts';
import { titleLength, titleRelation } from '../digest/likeness.ts';
import { withGathered } from '../entries/records/serialise.ts';
import { withRecord, type Records } from '../entries/records/apply.ts';
import { counted } from '../text/counted.ts';
import type { StoredEntry } from '../entries/model.ts';

/** A line of the file and what became of it. */
export interface FactsOutcome {
  readonly line: number;
  readonly entry?: string;
  /** In what the paper was recognised, or why it was not taken. */
  readonly by?: string;
  readonly why?: string;
  /** Fields that the record has from the file now. */
  readonly fields: readonly string[];
  readonly out: GatheredPaper['out'];
}

export interface FactsReport {
  /** False if a line cannot be read, or a record not written. */
  readonly ok: boolean;
  readonly dryRun: boolean;
  readonly papers: readonly FactsOutcome[];
  readonly problems: readonly Diagnostic[];
}

type Match = { readonly stored: StoredEntry; readonly by: string } | { readonly why: string };

/** Entries by everything that names their papers. */
class Finder {
  readonly #by = new Map<string, StoredEntry[]>();

  constructor(entries: readonly StoredEntry[], records: Records) {
    for (const stored of entries) {
      const { id, data } = stored.entry;
      const { arxiv, doi } = withRecord(stored.entry, records).data;
      const keys = [`entry ${id}`, `title ${titleKey(data.title)}`];
      if (arxiv !== undefined) keys.push(`arxiv ${arxiv}`);
      if (doi !== undefined) keys.push(`doi ${doi.toLowerCase()}`);
      for (const key of keys) this.#by.set(key, [...(this.#by.get(key) ?? []), stored]);
    }
  }

  /**
   * The one entry of a paper: by its name or an identifier, if the title does not speak against it; or by a
   * title that is long enough to be one paper's alone.
   */
  find({ entry, arxiv, doi, title }: GatheredPaper): Match {
    const ways: readonly (readonly [string, string | undefined])[] = [
      ['name', entry === undefined ? entry : `entry ${entry}`],
      ['arXiv id', arxiv === undefined ? arxiv : `arxiv ${arxiv}`],
      ['DOI', doi === undefined ? doi : `doi ${doi.toLowerCase()}`],
    ];
    for (const [by, key] of ways) {
      const [stored, ...others] = this.#by.get(key ?? '') ?? [];
      if (!stored) continue;
      if (others.length > 0) return { why: `several entries have this ${by}` };
      const own = stored.entry.data.title;
      if (title === undefined || lacksTitle(stored.entry.data)) return { stored, by };
      if (titleRelation(own, title) === 'different') {
        return { why: `the entry of this ${by} has another title: "${own}"` };
      }
      return { stored, by: `${by} and title` };
    }
    if (title === undefined) return { why: 'no entry has its name, its arXiv id or its DOI' };
    const [stored, ...others] = this.#by.get(`title ${titleKey(title)}`) ?? [];
    if (!stored) return { why: 'no entry has this title' };
    if (others.length > 0) return { why: 'several entries have this title' };
    if (titleLength(title) < fewestWords) return { why: 'a title so short is not proof enough' };
    return { stored, by: 'title' };
  }

  /** Whose identifier a paper of another entry would take. */
  owner({ facts }: GatheredPaper, { entry }: StoredEntry): string | undefined {
    for (const { facts: fact } of facts) {
      const key =
        fact.arxiv === undefined ? `doi ${fact.doi?.toLowerCase()}` : `arxiv ${fact.arxiv}`;
      const other = this.#by.get(key)?.find((stored) => stored.entry.id !== entry.id);
      if (other) return other.entry.id;
    }
    return undefined;
  }
}

/**
 * Takes in a file of facts: each paper's go into the record of its entry, with where they were read. What an
 * entry says stays, and so does what arXiv says and a record that a person has edited.
 *
 * @param root the project's folder
 * @param file the file's name, for messages, and its text; see `parseFactsFile`
 */
export async function takeFacts(
  root: string,
  file: { readonly name: string; readonly text: string },
  { dryRun }: { readonly dryRun: boolean },
): Promise<FactsReport> {
  const { entries, problems } = await readEntries(root);
  const { records, problems: unread } = await readRecords(root);
  const today = new Date().toISOString().slice(0, 10);
  const reading = parseFactsFile(file.name, file.text, today);
  const finder = new Finder(entries, records);
  if (!dryRun) await prepareFolders(root);
  let failed = false;
  const papers: FactsOutcome[] = [];
  for (const paper of reading.papers) {
    const { line, out } = paper;
    const match = finder.find(paper);
    if (!('stored' in match)) {
      papers.push({ line, why: match.why, fields: [], out });
      continue;
    }
    const { stored, by } = match;
    const { id: entry, data } = stored.entry;
    const owner = finder.owner(paper, stored);
    if (owner !== undefined || paper.facts.length === 0) {
      const why = owner === undefined ? 'nothing to take' : `the entry ${owner} has its identifier`;
      papers.push({ line, entry, why, fields: [], out });
      continue;
    }
    let fields: readonly string[] = [];
    const written = await writeRecord(
      root,
      {
        stored,
        make: (before) => {
          const title = lacksTitle(data) ? paper.title : undefined;
          const made = withGathered({ of: data, by }, paper.facts, before, title);
          ({ fields } = made);
          return made.text;
        },
      },
      !dryRun,
    );
    failed ||= !written.ok;
    const end = written.ok ? { by } : { why: written.why };
    papers.push({ line, entry, ...end, fields: written.ok ? fields : [], out });
  }
  const all = [...reading.problems, ...problems, ...unread];
  return { ok: !failed && all.length === 0, dryRun, papers, problems: all };
}

/** The report for people. */
export function factsText(report: FactsReport, colour: boolean): string {
  const { papers, problems, dryRun } = visibleIn(report);
  const head = (text: string): string => painted('bold', text, colour);
  const taken = papers.filter(({ why }) => why === undefined);
  const left = papers.filter(({ why }) => why !== undefined);
  return [
    head(`Taken: ${taken.length}`),
    ...taken.map(({ entry, by, fields, out }) => {
      const stays = out.map(({ name, why }) => `${name} (${why})`);
      const kept = fields.length === 0 ? 'nothing new' : fields.join(', ');
      return `  ${entry}, by ${by}: ${kept}${stays.length > 0 ? `; left out: ${stays.join(', ')}` : ''}`;
    }),
    ...(left.length === 0 ? [] : [head(`For a person to decide: ${left.length}`)]),
    ...left.map(({ line, entry, why }) => `  line ${line}${entry ? `, ${entry}` : ''}: ${why}`),
    ...problems.map((problem) => toTerminal(problem, colour)),
    `${counted(papers.length, 'paper')} in the file. ${dryRun ? 'Dry run: nothing was written.' : `Wrote ${counted(taken.length, 'record')}.`}`,
  ].join('\n');
}
