/** Captures as pages, to which papers lead for what was said of them. */
export { anchorOf, partPath, placePath, type Place } from './address.ts';
export { captureHtml, type PlacedPaper } from './markup.ts';
export { shownAs, type Row, type Shown } from './rows.ts';
