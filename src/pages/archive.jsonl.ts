import { jsonLines, jsonLinesResponse } from '../archive/index.ts';
import { exportRoute } from '../layouts/endpoints.ts';
import { fileKey } from '../layouts/page-key.ts';

export const GET = exportRoute('archive.jsonl', jsonLinesResponse, (papers, _, pageOf) => ({
  key: fileKey(papers),
  make: () => [...jsonLines(papers, pageOf)].join(''),
}));
