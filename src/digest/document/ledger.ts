/** The account of a Markdown capture's lines, kept while it is read. */
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { firstVisible } from '../lines.ts';
import type { LineAccount, LineKind } from '../model.ts';
import type { Extent } from './block.ts';

const blank: LineAccount = { kind: 'blank', reason: 'blank: white space only' };

export class Ledger {
  readonly #lines: readonly string[];
  readonly #accounts: (LineAccount | undefined)[];

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    this.#accounts = lines.map((line) => (firstVisible(line) === line.length ? blank : undefined));
  }

  /** Accounts for the lines of an extent that are not blank; a later account replaces an earlier one. */
  set({ first, last }: Extent, kind: LineKind, why: string): void {
    const account: LineAccount = { kind, reason: `${kind}: ${why}` };
    for (let index = first; index <= last; index++) {
      if (this.#accounts[index] !== blank) this.#accounts[index] = account;
    }
  }

  /** Every line's account; what nothing was said of is unaccounted. */
  accounts(): LineAccount[] {
    return this.#accounts.map(
      (account, index) =>
        account ?? {
          kind: 'unaccounted',
          reason: `unaccounted: it is no part of a paper, and no furniture: "${this.#start(index)}"`,
        },
    );
  }

  /** One problem for each unaccounted line. */
  problems(file: string, accounts: readonly LineAccount[]): Diagnostic[] {
    return accounts.flatMap(({ kind, reason }, index) => {
      if (kind !== 'unaccounted') return [];
      const column = firstVisible(this.#lines[index] ?? '') + 1;
      const why = reason.replace(/^unaccounted: /, '');
      return [diagnostic('digest/unaccounted-line', { file, line: index + 1, column }, { why })];
    });
  }

  /** The lines that are banner up to the first title. */
  banner(accounts: readonly LineAccount[]): string[] {
    const banner: string[] = [];
    for (const [index, { kind }] of accounts.entries()) {
      if (kind === 'title') break;
      if (kind === 'banner') banner.push((this.#lines[index] ?? '').trim());
    }
    return banner;
  }

  #start(index: number): string {
    const text = (this.#lines[index] ?? '').trim();
    return text.length > 40 ? `${text.slice(0, 40)}…` : text;
  }
}
