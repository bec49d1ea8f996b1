import type { XmlElement } from '@rgrove/parse-xml';
import { row, type FieldRow } from './field-rows.ts';
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

/** The titles of what holds the paper. */
const hosts = (elements: readonly XmlElement[]): string[] =>
  textsOf(
    elements
      .filter((element) => attribute(element, 'type') === 'host')
      .flatMap((element) => elementsAt(element, 'titleInfo.title')),
  );

/** Rows of MODS below a path. */
export function modsRows(at: string): readonly FieldRow<XmlElement>[] {
  const host = `${at}relatedItem`;
  return [
    row(`${at}titleInfo`, 'title', titles, '.title .subTitle .nonSort @type'),
    row(`${at}abstract`, 'abstract'),
    row(`${at}name`, 'authors', authors, '.namePart .namePart@type .role.roleTerm .displayForm'),
    row(`${at}identifier`, 'doi', undefined, '@type'),
    row(`${at}location.url`, 'url'),
    row(`${at}originInfo.dateIssued`, 'published'),
    row(`${at}part.date ${at}originInfo.copyrightDate`, 'date'),
    row(host, 'venue', hosts, '.titleInfo.title @type'),
    row(`${host}.originInfo.dateIssued ${host}.part.date`, 'date'),
  ];
}
