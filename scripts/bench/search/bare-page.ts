/** Pagefind as it comes: its JavaScript interface with no options, results in its own order. */

/** Path of the page under the site's base. */
export const barePath = 'bench-pagefind.html';

/** A search page of nothing but a field and the titles found, on the site's own index. */
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
  import * as pagefind from './pagefind/pagefind.js';
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
