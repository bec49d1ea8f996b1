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

/** In a paper's page: its neighbours change as the archive grows. */
const related = /<section data-related>[\s\S]*?<\/section>/;

/** A paper in a list, without its topics: a topic's page leaves itself out of them. */
const listed =
  /<a class="title" href="[^"]*\/papers\/([^"/]+)\/"[^>]*>(?:(?!<li[\s>])[\s\S])*?(?=<p class="tags">|<\/li>)/g;
const title = /^<a class="title" href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/;

/** A paper near another. */
const link = /<a href="[^"]*\/papers\/([^"/]+)\/">[\s\S]*?<\/a>/g;

const hole = (key: string): string => mark + key + mark;

/** Whether parts of a page, or of a part, are to be put back. */
export const hasHoles = (frame: string): boolean => frame.includes(mark);

/** The paper to which a part belongs, as an ordinal; undefined for what is near a paper. */
export const ownerOf = (key: string): number | undefined =>
  key.startsWith(near) ? undefined : Number.parseInt(key.slice(1), 36);

/** Begins the name of what is near a paper; the other names begin with the paper's ordinal. */
const near = '~/';

/** Takes pages apart. The same words get the same name; lists come first, since they tell the papers' titles. */
export class Cutter {
  readonly #ordinals: ReadonlyMap<string, string>;
  readonly #variants = new Map<string, string[]>();
  readonly #links = new Map<string, string>();

  /** @param ids of the papers, the one listed first of all first */
  constructor(ids: readonly string[]) {
    this.#ordinals = new Map(ids.map((id, ordinal) => [id, `~${ordinal.toString(36)}`]));
  }

  /** Takes the papers out of the lists of a page. */
  list(html: string): CutPage {
    // A page that holds the mark itself is left as it is: it is not valid, and would be filled wrongly.
    if (hasHoles(html)) return { frame: html.replaceAll(mark, ''), parts: [] };
    const parts: Part[] = [];
    const frame = html.replaceAll(listed, (text: string, id: string) => {
      const ordinal = this.#ordinals.get(id);
      if (ordinal === undefined) return text;
      const [, href, words] = title.exec(text) ?? [];
      if (!this.#links.has(id)) this.#links.set(id, `<a href="${href}">${words}</a>`);
      const variants = this.#variants.get(id) ?? [];
      this.#variants.set(id, variants);
      const at = variants.includes(text) ? variants.indexOf(text) : variants.push(text) - 1;
      const key = `${ordinal}.${at}`;
      parts.push({ key, text });
      return hole(key);
    });
    return { frame, parts };
  }

  /**
   * Takes the related papers out of a paper's page, and their titles out of these.
   *
   * @param path of the page, e.g. `papers/soap/`
   */
  paper(path: string, html: string): CutPage {
    if (hasHoles(html)) return { frame: html.replaceAll(mark, ''), parts: [] };
    const found = related.exec(html);
    if (found === null) return { frame: html, parts: [] };
    const text = found[0].replaceAll(link, (words: string, id: string) =>
      this.#links.get(id) === words ? hole(`${this.#ordinals.get(id)}:`) : words,
    );
    const key = near + path;
    const frame =
      html.slice(0, found.index) + hole(key) + html.slice(found.index + found[0].length);
    return { frame, parts: [{ key, text }] };
  }

  /** The titles of all papers, as pages of others have them. A title that none has yet is among them. */
  get links(): readonly Part[] {
    return [...this.#links].map(([id, text]) => ({ key: `${this.#ordinals.get(id)}:`, text }));
  }
}

/** Names of the parts that a page, or a part, lacks. */
export const holesOf = (frame: string): string[] =>
  frame.split(mark).filter((_, at) => at % 2 === 1);

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
