/** How long a reader who has not asked anything yet has the search page's line to themselves, in milliseconds. */
const patience = 5000;

/** The search page's first answer comes before everything that is fetched for later. */
export async function answered(): Promise<void> {
  const results = document.querySelector<HTMLElement>('#results');
  const start = performance.now();
  for (;;) {
    const state = results?.dataset['state'];
    const waiting = state === 'loading' || state === 'idle';
    if (!waiting || performance.now() - start > patience * (state === 'idle' ? 1 : 6)) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 500);
    });
  }
}
