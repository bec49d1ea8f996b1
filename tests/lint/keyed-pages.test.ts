import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../project.ts';

const pages = join(repository, 'src/pages');
const sources = readdirSync(pages, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const keyed = sources.filter((path) => readFileSync(path, 'utf8').includes('cacheKey'));

/** What a module imports of the project, relative to it. */
function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/(?:from|import) '(\.[^']+)'/g)].map(([, to = '']) =>
    join(path, '..', to),
  );
}

/** Components that a module renders, and those that they render. */
function components(path: string, found = new Set<string>()): Set<string> {
  for (const to of importsOf(path)) {
    if (!to.endsWith('.astro') || found.has(to)) continue;
    found.add(to);
    components(to, found);
  }
  return found;
}

/** What comes after the paths are listed: it runs only for pages that are made. */
const rendering = (path: string): string => {
  const text = readFileSync(path, 'utf8');
  return text.slice(text.indexOf('interface Props'));
};

describe('a page with a key', () => {
  it('is most of all pages', () => {
    expect(keyed.length).toBeGreaterThan(5);
  });

  it.each(keyed.map((path) => [path.slice(pages.length + 1), path]))(
    '%s reads nothing of the archive but its props',
    (_, path) => {
      // Of a topic, the first page has pictures: it has no key.
      const allowed = path.includes('/topics/') ? ['TopicPictures'] : [];
      const text = path.endsWith('.ts') ? '' : rendering(path);
      for (const line of text.split('\n').filter((line) => line.includes('getArchive('))) {
        expect(allowed.some((component) => line.includes(component))).toBe(true);
      }
      for (const component of components(path)) {
        const isFrame = component.endsWith('layouts/Page.astro');
        if (isFrame || allowed.some((name) => component.includes(name))) continue;
        expect([component, readFileSync(component, 'utf8').includes('getArchive')]).toEqual([
          component,
          false,
        ]);
      }
    },
  );
});
