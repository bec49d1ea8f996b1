import { normalise } from '../../text/normalise.ts';
import { categoryCodes } from '../arxiv/categories.ts';
import { authorsComment } from '../arxiv/comment.ts';
import { commentLinks } from '../arxiv/comment-links.ts';
import {
  announced,
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
import type { DigestFormat } from '../model.ts';

/** Fields that go into an entry, without their record's name. */
const used: ReadonlySet<string> = new Set(
  'title description link guid category dc:creator dc:subject arxiv:doi arxiv:comment arxiv:journal_reference arxiv:journal_ref'.split(
    ' ',
  ),
);

/** What older feeds put after a title: `. (arXiv:2101.00001v3 [cs.CV] UPDATED)`. */
const titleTail =
  /\.?\s*\(arXiv:([^\s()[\]]{1,40})(?:\s*\[([^\]]{1,60})\])?(?:\s+(?:UPDATED|CROSS LISTED))*\)\s*$/;

/** @see https://info.arxiv.org/help/rss_specifications.html */
const readItem: RecordReader = (record) => {
  const stated = oneLine(record.text('title', 'dc:title'));
  const tail = titleTail.exec(stated.slice(-140));
  const whole = tail ? stated.slice(0, stated.length - tail[0].length) : stated;
  const title = looksLikeHtml(whole) ? htmlToText(whole) : tail ? decodeEntities(whole) : whole;
  if (title === '') return { refused: 'it has no title' };
  const description = record.text('description', 'content:encoded', 'summary');
  const announcement = announced(description);
  const isHtml = announcement === undefined && (tail !== null || looksLikeHtml(description));
  const abstract =
    announcement?.abstract ?? (isHtml ? htmlToText(description, true) : flowing(description));
  // An item's `pubDate` is the day of the announcement, not the paper's.
  const arxiv = firstArxivId([...recordAddresses(record), announcement?.id ?? '', tail?.[1] ?? '']);
  const doi = firstDoi([record.text('arxiv:doi'), record.text('prism:doi')]);
  const authors = recordAuthors(record);
  const venue = normalise(oneLine(record.text('arxiv:journal_reference', 'arxiv:journal_ref')));
  const categories = categoryCodes(`${tail?.[2] ?? ''} ; ${recordTerms(record)}`);
  const comment = authorsComment(record.text('arxiv:comment'));
  const links = commentLinks(comment ?? '');
  return {
    title,
    ...(abstract === '' ? {} : { abstract }),
    notation: 'tex',
    facts: {
      ...(arxiv === undefined ? {} : { arxiv }),
      ...(doi === undefined ? {} : { doi }),
      ...(authors.length > 0 ? { authors } : {}),
      ...(venue === '' ? {} : { venue }),
      ...(categories.length > 0 ? { categories } : {}),
      ...(comment === undefined ? {} : { comment }),
      ...(links.length > 0 ? { links } : {}),
    },
  };
};

const why = 'an RSS feed whose items are papers on arXiv';

/** RSS 2.0 as arXiv announces papers since 2024, and the RSS 1.0 (RDF) before it. */
export const arxivRss: DigestFormat = {
  id: 'arxiv-rss',
  label: 'arXiv RSS feed',
  recognise({ text }) {
    const root = rootElement(text);
    const head = text.slice(0, 300_000);
    const item = /<(?:\w{1,20}:)?item[\s>]/.test(head);
    const feed = root === 'rss' || root === 'rdf' || (root === 'item' && item);
    const papers = /arxiv\.org\/abs\/[\w.-]{4,}|oai:arXiv\.org:/i.test(head);
    if (
      feed &&
      papers &&
      /(?:Announce Type:|\(arXiv:|\barxiv\.org updates|updates on arXiv|oai:arXiv\.org:)/i.test(
        head,
      )
    ) {
      return { confidence: item ? 0.97 : 0.9, why };
    }
    return { confidence: 0, why: 'no RSS feed of arXiv' };
  },
  parse(capture) {
    return { format: 'arxiv-rss', why, ...new FeedReader(capture, readItem).parse(used) };
  },
};
