/** The map of an archive. Its half in the browser, `browser/page.ts`, is the script of the map's page. */
export { chartNames, sampleDots, unit } from './chart.ts';
export { getMap } from './current.ts';
export { type ArchiveMap, extent, linkedLimit } from './archive-map.ts';
export { saidOf } from './said-of.ts';
export { columnNames, rowNames, squares } from './squares.ts';
