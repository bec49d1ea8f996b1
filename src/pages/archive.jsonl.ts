import { jsonLines, jsonLinesResponse } from '../archive/index.ts';
import { exportRoute, papersParts } from '../layouts/endpoints.ts';
import { fileKey } from '../layouts/page-key.ts';

export const GET = exportRoute('archive.jsonl', jsonLinesResponse, (all) =>
  papersParts(all, (papers) => ({
    key: fileKey(papers),
    make: (pageOf) => [...jsonLines(papers, pageOf)].join(''),
  })),
);
