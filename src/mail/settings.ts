/** What the environment says of mails. Secrets come from nowhere else. Pure. */
import { withSlashes } from '../base-path.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DiagnosticCode } from '../diagnostics/table.ts';
import { readAddress, readSender, type Sender } from './address.ts';
import type { Leave } from './html.ts';
import { leaveToken, shortestKey } from './keys.ts';
import { readServer, type Server } from './server.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Asked {
  /** `--smtp`: goes before the environment. */
  readonly smtp?: string | undefined;
  readonly plain: boolean;
  /** Messages are to be sent, not only looked at. */
  readonly sends: boolean;
  /** There is a list of recipients. */
  readonly hasList: boolean;
  /** The archive's name. */
  readonly title: string;
}

export interface Settings {
  /** A whole address for a path of the site. */
  readonly absolute: (path: string) => string;
  readonly from: Sender;
  /** Empty where there are no recipients. */
  readonly key: string;
  /** How a recipient leaves the list. @param same see `Address` */
  readonly leave: (same: string) => readonly Leave[];
  /** Undefined where nothing is sent. */
  readonly server: Server | undefined;
}

const wrong = (name: string, why: string, code: DiagnosticCode = 'mail/setting'): Diagnostic =>
  diagnostic(code, { file: name }, { why });

/** Where the public site is; `http:` alone for a machine's own. */
function siteOf(env: Environment): URL | undefined {
  const url = URL.parse(env['OFFPRINT_SITE'] ?? '');
  return url !== null && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** `{token}` stands for the recipient, without the address. */
function isLeave(text: string): boolean {
  const url = URL.parse(text.replaceAll('{token}', 'x'));
  if (url === null || /[\s<>,]/.test(text)) return false;
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'mailto:' && readAddress(decodeURIComponent(url.pathname)) !== undefined)
  );
}

/** Reads what a run needs; tells everything that is wrong at once, and nothing of what it holds. */
export function readSettings(
  env: Environment,
  asked: Asked,
): { readonly settings: Settings } | { readonly problems: readonly Diagnostic[] } {
  const site = siteOf(env);
  const host = site?.hostname ?? 'localhost';
  // Who only looks at a message need not say whom it is from.
  const sender = env['OFFPRINT_MAIL_FROM'] || (asked.sends ? '' : `digests@${host}`);
  const from = readSender(sender, asked.title);
  const key = env['OFFPRINT_MAIL_KEY'] ?? '';
  const ways = (env['OFFPRINT_MAIL_UNSUBSCRIBE'] ?? '').split(/\s+/).filter((way) => way !== '');
  const given = asked.smtp ?? env['OFFPRINT_SMTP'] ?? '';
  const server =
    asked.sends && given !== ''
      ? readServer(given, { password: env['OFFPRINT_SMTP_PASSWORD'], plain: asked.plain })
      : undefined;
  const noSender = 'is no address such as Tea Digests <digests@example.org>';
  const shortKey = `has fewer than ${shortestKey} characters`;
  const noWay = 'holds something that begins with neither https:// nor mailto:';
  const unset = 'is not set';
  const problems = [
    site === undefined && wrong('OFFPRINT_SITE', '', 'mail/no-site'),
    !from && wrong('OFFPRINT_MAIL_FROM', sender === '' ? unset : noSender),
    asked.hasList &&
      key.length < shortestKey &&
      wrong('OFFPRINT_MAIL_KEY', key === '' ? unset : shortKey),
    !ways.every(isLeave) && wrong('OFFPRINT_MAIL_UNSUBSCRIBE', noWay),
    asked.sends && given === '' && wrong('OFFPRINT_SMTP', unset),
    typeof server === 'string' && wrong('OFFPRINT_SMTP', server),
  ].filter((problem) => problem !== false);
  if (problems.length > 0 || !site || !from || typeof server === 'string') return { problems };
  const base = withSlashes(env['OFFPRINT_BASE'] ?? '');
  // Written to whom the mail is from, a person finds the line and takes it out.
  const usual = `mailto:${encodeURI(from.address)}?subject=unsubscribe`;
  return {
    settings: {
      absolute: (path) => new URL(`${base}${path}`, site).href,
      from,
      key,
      leave: (same) =>
        (ways.length > 0 ? ways : [usual]).map((way) => ({
          url: way.replaceAll('{token}', leaveToken(key, same)),
        })),
      server,
    },
  };
}
