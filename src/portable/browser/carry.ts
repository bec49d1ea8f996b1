/**
 * What a page of a disk keeps, handed on to the next page of its tab. Chromium drops all that some pages write: of two
 * empty files that are opened one after the other, the second missed what the first had kept 3 times in 100, for good.
 * What is kept for a tab (`sessionStorage`) was there each time, so each writing is put there, too.
 */
import { checked, isText, isTuple, parsed, type Is } from '../../shapes.ts';

const prefix = 'carried ';

const isKept: Is<string | null> = (value) => value === null || isText(value);

/** What a name had and has; null: nothing. */
const isWriting = isTuple(isKept, isKept);

const read = (text: string | null) => checked(parsed(text), isWriting);

/** Writes what has not arrived: names that have what they had before. Others were written meanwhile. */
function arrive(local: Storage, session: Storage): void {
  for (const key of Object.keys(session).filter((name) => name.startsWith(prefix))) {
    const name = key.slice(prefix.length);
    const writing = read(session.getItem(key));
    session.removeItem(key);
    const [before, after] = writing ?? [];
    if (after === undefined || local.getItem(name) !== before) continue;
    // By the doors that carry: this page's writings may be dropped as well.
    if (after === null) local.removeItem(name);
    else local.setItem(name, after);
  }
}

/** Has what is written from now on carried, and writes what the page before could not. */
export function carry(): void {
  try {
    const [local, session] = [localStorage, sessionStorage];
    const { setItem, removeItem } = Storage.prototype;
    const writing = (name: string, after: string | null, write: () => void): void => {
      const [first] = read(session.getItem(prefix + name)) ?? [];
      const before = first === undefined ? local.getItem(name) : first;
      write();
      try {
        setItem.call(session, prefix + name, JSON.stringify([before, after]));
      } catch {
        // Full: it is kept where it belongs all the same.
      }
    };
    Storage.prototype.setItem = function (name, value) {
      const write = (): void => setItem.call(this, name, value);
      if (this === local) writing(name, value, write);
      else write();
    };
    Storage.prototype.removeItem = function (name) {
      const write = (): void => removeItem.call(this, name);
      if (this === local) writing(name, null, write);
      else write();
    };
    arrive(local, session);
  } catch {
    // Forbidden: nothing is kept.
  }
}
