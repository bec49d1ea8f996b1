/** Says that there is a new edition. The page stays as it is until the reader wants another. */

const button = (words: string, act: () => void): HTMLButtonElement => {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
};

/** Shows the line once. */
export function announce(): void {
  if (document.querySelector('.edition') !== null) return;
  const line = document.createElement('div');
  line.className = 'edition';
  line.setAttribute('role', 'status');
  document.body.append(line);
  const words = document.createElement('p');
  words.textContent = 'The archive has been updated. This page is from before.';
  // Into a region that is there already: only then is it read out.
  requestAnimationFrame(() =>
    line.append(
      words,
      button('Reload', () => location.reload()),
      button('Later', () => line.remove()),
    ),
  );
}
