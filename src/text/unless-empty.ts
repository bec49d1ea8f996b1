/** A text or a list; undefined if there is nothing in it, so that JSON and spread fields leave it out. */
export const unlessEmpty = <Value extends { readonly length: number }>(
  value: Value,
): Value | undefined => (value.length > 0 ? value : undefined);
