/** “Copy link” in the line below a paper's title, which only scripts can offer; its place is kept by the style sheet. */

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

/** The canonical address, but for a copy of the site that is read somewhere else. */
function addressOfPage(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  return canonical !== undefined && new URL(canonical).host === location.host
    ? canonical
    : location.origin + location.pathname;
}

const tools = document.querySelector('[data-tools]');
if (tools) {
  const name = 'Copy link';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = name;
  const status = document.createElement('span');
  status.className = 'hidden';
  status.setAttribute('role', 'status');
  const copy = async (): Promise<void> => {
    button.textContent = status.textContent = (await copied(addressOfPage()))
      ? 'Copied'
      : 'Not copied';
    button.focus();
    setTimeout(() => {
      button.textContent = name;
      status.textContent = '';
    }, 2500);
  };
  button.addEventListener('click', () => void copy());
  tools.append(button, status);
}
