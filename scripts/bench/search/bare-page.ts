/** Pagefind as it comes: its index and its JavaScript interface with no options, results in its own order. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** Folder of its index in the site. */
const bundle = 'bench-pagefind';

/** Path of the page under the site's base. */
export const barePath = 'bench-pagefind.html';

/** Makes its index of the paper pages, unless it is there. @param site folder of a built site, absolute */
export async function makeBareIndex(site: string): Promise<void> {
  if (existsSync(join(site, bundle))) return;
  const { index, errors } = await createIndex();
  if (index === undefined) throw new Error(errors.join('\n'));
  await index.addDirectory({ path: site, glob: 'papers/*/index.html' });
  await index.writeFiles({ outputPath: join(site, bundle) });
  await close();
}

/** A search page of nothing but a field and the titles found. */
export const barePage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Pagefind</title>
<link rel="icon" href="data:,">
<main>
  <form><input type="search" name="q"></form>
  <ol id="results" data-state="idle"></ol>
</main>
<script type="module">
  import * as pagefind from './${bundle}/pagefind.js';
  const results = document.querySelector('#results');
  const form = document.querySelector('form');
  async function search(text) {
    if (text === '') {
      results.replaceChildren();
      results.dataset.state = 'idle';
      return;
    }
    results.dataset.state = 'loading';
    try {
      await show(text);
      results.dataset.state = 'done';
    } catch {
      results.dataset.state = 'error';
    }
  }
  async function show(text) {
    const found = await pagefind.search(text);
    const shown = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
    results.replaceChildren(...shown.map(({ url, meta }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = url;
      link.dataset.paper = url.split('/').filter(Boolean).at(-1);
      link.textContent = meta.title;
      item.append(link);
      return item;
    }));
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void search(form.elements.q.value);
  });
  const asked = new URLSearchParams(location.search).get('q');
  if (asked) void search(asked);
</script>
`;
