/** Reads `site.yaml`. Pure: the text comes in, settings or problems go out. */
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/likely.ts';
import { readYaml, type Problem } from '../diagnostics/yaml-schema.ts';
import { languageOf, languages } from '../words/languages.ts';
import type { SetName } from '../topic-sets.ts';
import { faintPairs } from './colours.ts';
import { sections, siteSchema, type Site } from './schema.ts';

export interface SiteReading {
  /** Absent when the file has an error. */
  readonly site?: Site;
  readonly problems: readonly Diagnostic[];
}

/** What the settings may name. */
export interface Named {
  /** Ids of the owner's own pages, which the menu may lead to besides the site's parts. */
  readonly pages: readonly string[];
  /** Whether a file is served as it is. @param path below the site's address */
  readonly isServed: (path: string) => boolean;
  /** Ids of the topics of a set. */
  readonly topicsOf: (set: SetName) => readonly string[];
}

/** What the settings name and the archive does not have. */
function missing(
  { menu, logo, favicon, topics: { sets = [], without } }: Site,
  { pages, isServed, topicsOf }: Named,
): Problem[] {
  const known: readonly string[] = [...sections, ...pages];
  const unknown = menu.map(({ page }, index) => ({
    path: ['menu', index, 'page'],
    why:
      page !== undefined &&
      !known.includes(page) &&
      `there is no page "${page}"${didYouMean(page, known)}`,
  }));
  const files = Object.entries({ logo, favicon }).map(([field, file]) => ({
    path: [field],
    why: file !== undefined && !isServed(file) && `there is no file public/${file}`,
  }));
  const brought = sets.flatMap(topicsOf);
  const others = without.map((id, index) => ({
    path: ['topics', 'without', index],
    why: !brought.includes(id) && `no set has a topic "${id}"${didYouMean(id, brought)}`,
  }));
  return [...unknown, ...files, ...others].flatMap(({ path, why }) => (why ? [{ path, why }] : []));
}

/**
 * Reads an archive's settings.
 *
 * @param file path for messages
 * @param text the whole file; empty for an archive without one
 * @param named what the settings may name
 * @returns the settings with defaults filled in, or what is wrong as `settings/schema`; what is merely unwise besides
 */
export function parseSite(file: string, text: string, named: Named): SiteReading {
  const read = readYaml(file, text, siteSchema, 'settings/schema');
  if (!read.ok) return { problems: read.problems };
  const { value: site, placeOf } = read;
  const lacking = read.wrong(missing(site, named));
  if (lacking.length > 0) return { problems: lacking };
  const faint = faintPairs(site.colours).map(({ name, on, scheme, ratio }) => {
    const where = placeOf(['colours', name, scheme]);
    return diagnostic('settings/contrast', where, { name, on, scheme, ratio: ratio.toFixed(1) });
  });
  if (languageOf(site.language) !== undefined) return { site, problems: faint };
  const foreign = diagnostic('settings/language', placeOf(['language']), {
    language: site.language,
    languages: languages.map((one) => `\`${one}\``).join(' or '),
  });
  return { site, problems: [foreign, ...faint] };
}
