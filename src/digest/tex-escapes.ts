/** What people and DBLP write in addresses and identifiers so that LaTeX prints them. */

const named: Readonly<Record<string, string>> = {
  textunderscore: '_',
  textasciitilde: '~',
  textless: '<',
  textgreater: '>',
};

/**
 * An address or identifier without the escapes of LaTeX: `\_`, `{\%}`, `\textasciitilde{}`, `$<$`, `{…}`.
 * No address holds a brace or a backslash of its own (RFC 3986, appendix A).
 *
 * @param text as it stands in a bibliography, e.g. `10.1007/978-3-319-24574-4\_28`
 */
export function withoutTexEscapes(text: string): string {
  if (!/[\\{$]/.test(text)) return text;
  return text
    .replace(/^\\(?:url|path|doi|nolinkurl)\s?(?=\{)/, '')
    .replaceAll(
      /\\(textunderscore|textasciitilde|textless|textgreater)(?![A-Za-z])/g,
      (_, name: string) => named[name] ?? '',
    )
    .replaceAll(/\\~(?:\{\})?|\$\\sim\$/g, '~')
    .replaceAll(/\$([<>_])\$/g, '$1')
    .replaceAll(/\\([_%&#$^-])/g, '$1')
    .replaceAll(/[{}]/g, '');
}
