/** What readers are told of damage: in a paper's page, in feeds and in exports. */
import * as words from '#words/paper.ts';
import type { Paper } from './archive.ts';

/** Expressions named for one place; a longer list would be read by nobody. */
const named = 5;

/**
 * Where a paper has lost TeX, and what is left there, title first.
 *
 * @returns per place its first few expressions, each once, and how many more there are
 */
export function damagedPlaces({ damage }: Pick<Paper, 'damage'>) {
  return (['title', 'abstract'] as const).flatMap((place) => {
    const found = damage.flatMap(({ where, text }) => (where === place ? [text] : []));
    const texts = [...new Set(found)];
    if (texts.length === 0) return [];
    return [
      { where: place, texts: texts.slice(0, named), more: Math.max(texts.length - named, 0) },
    ];
  });
}

/** The same as a sentence: "Formulas lost their TeX in the abstract (`Ain R^{ntimes d}` and 3 more)." Empty without damage. */
export function damageNote(paper: Pick<Paper, 'damage'>): string {
  const places = damagedPlaces(paper).map(({ where, texts, more }) => {
    const all = texts.map((text) => `\`${text}\``).join(', ');
    return `${words.lostPlace[where]} (${all}${more === 0 ? '' : words.lostMore(more)})`;
  });
  return places.length === 0 ? '' : words.lostNote(places);
}
