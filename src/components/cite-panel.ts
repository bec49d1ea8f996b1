/** The panel of “Cite” lies over the text: Escape, a press beside it and the focus that goes on close it. */
const cite = document.querySelector<HTMLDetailsElement>('.actions .cite');

if (cite) {
  const closeUnless = (target: EventTarget | null): void => {
    if (target instanceof Node && !cite.contains(target)) cite.open = false;
  };
  document.addEventListener('pointerdown', ({ target }) => closeUnless(target));
  cite.addEventListener('focusout', ({ relatedTarget }) => closeUnless(relatedTarget));
  cite.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !cite.open) return;
    event.preventDefault();
    cite.open = false;
    cite.querySelector('summary')?.focus();
  });
}
