/** What the search page decides before it is painted. */
import { withBase } from '../base.ts';
import { recentPrefix } from './browser/recent.ts';
import { facets } from './facets.ts';
import { orders } from './index/orders.ts';

/** Whether the address holds a search. */
const asked = `/[?&](?:(?:q|${facets.join('|')})=[^&]|sort=(?:${orders.join('|')}))/.test(location.search)`;

/**
 * Runs in the page's head. Where the address holds a search, the page keeps room for results from the start, and never
 * shows what it offers to those who have not asked anything. Otherwise, the topics wait for recent searches to be shown
 * above them, if there are any. Nothing moves when these come.
 */
export const arrivalScript = `{let d=document.documentElement.dataset;if(${asked})d.asked='';else try{if(localStorage.getItem('${recentPrefix}'+(d.portable||${JSON.stringify(withBase(''))})))d.waiting=''}catch{}}`;
