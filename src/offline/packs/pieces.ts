/** What many files say of a paper: its id, its title, its text. Kept once; files name it (fill.ts). Pure. */

export interface Pieces {
  readonly id: string;
  /** As HTML; empty where it cannot stand in for the title in files. */
  readonly title: string;
  /** Stretches of the text, without markup. */
  readonly runs: readonly string[];
}

/** In a pack: a line each. */
export const writePieces = ({ id, title, runs }: Pieces): string => [id, title, ...runs].join('\n');

export function readPieces(text: string): Pieces {
  const [id = '', title = '', ...runs] = text.split('\n');
  return { id, title, runs };
}

/** A title as the address of a search elsewhere has it. */
export const asQuery = (title: string): string =>
  new URLSearchParams({ q: title }).toString().slice(2);

/** A name in a hole: whose piece (nothing: the file's own paper's), which, and how much of it in base 36. */
const named = /^([\w-]*)\.(?:([itq])|(\d+)(?::([\da-z]+))?)$/;

export interface PieceName {
  /** Key of the paper; empty for that of the file itself. */
  readonly owner: string;
  /** @throws TypeError if the paper has no such piece */
  of(pieces: Pieces): string;
}

/** @returns undefined if it is the name of something else */
export function pieceName(name: string): PieceName | undefined {
  const [, owner, form, run, length] = named.exec(name) ?? [];
  if (owner === undefined) return undefined;
  return {
    owner,
    of({ id, title, runs }) {
      if (form === 'i') return id;
      if (form === 't') return title;
      if (form === 'q') return asQuery(title);
      const text = runs[Number(run)];
      if (text === undefined) throw new TypeError(`${name} is not there`);
      return length === undefined ? text : text.slice(0, Number.parseInt(length, 36));
    },
  };
}
