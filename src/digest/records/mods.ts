import type { XmlElement } from '@rgrove/parse-xml';
import { doiAddress, type FieldRow } from './field-rows.ts';
import { attribute, childText, children, elementsAt, textsOf } from './xml-fields.ts';

/** The title with its article and subtitle; other titles of the same paper say what they are. */
function titles(elements: readonly XmlElement[]): string[] {
  return elements
    .filter((element) => attribute(element, 'type') === undefined)
    .flatMap((element) => {
      const title = childText(element, 'title');
      if (title === undefined) return [];
      const article = childText(element, 'nonSort');
      const subtitle = childText(element, 'subTitle');
      const whole = article === undefined ? title : `${article} ${title}`;
      return [subtitle === undefined ? whole : `${whole}: ${subtitle}`];
    });
}

/** Names without a role, or with that of an author. */
function authors(elements: readonly XmlElement[]): unknown[] {
  return elements
    .filter((element) => {
      const roles = textsOf(elementsAt(element, 'role.roleTerm'));
      return roles.length === 0 || roles.some((role) => /^(?:aut|author|creator|cre)$/i.test(role));
    })
    .map((element) => {
      const parts = children(element, 'namePart');
      const of = (type?: string): string | undefined => {
        const texts = textsOf(parts.filter((part) => attribute(part, 'type') === type));
        return texts.length === 0 ? undefined : texts.join(' ');
      };
      const family = of('family');
      if (family !== undefined) return { family, given: of('given'), suffix: of('termsOfAddress') };
      return of() ?? childText(element, 'displayForm');
    });
}

const typed =
  (type: string, path: string) =>
  (elements: readonly XmlElement[]): string[] =>
    textsOf(
      elements
        .filter((element) => attribute(element, 'type') === type)
        .flatMap((element) => elementsAt(element, path)),
    );

/** Rows of MODS below a path. */
export function modsRows(at: string): readonly FieldRow<XmlElement>[] {
  const host = `${at}relatedItem`;
  return [
    {
      from: [`${at}titleInfo`],
      as: 'title',
      take: titles,
      reads: ['.title', '.subTitle', '.nonSort', '@type'],
    },
    { from: [`${at}abstract`], as: 'abstract' },
    {
      from: [`${at}name`],
      as: 'authors',
      take: authors,
      reads: ['.namePart', '.namePart@type', '.role.roleTerm', '.displayForm'],
    },
    {
      from: [`${at}identifier`],
      as: 'link',
      take: (elements) =>
        elements.flatMap((element) => {
          const [text = ''] = textsOf([element]);
          return attribute(element, 'type') === 'doi' ? doiAddress(text) : [];
        }),
      reads: ['@type'],
    },
    { from: [`${at}location.url`], as: 'url' },
    { from: [`${at}originInfo.dateIssued`], as: 'published' },
    { from: [`${at}part.date`, `${at}originInfo.copyrightDate`], as: 'date' },
    {
      from: [host],
      as: 'venue',
      take: typed('host', 'titleInfo.title'),
      reads: ['.titleInfo.title', '@type'],
    },
    { from: [`${host}.originInfo.dateIssued`, `${host}.part.date`], as: 'date' },
  ];
}
