/** What the reader sees of the map, as the part of the address behind `#`: no server sees it, and Back restores it. */

/** Where the middle of the view is, 0 to 1 on either axis, and how much it is enlarged. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface MapAddress {
  /** Id of the paper that is selected. */
  readonly paper?: string;
  /** Ids of papers that are shown among all, as a search or a list gives them. */
  readonly papers: readonly string[];
  /** Ids of topics, and names of regions, that are brought out. */
  readonly topics: readonly string[];
  readonly regions: readonly string[];
  readonly at?: Place;
}

/** Papers that an address may name: browsers and programs that carry addresses take that much. */
export const mostPapers = 300;

const isId = (text: string): boolean => /^[a-z0-9-]{1,200}$/.test(text);

function placeIn(text: string | null): Place | undefined {
  const [x = NaN, y = NaN, zoom = NaN] = (text ?? '').split(',').map(Number);
  const isIn = x >= 0 && x <= 1 && y >= 0 && y <= 1 && zoom >= 1 && zoom <= 100;
  return isIn ? { x, y, zoom } : undefined;
}

/**
 * Reads an address.
 *
 * @param text behind `#` or `?`, with or without it
 * @returns nothing if it says nothing of the map
 */
export function readAddress(text: string): MapAddress | undefined {
  const said = new URLSearchParams(text.replace(/^[#?]/, ''));
  const list = (name: string): string[] => said.getAll(name).filter((value) => value !== '');
  const paper = said.get('paper') ?? '';
  const at = placeIn(said.get('at'));
  const address: MapAddress = {
    ...(isId(paper) && { paper }),
    papers: (said.get('papers') ?? '').split(',').filter(isId).slice(0, mostPapers),
    topics: list('topic').filter(isId),
    regions: list('region'),
    ...(at && { at }),
  };
  return writeAddress(address) === '' ? undefined : address;
}

/** Writes an address; empty if nothing is to be said. */
export function writeAddress({ paper, papers, topics, regions, at }: MapAddress): string {
  const said = new URLSearchParams();
  if (paper !== undefined) said.set('paper', paper);
  for (const topic of topics) said.append('topic', topic);
  for (const region of regions) said.append('region', region);
  if (at && at.zoom > 1.01)
    said.set('at', [at.x.toFixed(3), at.y.toFixed(3), at.zoom.toFixed(2)].join(','));
  if (papers.length > 0) said.set('papers', papers.join(','));
  // A comma needs no escape behind `#`.
  const text = said.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `#${text}`;
}
