/** Files of an owner that pages show: the style sheet, the logo, what is served as it is. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseXml } from '@rgrove/parse-xml';
import { imageMetadata } from 'astro/assets/utils';
import { themeFile } from '../archive-folder.ts';
import { colourRules } from './colours.ts';
import { servedFile } from './read.ts';
import { siteSchema, type Site } from './schema.ts';

/** A file that is made for the site. */
export interface MadeFile {
  /** Below the site's address; it changes with the text. */
  readonly path: string;
  readonly text: string;
}

/**
 * The last style sheet of every page: colours of the settings, then `theme.css`.
 *
 * @param root the project's folder
 * @returns undefined where an owner wants none
 */
export async function themeOf(root: string, { colours }: Site): Promise<MadeFile | undefined> {
  const file = resolve(root, themeFile());
  const own = existsSync(file) ? await readFile(file, 'utf8') : '';
  const text = colourRules(colours, siteSchema.parse({}).colours) + own;
  if (text === '') return undefined;
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
  return { path: `_astro/theme.${hash}.css`, text };
}

/** Width and height of the logo, if it has one and says so. */
export async function logoSizeOf(root: string, { logo }: Site) {
  const file = logo && servedFile(root, logo);
  if (logo === undefined || file === undefined) return undefined;
  const bytes = await readFile(file);
  // A drawing need not say how large it is.
  const found = await imageMetadata(bytes, logo).catch(() => undefined);
  return found && { width: found.width, height: found.height };
}

/** Bytes of a drawing beyond which no icons are made of it. */
const drawingLimit = 100_000;

/** The text of the favicon if it is a drawing, of which icons of any size can be made. */
export async function faviconOf(root: string, { favicon }: Site): Promise<string | undefined> {
  const file = servedFile(root, favicon);
  if (file === undefined || !file.endsWith('.svg')) return undefined;
  const text = await readFile(file, 'utf8');
  if (text.length > drawingLimit) return undefined;
  try {
    return parseXml(text).root?.name === 'svg' ? text : undefined;
  } catch {
    return undefined;
  }
}
