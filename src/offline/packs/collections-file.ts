/** For pages, below the site's base path. Apart from `lists.ts`: what pages and worker share would be a script of its own. */
export const collectionsFile = 'offline/collections.json';
