/** Lights the lines that an address names (`#L5-9`) where no element has that name; `:target` lights all others. */

function light(): void {
  for (const line of document.querySelectorAll('.capture .lit')) line.classList.remove('lit');
  const anchor = location.hash.slice(1);
  const [, first, last] = /^L(\d{1,9})-(\d{1,9})$/.exec(anchor) ?? [];
  if (first === undefined || document.getElementById(anchor)) return;
  const lines = [];
  for (let number = Number(first); number <= Number(last); number += 1) {
    const line = document.getElementById(`L${number}`);
    if (line === null) break;
    lines.push(line);
  }
  for (const line of lines) line.classList.add('lit');
  lines[0]?.scrollIntoView({ block: 'center' });
}

light();
addEventListener('hashchange', light);
