/** A query as it is typed, pasted, and kept in the address, made tidy. */

/** Characters of a query at most: a list of a hundred references. */
const maxLength = 20_000;

/** Direction and width marks that are pasted along with a title and never seen. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A query on one line, without control characters and without white space at its ends. Tidy text stays as it is. */
export function tidyQuery(raw: string): string {
  return (
    raw
      .slice(0, maxLength)
      .replaceAll(invisible, '')
      // After that: an accent may have been parted from its letter. It may also grow by it.
      .normalize('NFC')
      .slice(0, maxLength)
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- they are what is taken out
      .replaceAll(/[\u0000-\u001f\u007f-\u009f\ufffd]/g, ' ')
      .trim()
      .replaceAll(/\s+/g, ' ')
  );
}

/** TeX as people type it: `\ell_\infty` is `ell infty`, `T\"ulu` is `Tulu`. */
export function plainTex(text: string): string {
  return text
    .replaceAll(/\\(?:["'`^~=.]|[cvuHkrdbt](?=\{))\s*\{?([A-Za-z])\}?/g, '$1')
    .replaceAll(
      /\\(?:math(?:cal|bb|bf|rm|sf|it|tt|frak|scr)|text(?:bf|it|sc|tt|rm|sf)?|operatorname)\s*/g,
      ' ',
    )
    .replaceAll(/\\(?:ast|star)(?!\p{L})/gu, '*')
    .replaceAll(/[\\~]+/g, ' ')
    .replaceAll(/[${}^]+/g, '')
    .replaceAll(/(?<!\s)\s+(?=_)|(?<=_)\s+/g, '');
}
