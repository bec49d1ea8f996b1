/** When the pages of a site last changed, as the sitemap tells it: by the days on which digests listed their papers. */
import type { SiteFolder } from './site-folder.ts';

/** Pages that every digest changes. */
const changing = ['', 'papers/', 'topics/', 'authors/', 'digests/', 'map/', 'about/'];

const listed = /"digest":"([^"\\]{1,300})","date":"(\d{4}-\d\d-\d\d)"/g;

/**
 * The day of each page of which it is known, by site path. Of `archive.jsonl`, which is long, only what is looked for
 * is read: a quotation mark inside a text has a backslash before it.
 *
 * @param site of which `archive.jsonl` is there
 */
export function lastChanged(site: Pick<SiteFolder, 'lines'>): Map<string, string> {
  const days = new Map<string, string>();
  const tell = (path: string, day: string): void => {
    if ((days.get(path) ?? '') < day) days.set(path, day);
  };
  for (const bytes of site.lines('archive.jsonl', 'none')) {
    const line = bytes.toString('latin1');
    const id = /^\{"id":"([^"\\]{1,300})"/.exec(line)?.[1];
    const topics = Array.from(
      line.matchAll(/"(?:topics|families)":\[([^\]]{0,3000})\]/g),
      ([, ids = '']) => ids,
    ).join();
    for (const [, digest = '', day = ''] of line.matchAll(listed)) {
      if (id !== undefined) tell(`papers/${id}/`, day);
      tell(`digests/${digest}/`, day);
      for (const [, topic = ''] of topics.matchAll(/"([^"\\]{1,300})"/g))
        tell(`topics/${topic}/`, day);
      for (const path of changing) tell(path, day);
    }
  }
  return days;
}
