/** Links from elsewhere to papers on the map. */
import { withBase } from '../../base.ts';
import { mostPapers, writeAddress } from '../address.ts';

export { mostPapers };

/** Address of the map with one paper selected. */
export const paperOnMap = (id: string): string =>
  withBase('map/') + writeAddress({ paper: id, papers: [], topics: [], regions: [] });

/** Address of the map with some papers brought out; the first {@link mostPapers} of them. */
export const papersOnMap = (ids: readonly string[]): string =>
  withBase('map/') + writeAddress({ papers: ids.slice(0, mostPapers), topics: [], regions: [] });
