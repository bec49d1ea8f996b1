/** Text written into HTML and XML. Pure. */

/** Text as character data of HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What XML 1.0 cannot hold in any form (production 2, Char), noncharacters included. */
const notXml = /(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // As itself it would be read back as a line feed.
  '\r': '&#13;',
};

/**
 * Any text as character data or as a value between double quotes.
 *
 * @returns well-formed XML 1.0; what XML cannot hold is left out, half a surrogate pair becomes U+FFFD
 */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(notXml, '')
    .replaceAll(/[&<>"\r]/g, (character) => entities[character] ?? '');
}
