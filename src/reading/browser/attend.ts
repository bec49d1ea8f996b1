/** Marks a paper as read when it was: its abstract's end was seen, and its page for as long as reading it takes. */

/** Words a second of somebody who skims, and the shortest and the longest time in seconds. */
const [pace, shortest, longest] = [8, 8, 40];

/** @param read is called once */
export function attend(abstract: HTMLElement, read: () => void): void {
  const words = abstract.textContent.split(/\s+/).length;
  let left = Math.min(longest, Math.max(shortest, words / pace));
  let end = false;
  const observer = new IntersectionObserver((entries) => {
    end ||= entries.some(({ isIntersecting }) => isIntersecting);
  });
  observer.observe(abstract.lastElementChild ?? abstract);
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') left -= 1;
    if (left > 0 || !end) return;
    clearInterval(timer);
    observer.disconnect();
    read();
  }, 1000);
}
