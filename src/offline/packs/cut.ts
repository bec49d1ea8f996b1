/**
 * Pages taken apart where the same words stand in many pages, or change more often than the rest: what is cut out is
 * kept once, and a page that only names it stays the same. Pure.
 */

/** Stands before and after the name of what was cut out. No page holds it: HTML forbids it. */
const mark = '\0';

/** A piece of a page. */
export interface Part {
  readonly key: string;
  readonly text: string;
}

export interface CutPage {
  /** The page with the names of its parts in their places. */
  readonly frame: string;
  readonly parts: readonly Part[];
}

/** A paper's page: its neighbours change as the archive grows. */
const related = /<section data-related>[\s\S]*?<\/section>/;

/** A paper in a list, without its topics: a topic's page leaves itself out of them. */
const listed =
  /<a class="title" href="[^"]*\/papers\/([^"/]+)\/"[^>]*>(?:(?!<li[\s>])[\s\S])*?(?=<p class="tags">|<\/li>)/g;

/** Whether a page can be taken apart. */
const cuttable = (html: string): boolean => !html.includes(mark);

/**
 * Takes the related papers out of a paper's page.
 *
 * @param path of the page, e.g. `papers/soap/`
 */
export function cutPaper(path: string, html: string): CutPage {
  const found = cuttable(html) ? related.exec(html) : null;
  if (found === null) return { frame: html, parts: [] };
  const [text] = found;
  const key = `~${path}`;
  const frame =
    html.slice(0, found.index) + mark + key + mark + html.slice(found.index + text.length);
  return { frame, parts: [{ key, text }] };
}

/** Names what stands of a paper in lists; the same words get the same name. */
export class Listings {
  readonly #ordinals: ReadonlyMap<string, number>;
  readonly #variants = new Map<string, string[]>();

  /** @param ids of the papers, the one listed first of all first */
  constructor(ids: readonly string[]) {
    this.#ordinals = new Map(ids.map((id, ordinal) => [id, ordinal]));
  }

  /** Takes the papers out of the lists of a page. */
  cut(html: string): CutPage {
    if (!cuttable(html)) return { frame: html, parts: [] };
    const parts: Part[] = [];
    const frame = html.replaceAll(listed, (text: string, id: string) => {
      const ordinal = this.#ordinals.get(id);
      if (ordinal === undefined) return text;
      const variants = this.#variants.get(id) ?? [];
      this.#variants.set(id, variants);
      const at = variants.includes(text) ? variants.indexOf(text) : variants.push(text) - 1;
      const key = `~${ordinal.toString(36)}.${at}`;
      parts.push({ key, text });
      return mark + key + mark;
    });
    return { frame, parts };
  }
}

/**
 * Puts the parts of a page back.
 *
 * @param find gives a part
 * @throws what `find` throws
 */
export async function fill(frame: string, find: (key: string) => Promise<string>): Promise<string> {
  const pieces = frame.split(mark);
  const whole = pieces.map((piece, at) => (at % 2 === 0 ? piece : find(piece)));
  return (await Promise.all(whole)).join('');
}
