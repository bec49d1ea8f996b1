import { bibliographyPaths } from '../../../layouts/endpoints.ts';

export { bibliographyRoute as GET } from '../../../layouts/endpoints.ts';

export const getStaticPaths = bibliographyPaths('topics', ({ topics }) => topics);
