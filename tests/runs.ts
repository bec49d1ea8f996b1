/** How many cases a property is tried on: the usual number, or that of `npm run fuzz`. */
export const runs = (usual: number): { numRuns: number } => ({
  numRuns: Number(process.env['OFFPRINT_FUZZ'] ?? usual),
});
