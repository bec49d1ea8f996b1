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
import { bibliographyOf, bibliographyResponse, type Bibliography } from '../citation/index.ts';
import { group } from '../grouping.ts';
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

/** A file of each list. */
export const bibliographyPaths =
  (
    listsOf: (
      archive: Archive,
    ) => readonly { readonly id: string; readonly papers: readonly Paper[] }[],
  ) =>
  async () => {
    const archive = await getArchive();
    return listsOf(archive).map(({ id, papers }) => {
      const props = { ...bibliographyOf(papers, archive, true) };
      return { params: { id }, props, cacheKey: fileKey(props) };
    });
  };

export const bibliographyRoute: APIRoute<Bibliography> = ({ props, site: origin }) =>
  bibliographyResponse(props, publicAddress(origin));

/** Papers whose entries are a part of a long file. */
const perPart = 64;

/**
 * A long file of all papers.
 *
 * @param path in the site
 * @param partOf what the file says of papers that stand one behind the other in it
 */
export const exportRoute =
  (
    path: string,
    respond: (body: BodyInit) => Response,
    partOf: (
      papers: readonly Paper[],
      archive: Archive,
      pageOf: (path: string) => string | undefined,
    ) => Part,
  ): APIRoute =>
  async ({ site: origin }) => {
    const archive = await getArchive();
    const pageOf = publicAddress(origin);
    const parts = group(archive.papers, perPart, ({ id }) => id);
    return respond(
      ReadableStream.from(
        inParts(
          path,
          parts.map((papers) => partOf(papers, archive, pageOf)),
        ),
      ),
    );
  };
