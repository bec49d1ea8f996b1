import type { APIRoute, GetStaticPaths } from 'astro';
import { publicAddress, getArchive } from '../../../archive/index.ts';
import {
  bibliographyOf,
  bibliographyResponse,
  type Bibliography,
} from '../../../citation/index.ts';
import { fileKey } from '../../../layouts/page-key.ts';

export const getStaticPaths = (async () => {
  const archive = await getArchive();
  return archive.digests.map(({ id, papers }) => {
    const props = {
      ...bibliographyOf(
        papers.map(({ paper }) => paper),
        archive,
        true,
      ),
    };
    return { params: { id }, props, cacheKey: fileKey(props) };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<Bibliography> = ({ props, site }) =>
  bibliographyResponse(props, publicAddress(site));
