/** Numbers, nouns with numbers, and lists, as the language of the pages writes them. Pure. */
import { locale } from '#words/locale.ts';

let whole: Intl.NumberFormat | undefined;

/** E.g. `12,034`. The first format costs a phone up to 80 ms: it is made when it is needed. */
export const number = (value: number): string =>
  (whole ??= new Intl.NumberFormat(locale)).format(value);

/** A number with so many digits behind the point, or as a percentage. */
export const decimal = (
  value: number,
  digits: number,
  style: 'decimal' | 'percent' = 'decimal',
): string =>
  new Intl.NumberFormat(locale, {
    style,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);

/** Forms of a noun by the rules of the language: English has `one` and `other`. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** The form for a number. */
export const formFor = (count: number, forms: Forms): string =>
  forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;

/** A count with its noun, e.g. `1 paper`, `12,034 papers`. */
export const counted = (count: number, forms: Forms): string =>
  `${number(count)} ${formFor(count, forms)}`;

/** E.g. `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
