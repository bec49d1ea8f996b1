/** The switch of the colour scheme: automatic, the scheme that is not seen now, the other, and round again. */
import * as words from '#words/everywhere.ts';
import { make } from '../browser/dom.ts';
import { keep } from '../browser/storage.ts';

type Theme = 'auto' | 'light' | 'dark';

const root = document.documentElement;
const button = document.querySelector('.theme');

function current(): Theme {
  const { theme } = root.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}

/** From automatic, a click changes what is seen. */
function next(theme: Theme): Theme {
  const [system, other] = matchMedia('(prefers-color-scheme: dark)').matches
    ? (['dark', 'light'] as const)
    : (['light', 'dark'] as const);
  return theme === 'auto' ? other : theme === other ? system : 'auto';
}

/** The browser's own bars have the colour of the masthead, in the scheme that is seen. */
const bars = make('meta', { name: 'theme-color' });
document.head.append(bars);
const masthead = document.querySelector('.masthead');
function tint(): void {
  if (masthead) bars.content = getComputedStyle(masthead).backgroundColor;
}
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tint);

function show(theme: Theme): void {
  root.dataset['theme'] = theme;
  tint();
  const name = words.colourScheme(words.schemes[theme]);
  button?.setAttribute('aria-label', name);
  button?.setAttribute('title', name);
}

show(current());

button?.addEventListener('click', () => {
  const theme = next(current());
  show(theme);
  keep('theme', theme === 'auto' ? null : theme);
});
