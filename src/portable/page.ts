/** Pages of a copy: everything stays as it is but addresses, scripts, the policy, and what only a server can do. */
import { Tokenizer, TokenizerMode, type Token } from 'parse5';
import { escapeXml } from '../text/escape.ts';
import { beginningOf, isKept, targetOf, toTop, type Site } from './address.ts';
import { withEdits, type Edit } from './edits.ts';

/** What pages need to know of the site that they are of. */
export interface CopiedSite extends Site {
  /** Names of files and folders at its top. */
  readonly tops: ReadonlySet<string>;
  /** What this archive is called where several are on one disk: its address, else its name. */
  readonly name: string;
  /** The file of the one script. */
  readonly script: string;
}

export interface CopiedPage {
  readonly html: string;
  /** Modules that it runs, by path. */
  readonly modules: readonly string[];
}

/** Attributes that are one address. */
const addresses = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data', 'xlink:href']);
/** Links for the browser that a copy has no use for: what is on a disk need not be fetched ahead. */
const needless = /^(?:preload|modulepreload|prefetch|manifest)$/;
/** Elements that offer what only a server can do. */
const online = ['data-offline-brief'];

const raw: Readonly<Record<string, number>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
};

/** Files on a disk are no site to which `'self'` would be known; fonts are in the styles. */
function portablePolicy(policy: string): string {
  const directives = policy.split(';').map((directive) => directive.trim());
  const own = directives.map((directive) => directive.replaceAll("'self'", "'self' file:"));
  return [...own, "font-src 'self' file: data:"].join(';');
}

/** Sources of a picture with the width or density of each. */
const portableSources = (sources: string, change: (address: string) => string): string =>
  sources
    .split(/,\s+/)
    .map((source) => source.trim().replace(/^\S+/, change))
    .join(', ');

/** What stands before the address of a page that leads on at once, and the address. */
const refreshing = /^([\d.]+\s*[;,]\s*(?:url\s*=\s*)?)(\S+)$/i;

/** A page's tags, one after the other. */
class Tags {
  readonly #site: CopiedSite;
  readonly #source: string;
  readonly #path: string;
  readonly edits: Edit[] = [];
  readonly modules: string[] = [];
  /** Where the one script is to stand. */
  #script: number | undefined;
  /** An element that is being left out: its name, how many of that name are open, and where it began. */
  #leaving: { readonly name: string; depth: number; readonly start: number } | undefined;
  /** The last item or paragraph that began. */
  #holder: Token.Location | undefined;
  #foreign = 0;

  constructor(source: string, path: string, site: CopiedSite) {
    this.#source = source;
    this.#path = path;
    this.#site = site;
  }

  get script(): number | undefined {
    return this.#script;
  }

  get isForeign(): boolean {
    return this.#foreign > 0;
  }

