/** The look of citations and exports, fetched when one is opened: no page carries it. */
import address from '../../styles/cite.css?url';

/** Puts the sheet into the page, once. Resolves when it is there, or cannot be had. */
export async function addSheet(): Promise<void> {
  if (document.querySelector(`link[href="${address}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  const there = new Promise((resolve) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', resolve);
  });
  document.head.append(link);
  await there;
}
