/** Scripts in a formula of one line, `ρ_{BL}`: what a page sets lower or higher instead of showing the braces. Pure. */

/** A stretch of text, or what is set below or above it. */
export interface ScriptPiece {
  readonly text: string;
  readonly set?: 'sub' | 'sup';
}

/** Not longer: braces that are far apart are somebody's own. */
const script = /([_^])\{([^{}]{1,24})\}/g;

/** Cuts text at the scripts that Unicode has no letters for; their marks and braces go. */
export function scriptPieces(text: string): ScriptPiece[] {
  const pieces: ScriptPiece[] = [];
  let end = 0;
  for (const { 0: all, 1: mark, 2: inner = '', index } of text.matchAll(script)) {
    if (index > end) pieces.push({ text: text.slice(end, index) });
    pieces.push({ text: inner, set: mark === '_' ? 'sub' : 'sup' });
    end = index + all.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/** The same in HTML that is escaped already: braces are not. */
export const scriptsHtml = (html: string): string =>
  html.replaceAll(script, (_, mark: string, inner: string) => {
    const set = mark === '_' ? 'sub' : 'sup';
    return `<${set}>${inner}</${set}>`;
  });
