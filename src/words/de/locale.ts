/** How German is written. */
export const locale = 'de';
