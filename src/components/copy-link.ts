/** “Copy link” in the line below a paper's title, which only scripts can offer; its place is kept by the style sheet. */
import * as words from '#words/everywhere.ts';
import { button, make } from '../browser/dom.ts';

/** Without the clipboard's permission, or not served securely: the older way. */
function copySelected(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** The canonical address, but for a copy of the site that is served somewhere else. */
function addressOfPage(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const { host, protocol, href } = location;
  return canonical !== undefined && (protocol === 'file:' || new URL(canonical).host === host)
    ? canonical
    : href.replace(/[?#].*/, '');
}

const tools = document.querySelector('[data-tools]');
if (tools) {
  const status = make('span', { class: 'hidden', role: 'status' });
  const copy = async (link: HTMLElement): Promise<void> => {
    link.textContent = status.textContent = (await copied(addressOfPage()))
      ? words.copied
      : words.notCopied;
    link.focus();
    setTimeout(() => {
      link.textContent = words.copyLink;
      status.textContent = '';
    }, 2500);
  };
  const link = button(words.copyLink, (made) => void copy(made), { title: words.copyLinkIs });
  tools.append(link, status);
}
