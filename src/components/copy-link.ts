/** “Copy link” in the line below a paper's title, which only scripts can offer; its place is kept by the style sheet. */
import * as words from '#words/everywhere.ts';

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
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.copyLink;
  button.title = words.copyLinkIs;
  const status = document.createElement('span');
  status.className = 'hidden';
  status.setAttribute('role', 'status');
  const copy = async (): Promise<void> => {
    button.textContent = status.textContent = (await copied(addressOfPage()))
      ? words.copied
      : words.notCopied;
    button.focus();
    setTimeout(() => {
      button.textContent = words.copyLink;
      status.textContent = '';
    }, 2500);
  };
  button.addEventListener('click', () => void copy());
  tools.append(button, status);
}
