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

const tools = document.querySelector('[data-tools]');
if (tools) {
  const name = 'Copy link';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = name;
  const status = document.createElement('span');
  status.className = 'hidden';
  status.setAttribute('role', 'status');
  button.addEventListener('click', () => {
    const address = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
    const here = location.origin + location.pathname;
    // The canonical address, but for a copy that is read somewhere else.
    const link = address !== undefined && new URL(address).host === location.host ? address : here;
    void (navigator.clipboard?.writeText(link) ?? Promise.reject(new Error('no clipboard')))
      .then(() => true)
      .catch(() => copySelected(link))
      .then((copied) => {
        button.focus();
        button.textContent = status.textContent = copied ? 'Copied' : 'Not copied';
        setTimeout(() => {
          button.textContent = name;
          status.textContent = '';
        }, 2500);
      });
  });
  tools.append(button, status);
}
