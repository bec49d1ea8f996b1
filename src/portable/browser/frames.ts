/** Other pages of the copy, read: a page on a disk may not read another, but show it in a frame, which tells what it is. */

/** Name of the frames in which pages are read. */
const frameName = 'offprint read';

/** How long a page may take that has been loaded and has not told what it is: there is none. In milliseconds. */
const patience = 300;

/** Whether this page is only read; if so, it is told, with addresses that hold anywhere. */
export function tellReader(): boolean {
  if (window.name !== frameName || parent === window) return false;
  for (const name of ['href', 'src', 'action']) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const address = element.getAttribute(name) ?? '';
      if (!address.startsWith('#'))
        element.setAttribute(name, new URL(address, location.href).href);
    }
  }
  parent.postMessage({ offprint: document.documentElement.outerHTML }, '*');
  return true;
}

/** The HTML of a page; undefined if there is none. @param address of its file */
export function readPage(address: string): Promise<string | undefined> {
  const frame = document.createElement('iframe');
  frame.name = frameName;
  frame.hidden = true;
  frame.tabIndex = -1;
  const over = new AbortController();
  const { signal } = over;
  const told = new Promise<string>((resolve) => {
    const hear = ({ source, data }: MessageEvent<unknown>): void => {
      if (source !== frame.contentWindow || typeof data !== 'object' || data === null) return;
      if ('offprint' in data && typeof data.offprint === 'string')
        resolve(`<!doctype html>${data.offprint}`);
    };
    addEventListener('message', hear, { signal });
  });
  const silent = new Promise<undefined>((resolve) => {
    const wait = (): void => void setTimeout(() => resolve(undefined), patience);
    frame.addEventListener('load', wait, { signal });
  });
  frame.src = address;
  document.body.append(frame);
  return Promise.race([told, silent]).finally(() => {
    over.abort();
    frame.remove();
  });
}
