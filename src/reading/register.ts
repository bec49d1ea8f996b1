/**
 * One value that several pages, or devices, may write: the later writing holds. All of them together are a map of
 * last-writer-wins registers (Shapiro et al., "A comprehensive study of Convergent and Commutative Replicated Data
 * Types", 2011, 3.2.1), which may be joined in any order, any number of times, with the same result.
 */
import { stampForm, type Stamp } from './clock.ts';

/** `null` where something was taken away: that has to be known where it still is. */
export type Value = null | boolean | number | string | readonly string[];

export interface Register {
  readonly stamp: Stamp;
  readonly value: Value;
}

const rank = ({ stamp, value }: Register): string =>
  // What is taken away with the stamp that it had is gone, and what was written after that stays.
  `${stamp}${value === null ? '~' : JSON.stringify(value)}`;

/** Whether the first of two writings holds against the second. */
export const holds = (one: Register, other: Register): boolean => rank(one) >= rank(other);

/** The writing that holds. */
export const join = (one: Register, other: Register): Register => (holds(one, other) ? one : other);

const isValue = (value: unknown): value is Value =>
  value === null ||
  ['boolean', 'string'].includes(typeof value) ||
  Number.isFinite(value) ||
  (Array.isArray(value) && value.every((part) => typeof part === 'string'));

/** A register as it is kept: its stamp and its value as JSON. */
export const write = ({ stamp, value }: Register): string => `${stamp}${JSON.stringify(value)}`;

/** What {@link write} made; undefined for anything else. */
export function read(text: string | null | undefined): Register | undefined {
  const stamp = text?.slice(0, 14);
  if (!text || !stamp || !stampForm.test(stamp)) return undefined;
  try {
    const value: unknown = JSON.parse(text.slice(14));
    return isValue(value) ? { stamp, value } : undefined;
  } catch {
    return undefined;
  }
}
