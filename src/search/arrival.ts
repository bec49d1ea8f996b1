/** What the search page decides before it is painted. */
import { createHash } from 'node:crypto';
import { facets } from './facets.ts';

/**
 * Runs in the page's head. Where the address holds a search, the page keeps room for results from the start, and never
 * shows what it offers to those who have not asked anything: nothing moves when the answer comes.
 */
export const arrivalScript = `if(/[?&](?:q|${facets.join('|')})=[^&]/.test(location.search))document.documentElement.dataset.asked=''`;

/** What the content security policy needs to let exactly this script run. */
export const arrivalScriptHash: `sha256-${string}` = `sha256-${createHash('sha256').update(arrivalScript).digest('base64')}`;
