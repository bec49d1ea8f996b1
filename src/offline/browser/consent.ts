/** Whether the reader has said that nothing is to be kept. */
import { keep, kept } from '../../browser/storage.ts';

const key = 'offline';

/** Nobody has said so in a browser that cannot remember it. */
export const isAllowed = (): boolean => kept(key) !== 'no';

/** Where storage is forbidden, service workers are, too. */
export const allow = (yes: boolean): boolean => keep(key, yes ? null : 'no');
