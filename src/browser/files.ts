/** Pages of the site that scripts read, and files that they give. */

/**
 * A page of the site, to be read: nothing of it runs or is loaded.
 *
 * @throws if it cannot be had
 */
export async function fetchPage(address: string, signal?: AbortSignal): Promise<Document> {
  const answer = await fetch(address, signal ? { signal } : {});
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

/**
 * Gives the reader a file.
 *
 * @param name with its extension
 */
export function download(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Browsers begin to read it when they please.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
