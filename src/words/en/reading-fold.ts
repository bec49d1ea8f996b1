/** What is folded away in lists, or marked. */
import { number } from '../formats.ts';

export const why = (muted: boolean, rule: string): string =>
  `${muted ? 'Muted' : 'Marked'}: “${rule}”`;
export const show = 'Show';
export const showThis = (title: string): string => `Show “${title}”`;
export const read = (count: number, hidden: boolean): string => {
  const papers =
    count === 1 ? 'One paper that you have read' : `${number(count)} papers that you have read`;
  return hidden ? `${papers} ${count === 1 ? 'is' : 'are'} hidden. ` : `${papers}. `;
};
export const showThem = 'Show them';
export const hide = 'Hide what I have read';