  #drop({ startOffset: start, endOffset: end }: Token.Location): void {
    this.edits.push({ start, end, text: '' });
  }

  #write({ location }: Token.TagToken, name: string, value: string): void {
    const place = location?.attrs?.[name];
    if (place)
      this.edits.push({
        start: place.startOffset,
        end: place.endOffset,
        text: `${name}="${escapeXml(value)}"`,
      });
  }

  readonly open = (tag: Token.TagToken): void => {
    const { tagName, location } = tag;
    if (!location) return;
    if ((tagName === 'svg' || tagName === 'math') && !tag.selfClosing) this.#foreign += 1;
    if (this.#leaving) {
      if (tagName === this.#leaving.name) this.#leaving.depth += 1;
      return;
    }
    const attributes = new Map(tag.attrs.map(({ name, value }) => [name, value]));
    if (tagName === 'link') {
      const rel = attributes.get('rel') ?? '';
      const target = targetOf(attributes.get('href') ?? '', this.#path, this.#site);
      if (needless.test(rel) || (target && !isKept(target))) {
        this.#drop(location);
        return;
      }
    }
    if (tagName === 'script' && attributes.get('type') === 'module') {
      const target = targetOf(attributes.get('src') ?? '', this.#path, this.#site);
      if (target) {
        this.#script ??= location.startOffset;
        this.modules.push(target.path);
        this.#leaving = { name: tagName, depth: 1, start: location.startOffset };
        return;
      }
    }
    const gone = ['a', 'area'].includes(tagName) && this.#isGone(attributes.get('href'));
    if (gone || online.some((name) => attributes.has(name))) {
      this.#leaving = { name: tagName, depth: 1, start: location.startOffset };
      return;
    }
    if (tagName === 'li' || tagName === 'p') this.#holder = location;
    if (tagName === 'html')
      this.edits.push({
        start: location.endOffset - 1,
        end: location.endOffset - 1,
        text: ` data-portable="${escapeXml(this.#site.name)}"`,
      });
    for (const [name, value] of attributes) this.#attribute(tag, name, value, attributes);
  };

  #isGone(href = ''): boolean {
    const target = targetOf(href, this.#path, this.#site);
    return target !== undefined && !isKept(target);
  }

  #attribute(
    tag: Token.TagToken,
    name: string,
    value: string,
    all: ReadonlyMap<string, string>,
  ): void {
    const own = (address: string): string =>
      targetOf(address, this.#path, this.#site)?.address ?? address;
    if (addresses.has(name)) {
      const changed = own(value);
      if (changed !== value) this.#write(tag, name, changed);
    } else if (name === 'srcset' || name === 'imagesrcset') {
      this.#write(tag, name, portableSources(value, own));
    } else if (name.startsWith('data-')) {
      const changed = beginningOf(value, this.#path, this.#site, this.#site.tops);
      if (changed !== undefined) this.#write(tag, name, changed);
    } else if (name === 'content' && tag.tagName === 'meta') {
      const kind = all.get('http-equiv')?.toLowerCase();
      if (kind === 'content-security-policy') this.#write(tag, name, portablePolicy(value));
      if (kind === 'refresh')
        this.#write(
          tag,
          name,
          value.replace(refreshing, (_, before: string, address: string) => before + own(address)),
        );
    }
  }

  readonly close = ({ tagName, location }: Token.TagToken): void => {
    if (!location) return;
    if ((tagName === 'svg' || tagName === 'math') && this.#foreign > 0) this.#foreign -= 1;
    if (tagName !== this.#leaving?.name) return;
    this.#leaving.depth -= 1;
    if (this.#leaving.depth > 0) return;
    this.#leave(this.#leaving.start, location.endOffset);
    this.#leaving = undefined;
  };

  /** Leaves out an element, and the item or paragraph that holds nothing else. */
  #leave(start: number, end: number): void {
    const holder = this.#holder;
    const before = holder && this.#source.slice(holder.endOffset, start);
    const after = /^\s*<\/(?:li|p)\s*>/.exec(this.#source.slice(end, end + 200));
    const isAlone = before?.trim() === '' && after !== null;
    this.edits.push(
      isAlone && holder
        ? { start: holder.startOffset, end: end + after[0].length, text: '' }
        : { start, end, text: '' },
    );
  }
}

const nothing = (): void => undefined;

/**
 * A page as it stands in a copy.
 *
 * @param path in the site, e.g. `papers/soap/index.html`
 */
export function portablePage(html: string, path: string, site: CopiedSite): CopiedPage {
  const tags = new Tags(html, path, site);
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(tag) {
        tags.open(tag);
        tokenizer.inForeignNode = tags.isForeign;
        const state = tags.isForeign ? undefined : raw[tag.tagName];
        if (state !== undefined) tokenizer.state = state;
      },
      onEndTag(tag) {
        tags.close(tag);
        tokenizer.inForeignNode = tags.isForeign;
      },
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
      onCharacter: nothing,
      onNullCharacter: nothing,
      onWhitespaceCharacter: nothing,
    },
  );
  tokenizer.write(html, true);
  const { edits, modules, script } = tags;
  const all =
    script === undefined
      ? edits
      : [
          ...edits,
          {
            start: script,
            end: script,
            text: `<script defer src="${toTop(path)}${site.script}" data-modules="${escapeXml(modules.join(' '))}"></script>`,
          },
        ];
  return { html: withEdits(html, all), modules };
}
