/** The ways in which a decoded text can be read. */
export interface TextReading {
  readonly text: string;
  /** Empty for the text as it is. */
  readonly from: string;
}

/**
 * @param text decoded
 * @param html whether its wrapping says that it is HTML
 * @returns the reading to be preferred first
 */
export function readingsOf(text: string, html: boolean): TextReading[] {
  return html ? [{ text, from: '' }] : [{ text, from: '' }];
}
