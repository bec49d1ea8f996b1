import { categoryCodes } from '../arxiv/categories.ts';
import {
  firstArxivId,
  firstDoi,
  flowing,
  oneLine,
  recordAddresses,
  recordAuthors,
  recordTerms,
} from '../arxiv/feed-facts.ts';
import { FeedReader, rootElement, type RecordReader } from '../arxiv/feed.ts';
import { decodeEntities, htmlToText, looksLikeHtml } from '../arxiv/html-text.ts';
import { findDay, isoDay } from '../arxiv/mail-date.ts';
import { isQuoted, type XmlRecord } from '../arxiv/xml-records.ts';
import { withoutEmphasis } from '../../text/emphasis.ts';
import type { DigestFormat } from '../model.ts';
import { notationOf } from '../records/text.ts';

/** Fields that go into an entry, without their record's name. */
const used: ReadonlySet<string> = new Set(
  'title dc:title summary description content content:encoded dc:description link link@href id guid author author.name dc:creator category category@term dc:subject prism:doi dc:identifier prism:publicationname prism:publicationdate dc:date published pubdate'.split(
    ' ',
  ),
);

/** A text as its reader sees it: HTML if the element says so or looks so. */
function shown(text: string, type: string | undefined, emphasis: boolean): string {
  if (type === 'html' || type === 'text/html' || looksLikeHtml(text))
    return htmlToText(text, emphasis);
  // Without a tag an entity that is left over after XML means that the text was HTML.
  return flowing(
    /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/i.test(text) ? decodeEntities(text) : text,
  );
}

function firstShown(record: XmlRecord, names: readonly string[], emphasis = false): string {
  for (const name of names) {
    for (const element of record.all(name)) {
      const { attributes, text } = element;
      const found = isQuoted(element)
        ? shown(text, attributes['type'], emphasis)
        : record.shown(element, emphasis);
      if (found !== '') return found;
    }
  }
  return '';
}

const readRecord: RecordReader = (record) => {
  const title = oneLine(firstShown(record, ['title', 'dc:title']));
  if (title === '') return { refused: 'it has no title' };
  const abstract = firstShown(
    record,
    ['summary', 'description', 'dc:description', 'content', 'content:encoded'],
    true,
  ).replace(/^Abstract[:.]?\s+(?=\p{Lu})/u, '');
  const addresses = recordAddresses(record);
  const arxiv = firstArxivId(addresses);
  const doi = firstDoi([record.text('prism:doi'), record.text('dc:identifier'), ...addresses]);
  const day = findDay(record.text('prism:publicationDate', 'dc:date', 'published', 'pubDate'));
  const authors = recordAuthors(record);
  const venue = oneLine(record.text('prism:publicationName'));
  const categories = categoryCodes(recordTerms(record));
  const link = addresses.find((address) => /^https?:\/\//i.test(address));
  const isKnown =
    link === undefined || firstArxivId([link]) !== undefined || firstDoi([link]) !== undefined;
  return {
    title,
    ...(abstract === '' || withoutEmphasis(abstract) === title ? {} : { abstract }),
    notation: notationOf(title, abstract),
    facts: {
      ...(arxiv === undefined ? {} : { arxiv }),
      ...(doi === undefined ? {} : { doi }),
      ...(authors.length > 0 ? { authors } : {}),
      ...(day === undefined ? {} : { published: isoDay(day) }),
      ...(venue === '' ? {} : { venue }),
      ...(categories.length > 0 ? { categories } : {}),
      ...(isKnown ? {} : { links: [{ label: 'Link', url: link }] }),
    },
  };
};

const why = 'an Atom or RSS feed';

/** Any other feed of papers: a journal's, a blog's. */
export const feed: DigestFormat = {
  id: 'feed',
  label: 'Atom or RSS feed',
  recognise({ text }) {
    const root = rootElement(text);
    if (
      root !== 'feed' &&
      root !== 'rss' &&
      root !== 'rdf' &&
      root !== 'item' &&
      root !== 'entry'
    ) {
      return { confidence: 0, why: 'no Atom or RSS feed' };
    }
    const head = text.slice(0, 300_000);
    const record = /<(?:\w{1,20}:)?(?:entry|item)[\s>]/.test(head);
    const paper =
      /<(?:dc:creator|prism:doi|author|dc:identifier|summary|description|content)[\s>]/i.test(head);
    return { confidence: record ? (paper ? 0.7 : 0.5) : 0.35, why };
  },
  parse(capture) {
    return { format: 'feed', why, ...new FeedReader(capture, readRecord).parse(used) };
  },
};
