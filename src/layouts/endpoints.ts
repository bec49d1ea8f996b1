/** What routes of files do that are alike: feeds that a site may do without, and BibTeX files of its lists. */
import { ReadableStream } from 'node:stream/web';
import type { APIRoute } from 'astro';
import { site } from 'virtual:offprint/site';
import {
  absoluteAddress,
  getArchive,
  noAnswer,
  publicAddress,
  type archiveFeed,
  type Archive,
  type Paper,
} from '../archive/index.ts';
import { bibliography, bibliographyOf, bibtexResponse } from '../citation/index.ts';
import { group } from '../grouping.ts';
import { oncePer } from '../once.ts';
import { inParts, type Part } from '../publish/parts.ts';
import type { FeedKind } from '../site/schema.ts';
import { fileKey } from './page-key.ts';

type FeedFacts = ReturnType<typeof archiveFeed>;

/** The one feed of a kind, if the owner wants that. */
export const feedRoute =
  (
    kind: FeedKind,
    respond: (facts: FeedFacts) => Response,
    factsOf: (archive: Archive, absolute: (path: string) => string) => FeedFacts,
  ): APIRoute =>
  async ({ site: origin }) =>
    site.feeds.which.includes(kind)
      ? respond(factsOf(await getArchive(), absoluteAddress(origin)))
      : noAnswer();

/** Makes a whole address of a site path, if the archive is published at one. */
type PageOf = (path: string) => string | undefined;

/** A part of a file of papers, but for the site's address. */
interface PapersPart {
  readonly key: Part['key'];
  readonly make: (pageOf: PageOf) => string;
}

/** Papers whose entries are a part of a long file. */
const perPart = 64;

/**
 * The parts of a file of papers.
 *
 * @param partOf what the file says of papers that stand one behind the other in it
 */
export const papersParts = (
  papers: readonly Paper[],
  partOf: (papers: readonly Paper[], isFirst: boolean) => PapersPart,
): readonly PapersPart[] =>
  group(papers, perPart, ({ id }) => id).map((part, at) => partOf(part, at === 0));

/**
 * The parts of a BibTeX file.
 *
 * @param brief without abstracts
 */
export const bibliographyParts = (
  papers: readonly Paper[],
  archive: Archive,
  brief = false,
): readonly PapersPart[] =>
  // A digest may list a paper twice, but a file must not hold a key twice.
  papersParts([...new Set(papers)], (part, isFirst) => {
    const entries = bibliographyOf(part, archive, brief);
    // A blank line parts the entries.
    const gap = isFirst ? '' : '\n';
    return {
      key: fileKey(gap, entries),
      make: (pageOf) => gap + [...bibliography(entries, pageOf)].join(''),
    };
  });

/** A file of papers, part by part. */
function answerInParts(
  path: string,
  parts: readonly PapersPart[],
  respond: (body: BodyInit) => Response,
  pageOf: PageOf,
): Response {
  const made = parts.map(({ key, make }) => ({ key, make: () => make(pageOf) }));
  return respond(ReadableStream.from(inParts(path, made)));
}

interface BibliographyFile {
  readonly path: string;
  readonly partsOf: () => readonly PapersPart[];
}

/**
 * A BibTeX file of each list.
 *
 * @param folder of the lists, in the site
 */
export const bibliographyPaths =
  (
    folder: string,
    listsOf: (
      archive: Archive,
    ) => readonly { readonly id: string; readonly papers: readonly Paper[] }[],
  ) =>
  async () => {
    const archive = await getArchive();
    const parts = oncePer((papers: readonly Paper[]) => bibliographyParts(papers, archive, true));
    return listsOf(archive).map(({ id, papers }) => ({
      params: { id },
      props: { path: `${folder}/${id}/papers.bib`, partsOf: () => parts(papers) },
      cacheKey: fileKey(() => parts(papers).map(({ key }) => key)),
    }));
  };

export const bibliographyRoute: APIRoute<BibliographyFile> = ({ props, site: origin }) =>
  answerInParts(props.path, props.partsOf(), bibtexResponse, publicAddress(origin));

/**
 * A long file of all papers.
 *
 * @param path in the site
 */
export const exportRoute =
  (
    path: string,
    respond: (body: BodyInit) => Response,
    partsOf: (papers: readonly Paper[], archive: Archive) => readonly PapersPart[],
  ): APIRoute =>
  async ({ site: origin }) => {
    const archive = await getArchive();
    return answerInParts(path, partsOf(archive.papers, archive), respond, publicAddress(origin));
  };
