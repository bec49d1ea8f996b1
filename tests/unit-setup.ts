import * as fc from 'fast-check';

/** The same cases on every run: a property that fails fails again. `npm run fuzz` gives another seed each time. */
const seed = Number(process.env['OFFPRINT_SEED'] ?? 20250311);
const fuzz = process.env['OFFPRINT_FUZZ'];
fc.configureGlobal({ seed, ...(fuzz !== undefined && { numRuns: Number(fuzz) }) });
