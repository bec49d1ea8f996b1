/**
 * The names of what is kept. Each lies under a name of its own, so that two pages that write different things never
 * write over one another: `soap star`, `soap note 0m5…`, ` word diffusion`.
 */

/** What is kept of a paper. A star has a place in the list, a read mark its time, a version of a note its text. */
export const starOf = (paper: string): string => `${paper} star`;
export const readOf = (paper: string): string => `${paper} read`;
/** Title, authors, date: what was seen of a paper last. */
export const factsOf = (paper: string): string => `${paper} facts`;
export const noteOf = (paper: string, version: string): string => `${paper} note ${version}`;
export const tagOf = (paper: string, tag: string): string => `${paper} tag ${tag}`;
/** A paper's place in one of the reader's lists. */
export const placeOf = (paper: string, list: string): string => `${paper} in ${list}`;

/** What is kept beside papers. */
export const listOf = (list: string): string => ` list ${list}`;
/** A saved search, by its address from the question mark on. */
export const searchOf = (address: string): string => ` search ${address}`;
/** A word or an author that is muted (`mute`) or lit (`lit`). */
export const ruleOf = (kind: RuleKind, text: string): string => ` ${kind} ${text}`;
export const settingOf = (setting: Setting): string => ` set ${setting}`;

export type RuleKind = 'word' | 'author';
/**
 * `auto`: papers are marked as read without being asked; `hide`: lists leave out what was read; `rules`: there are
 * muted or lit words, so that other readers' pages need not look for them.
 */
export type Setting = 'auto' | 'hide' | 'rules';

export interface Name {
  /** Empty for what is of no paper. */
  readonly paper: string;
  readonly kind: string;
  /** The version, tag, list, word …; empty if there is none. */
  readonly rest: string;
}

/** Takes a name apart. */
export function parseName(name: string): Name {
  const [paper = '', kind = '', ...rest] = name.split(' ');
  return { paper, kind, rest: rest.join(' ') };
}

/** A paper's id: what an address can hold. */
export const paperForm = /^[a-z0-9-]{1,200}$/;
