/** The colour scheme the reader chose: `auto` follows the system. */
import { createHash } from 'node:crypto';

/**
 * Runs in the page's head, before anything is painted, so that no page flashes in the wrong scheme.
 * Its being there also tells the style sheet that scripts run. Storage may be forbidden: then nothing is kept.
 */
export const themeScript =
  "var t;try{t=localStorage.getItem('theme')}catch{}document.documentElement.dataset.theme=t=='light'||t=='dark'?t:'auto'";

/** What the content security policy needs to let exactly this script run. */
export const themeScriptHash: `sha256-${string}` = `sha256-${createHash('sha256').update(themeScript).digest('base64')}`;
