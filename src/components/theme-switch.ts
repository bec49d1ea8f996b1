/** The switch of the colour scheme: automatic, light, dark, and round again. */
const order = ['auto', 'light', 'dark'] as const;
type Theme = (typeof order)[number];

const names: Readonly<Record<Theme, string>> = {
  auto: 'automatic',
  light: 'light',
  dark: 'dark',
};

const root = document.documentElement;
const button = document.querySelector('.theme');

function current(): Theme {
  return order.find((theme) => theme === root.dataset['theme']) ?? 'auto';
}

function show(theme: Theme): void {
  root.dataset['theme'] = theme;
  const name = `Colour scheme: ${names[theme]}`;
  button?.setAttribute('aria-label', name);
  button?.setAttribute('title', name);
}

show(current());

button?.addEventListener('click', () => {
  const theme = order[(order.indexOf(current()) + 1) % order.length] ?? 'auto';
  show(theme);
  try {
    if (theme === 'auto') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage is forbidden: the choice holds for this page.
  }
});
