/** Says that there is a new edition. The page stays as it is until the reader wants another. */
import * as words from '#words/everywhere.ts';

const button = (label: string, act: () => void): HTMLButtonElement => {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
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
  const told = document.createElement('p');
  told.textContent = words.updated;
  // Into a region that is there already: only then is it read out.
  requestAnimationFrame(() =>
    line.append(
      told,
      button(words.reload, () => location.reload()),
      button(words.later, () => line.remove()),
    ),
  );
}
