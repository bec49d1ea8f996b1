/** `2409.11321` (since April 2007) and `math.GT/0309136`: https://info.arxiv.org/help/arxiv_identifier.html */
const arxivId = /^(?:(\d\d)(\d\d)\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/(\d\d)(\d\d)\d{3})$/;

/** The month in which arXiv gave out an id: `2409.11321` → `2024-09`, `hep-th/9203001` → `1992-03`. */
export function arxivMonth(id: string): string | undefined {
  const [, year, month, early, earlyMonth] = arxivId.exec(id) ?? [];
  const [of, at] = [year ?? early, month ?? earlyMonth];
  if (of === undefined || at === undefined || at < '01' || at > '12') return undefined;
  // Ids of the older form were given out from August 1991 to March 2007.
  const known = early === undefined ? of + at >= '0704' : of > '90' || of + at < '0704';
  return known ? `${early !== undefined && of > '90' ? 19 : 20}${of}-${at}` : undefined;
}
