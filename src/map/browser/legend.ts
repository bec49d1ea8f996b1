/** The legend: topics that are chosen are brought out, all others fade. */

/**
 * @param chosen called with the chosen topics' places; `undefined` if none is, which shows all alike
 * @returns labels of the topics, in order
 */
export function followLegend(
  legend: Element,
  chosen: (topics: ReadonlySet<number> | undefined) => void,
): readonly string[] {
  const buttons = [...legend.querySelectorAll<HTMLButtonElement>('button[data-topic]')];
  const all = legend.querySelector<HTMLButtonElement>('[data-all]');
  const isOn = (button: Element): boolean => button.getAttribute('aria-pressed') === 'true';
  const apply = (): void => {
    const topics = buttons.filter(isOn).map((button) => Number(button.dataset['topic']));
    if (all) all.hidden = topics.length === 0;
    chosen(topics.length === 0 ? undefined : new Set(topics));
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      button.setAttribute('aria-pressed', String(!isOn(button)));
      apply();
    });
  }
  all?.addEventListener('click', () => {
    for (const button of buttons) button.setAttribute('aria-pressed', 'false');
    // The button is about to go: the reader stays in the legend.
    buttons[0]?.focus();
    apply();
  });
  return buttons.map((button) => button.textContent?.trim() ?? '');
}
