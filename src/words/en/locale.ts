/** How English is written: dates and numbers as in Britain. */
export const locale = 'en-GB';
