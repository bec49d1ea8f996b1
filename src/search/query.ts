/** What a reader types, made into what Pagefind understands. */

/** Words handed to Pagefind at most: every further word costs time and finds nothing more. */
const maxWords = 60;
const maxLength = 2000;

/** Direction and width marks that are pasted along with a title and never seen. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const quotes = '"“”„‟«»';
const quoted = new RegExp(`^[${quotes}]([^${quotes}]+)[${quotes}]$`);
const anyQuote = new RegExp(`[${quotes}]`, 'g');

/**
 * Signs at which Pagefind's index parts words (`0<delta<1`, `$\alpha$`), but its query does not.
 * `+` stays: `C++`.
 */
const parting = /[\\$^`~<>=|¬×÷∈→≤≥]/g;

/** Anything but letters, digits and what may be part of a name or number: `C++`, `C#`, `3.1`. */
const punctuation = /[^\p{L}\p{N}\p{M}\p{So}\s.,+#]|(?<!\d)[.,]|[.,](?!\d)/gu;

const squeeze = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

/** A query as it is shown and kept in the address: one line, no control characters, no ends of white space. */
export function tidyQuery(raw: string): string {
  return squeeze(
    raw
      .slice(0, maxLength)
      .toWellFormed()
      .normalize('NFC')
      // oxlint-disable-next-line no-control-regex -- they are what is taken out
      .replaceAll(/[\u0000-\u001f\u007f-\u009f\ufffd]/g, ' ')
      .replaceAll(invisible, ''),
  );
}

/**
 * The terms to search for, one after the other until one of them finds something.
 *
 * Pagefind takes quotes for a phrase if the query begins and ends with one, whatever stands between;
 * here they count only around the whole query, as in `"chain of thought"`.
 *
 * @param raw as typed: a title may hold quotes, colons, question marks, apostrophes, dashes, TeX
 * @returns first the phrase if it is one, then the words, then the words without any punctuation;
 *   never twice the same, empty if there is nothing to search for
 */
export function attempts(raw: string): string[] {
  const tidy = tidyQuery(raw);
  const phrase = quoted.exec(tidy)?.[1];
  const words = limit(tidy.replaceAll(anyQuote, '').replaceAll(parting, ' '));
  const bare = limit(words.replaceAll(punctuation, ' '));
  const terms = phrase === undefined ? [] : [`"${limit(phrase.replaceAll(parting, ' '))}"`];
  return [...new Set([...terms, words, bare])].filter((term) => /[\p{L}\p{N}\p{S}]/u.test(term));
}

const limit = (text: string): string => squeeze(text).split(' ').slice(0, maxWords).join(' ');
