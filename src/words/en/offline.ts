/** What is said of keeping the archive on a device, by the scripts that do so. */
export const listedIn = (year: string): string => `Listed in ${year}`;
export const search = 'Search and abstracts';
export const everyPage = 'Every page';
export const about = {
  search: 'Search with filters and typos, and read titles and abstracts.',
  pages: 'Papers, topics, digests, authors and the map, without the search.',
};
/** Why something is not there yet. */
export const whys = {
  network: 'No network. It goes on by itself when there is one.',
  full: 'There is no room left on this device. Remove something, then resume.',
  replaced: 'The archive has just been updated. Its new edition is fetched next.',
};
export const kept = (size: string): string => `Kept on this device, ${size}.`;
export const far = (got: string, all: string): string => `${got} of ${all}`;
export const stopped = (far: string): string => `Stopped at ${far}.`;
export const keep = 'Keep';
export const resume = 'Resume';
export const cancel = 'Cancel';
export const remove = 'Remove';
export const small = 'This archive is small: all of it, search included, is kept on this device.';
export const nothingYet = 'Nothing is kept on this device yet.';
export const nothingWished = 'Nothing is kept on this device, as you wished.';
export const visited =
  'Kept on this device: the home page, the first pages of lists and the pages you have opened. Choose what else is to be read without a network.';
export const visitedAndMore =
  'Kept on this device: the home page, the first pages of lists and the pages you have opened, and what is marked as kept below. When the archive is updated, only what changed is fetched.';
export const room = (used: string, left: string): string =>
  `Used on this device: ${used}. Room for about ${left} more.`;
export const mayGo = 'Your browser may delete it when the device runs out of room.';
export const beingFetched = 'Being fetched.';
export const fetching = 'Being fetched …';
export const aTopic = 'A topic';
export const aYear = 'A year';
export const keepArchive = 'Keep this archive on this device';
export const removeAll = 'Remove everything from this device';
export const failed =
  'That did not work: this browser does not let the archive keep anything here. In a private window it may not.';
export const removedAll = 'Everything was removed from this device.';
export const cannot = 'This browser cannot keep pages for reading offline.';
export const searchWhole = 'Search works offline, too: this archive is kept on this device.';
export const searchKept = 'Search works offline, too: it is kept on this device.';
export const forSearch = (progress: string): string => `For searching offline: ${progress}`;
export const searchCan = (size: string): string => `Search can work offline, too: ${size}.`;
export const searchFetching = 'For searching offline: being fetched …';
export const keepsNothing = 'This browser does not let the archive keep anything.';
