import type { APIRoute, GetStaticPaths } from 'astro';
import { absoluteAddress, getArchive, type Paper } from '../../../archive/index.ts';
import { bibliographyResponse } from '../../../citation/index.ts';

export const getStaticPaths = (async () =>
  (await getArchive()).topics.map(({ id, papers }) => ({
    params: { id },
    props: { papers },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ papers: readonly Paper[] }> = async ({ props, site }) =>
  bibliographyResponse(props.papers, await getArchive(), absoluteAddress(site));
