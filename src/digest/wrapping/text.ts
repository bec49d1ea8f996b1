import type { Reading } from './model.ts';
import { cleanPage, isPage, pageKinds, readPage } from './html.ts';

export interface TextReadings {
  /** The one to be preferred first. */
  readonly readings: readonly [Reading, ...Reading[]];
  /** Scripts and fields of forms that a page lost. */
  readonly scripts: number;
}

/**
 * The ways to read a text.
 *
 * @param text decoded
 * @param html whether what it was wrapped in says that it is HTML
 */
export function readingsOf(text: string, html: boolean): TextReadings {
  const page = html || isPage(text) ? cleanPage(text) : undefined;
  const readings = pageKinds.flatMap((kind): Reading[] => {
    const read = page && readPage(page.html, kind);
    return page === undefined || read === undefined
      ? []
      : [{ text: read, from: `HTML as ${kind}`, page: kind, plain: page.html }];
  });
  const [first = { text, from: '', plain: text }, ...others] = readings;
  return { readings: [first, ...others], scripts: page?.count ?? 0 };
}
