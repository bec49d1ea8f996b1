/** What runs on every page: one small file that browsers keep. Pages work without it. */
import '../components/came-from.ts';
import '../components/theme-switch.ts';
import '../components/copy-button.ts';
import '../components/cite-panel.ts';
import '../components/copy-link.ts';
import '../components/show-corrections.ts';
import '../components/print-line.ts';
import '../components/keys/keys.ts';
import '../reading/browser/everywhere.ts';
import '../citation/browser/everywhere.ts';
