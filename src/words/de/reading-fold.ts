/** What is folded away in lists, or marked. */
import { number } from '../formats.ts';

export const why = (muted: boolean, rule: string): string =>
  `${muted ? 'Ausgeblendet' : 'Hervorgehoben'}: „${rule}“`;
export const show = 'Zeigen';
export const showThis = (title: string): string => `„${title}“ zeigen`;
export const read = (count: number, hidden: boolean): string => {
  const papers = count === 1 ? 'Ein gelesenes Paper' : `${number(count)} gelesene Paper`;
  return hidden ? `${papers} ausgeblendet. ` : `${papers}. `;
};
export const showThem = 'Wieder zeigen';
export const hide = 'Gelesenes ausblenden';
