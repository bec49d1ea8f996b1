/** Which server mails go through. Pure. */
import { isOwnHost } from '../net/public-hosts.ts';

export interface Server {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise by STARTTLS. */
  readonly secure: boolean;
  /** Nothing is said, a password least of all, before TLS is up. */
  readonly requireTls: boolean;
  readonly login?: { readonly user: string; readonly pass: string };
}

/**
 * Reads `smtps://user:password@host:465` or `smtp://host:587`. TLS is required, but on this machine itself.
 *
 * @param plain whether another machine may be spoken to without TLS
 * @returns what is wrong with it as a half sentence, without a word of it: it may hold a password
 */
export function readServer(
  text: string,
  { password, plain }: { readonly password?: string | undefined; readonly plain: boolean },
): Server | string {
  const url = URL.parse(text);
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    return 'is no address such as smtps://name:password@smtp.example.org:465';
  if (!/^\/?$/.test(url.pathname) || url.search !== '' || url.hash !== '')
    return 'has something behind host and port; there are no further settings';
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  let login: Server['login'];
  try {
    const user = decodeURIComponent(url.username);
    const pass = url.password === '' ? password : decodeURIComponent(url.password);
    if (user !== '' && !pass)
      return 'has a name and no password; OFFPRINT_SMTP_PASSWORD may hold it';
    if (user !== '' && pass) login = { user, pass };
  } catch {
    return 'has a name or a password with a % that stands for nothing: write it %25';
  }
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTls: !secure && !plain && !isOwnHost(url.hostname),
    ...(login && { login }),
  };
}

/** Whether an address of a server holds a password: on a command line, everybody on the machine could read it. */
export const holdsPassword = (text: string): boolean =>
  /^[a-z]+:\/\/[^/:]*:[^/]*@/i.test(text) || (URL.parse(text)?.password ?? '') !== '';
