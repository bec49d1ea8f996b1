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
import { findDay, isoDay } from '../arxiv/mail-date.ts';
import type { DigestFormat } from '../model.ts';

/** Fields that go into an entry, without their record's name. */
const used: ReadonlySet<string> = new Set(
  'id title summary published updated author.name dc:creator category@term arxiv:primary_category@term arxiv:doi arxiv:comment arxiv:journal_ref arxiv:journal_reference link@href'.split(
    ' ',
  ),
);

/** @see https://info.arxiv.org/help/api/user-manual.html#_atom_results_explanation */
const readEntry: RecordReader = (record) => {
  const id = record.text('id');
  if (id.includes('arxiv.org/api/errors')) {
    return {
      refused: `arXiv answered with an error: ${oneLine(record.text('summary')).slice(0, 200)}`,
    };
  }
  const title = oneLine(record.text('title'));
  if (title === '') return { refused: 'it has no title' };
  const summary = record.text('summary', 'content');
  const announcement = announced(summary);
  const abstract = announcement?.abstract ?? flowing(summary);
  // In the feeds of announcements `published` is the day of the announcement.
  const isAnnouncement = announcement !== undefined || record.text('arxiv:announce_type') !== '';
  const [published, updated] = ['published', 'updated'].map((name) => {
    const day = isAnnouncement ? undefined : findDay(record.text(name));
    return day && isoDay(day);
  });
  const arxiv = firstArxivId([id, announcement?.id ?? '', ...recordAddresses(record)]);
  const doi = firstDoi([
    record.text('arxiv:doi'),
    ...record
      .all('link')
      .flatMap(({ attributes }) =>
        attributes['title'] === 'doi' ? [attributes['href'] ?? ''] : [],
      ),
  ]);
  const authors = recordAuthors(record);
  const venue = normalise(oneLine(record.text('arxiv:journal_ref', 'arxiv:journal_reference')));
  const categories = categoryCodes(recordTerms(record));
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
      ...(published === undefined ? {} : { published }),
      ...(updated === undefined || updated === published ? {} : { updated }),
      ...(venue === '' ? {} : { venue }),
      ...(categories.length > 0 ? { categories } : {}),
      ...(comment === undefined ? {} : { comment }),
      ...(links.length > 0 ? { links } : {}),
    },
  };
};

const why = 'an Atom feed whose entries are papers on arXiv';

/** Atom as the API of arXiv answers, and as its newer feeds announce papers. */
export const arxivAtom: DigestFormat = {
  id: 'arxiv-atom',
  label: 'arXiv Atom feed',
  recognise({ text }) {
    const root = rootElement(text);
    const head = text.slice(0, 300_000);
    const entry = /<(?:\w{1,20}:)?entry[\s>]/.test(head);
    const feed = root === 'feed' || (root === 'entry' && entry);
    if (
      feed &&
      /<(?:\w{1,20}:)?id>\s{0,20}(?:https?:\/\/(?:export\.)?arxiv\.org\/|oai:arXiv\.org:)/i.test(
        head,
      )
    ) {
      return { confidence: entry ? 0.97 : 0.9, why };
    }
    return { confidence: 0, why: 'no Atom feed of arXiv' };
  },
  parse(capture) {
    return { format: 'arxiv-atom', why, ...new FeedReader(capture, readEntry).parse(used) };
  },
};
