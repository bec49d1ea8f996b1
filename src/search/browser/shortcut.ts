/** The slash key leads to the search from every page, as on many sites that are searched a lot. */
/** Whether keys typed here are text. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName))
  );
}

/**
 * Lets `/` focus the page's own search field, or go to the search page where there is none.
 *
 * @param searchPage address of the search page
 */
export function slashSearches(searchPage: string): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || isTyping(event.target)) return;
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (field === null || field.offsetParent === null) {
      location.assign(searchPage);
      return;
    }
    field.focus();
    field.select();
  });
}
