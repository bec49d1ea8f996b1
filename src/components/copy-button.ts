/** Copy buttons: `[data-copy]` names the element whose text goes to the clipboard; the status after it says so. */

async function copy(button: Element): Promise<void> {
  const source = document.getElementById(button.getAttribute('data-copy') ?? '');
  const status = button.nextElementSibling;
  if (!source || !status) return;
  try {
    await navigator.clipboard.writeText(source.textContent ?? '');
    status.textContent = 'Copied';
  } catch {
    // The clipboard is forbidden or the page is not served securely: one key press is left to the reader.
    getSelection()?.selectAllChildren(source);
    status.textContent = 'Selected; press Ctrl+C or ⌘C';
  }
  setTimeout(() => (status.textContent = ''), 4000);
}

for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', () => void copy(button));
}
