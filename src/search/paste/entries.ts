/** BibTeX entries that were pasted. */
import { identifiersIn } from '../../digest/identifiers.ts';
import { bibtexEntries } from '../../digest/records/bibtex.ts';
import { readKey } from './cited.ts';
import { paperName, titleName } from './keys.ts';
import type { Paste, PastedItem } from './read.ts';

/** A value without TeX's braces. */
const plain = (value: string): string =>
  value.replaceAll(/[{}]/g, '').replaceAll(/\s+/g, ' ').trim();

/** Reads BibTeX entries; nothing if there are none. */
export function readEntries(text: string): Paste | undefined {
  const titles: string[] = [];
  const items = bibtexEntries(text).flatMap(({ key, fields }): PastedItem[] => {
    const title = plain(fields['title'] ?? '');
    const { eprint = '', doi = '', url = '' } = fields;
    const ids = [eprint, doi, url].flatMap((value) =>
      identifiersIn(plain(value)).map(({ name }) => name),
    );
    if (title === '' && ids.length === 0) return [];
    titles.push(title);
    const byKey = readKey(key)?.sure === true ? (readKey(key)?.names ?? []) : [];
    const names = [ids, title === '' ? [] : [titleName(title)], [paperName(key)], ...byKey].filter(
      (group) => group.length > 0,
    );
    return [{ text: title === '' ? key : title, kind: 'reference', names, sure: true }];
  });
  if (items.length === 0) return undefined;
  return { items, query: items.length === 1 ? (titles[0] ?? '') : '' };
}
