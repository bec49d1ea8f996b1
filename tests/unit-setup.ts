import * as fc from 'fast-check';

const fuzz = process.env['OFFPRINT_FUZZ'];
if (fuzz !== undefined) fc.configureGlobal({ numRuns: Number(fuzz) });
