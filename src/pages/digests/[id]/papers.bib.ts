import { bibliographyPaths } from '../../../layouts/endpoints.ts';

export { bibliographyRoute as GET } from '../../../layouts/endpoints.ts';

export const getStaticPaths = bibliographyPaths('digests', ({ digests }) =>
  digests.map(({ id, papers }) => ({ id, papers: papers.map(({ paper }) => paper) })),
);
