/** The page on reading offline, and the search page’s line on it, before their scripts run. */
export const title = 'Read offline';
export const description = 'What can be read without a network.';
export const needsNetwork = 'This archive needs a network.';
export const lead =
  'What you choose is kept in this browser and opens without a network. Updates fetch only what has changed.';
export const missing = 'You are offline and this page is not saved here';
export const keptWhole =
  'This device has the whole archive as it was at your last visit, search included. The address may be newer than that, or mistyped.';
export const keptVisited =
  'This archive is too large to be saved whole without being asked. What is saved here is listed below.';
export const needsScript = 'Keeping pages on this device needs JavaScript, which is off.';
export const looking = 'Looking at what is on this device …';
export const part = 'Or a part of it';
export const keep = 'Keep';
export const removeAll = 'Remove everything from this device';
export const searchToo = 'Search can work offline, too.';
export const keepSearch = 'Keep it on this device';
