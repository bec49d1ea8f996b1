/** A message: an edition for one recipient, as the bytes that are sent. */
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Sender } from './address.ts';
import type { Edition } from './edition.ts';
import { htmlOf, type Leave } from './html.ts';
import { textOf } from './text.ts';

export interface MessageFacts {
  readonly edition: Edition;
  readonly from: Sender;
  /** Undefined for a message to nobody: one that is only looked at. */
  readonly to: string | undefined;
  /** What of its id stands before the `@`; no address can be told from it. */
  readonly name: string;
  readonly date: Date;
  /** Ways to leave the list, the one that readers are shown first. */
  readonly leave: readonly Leave[];
}

/** RFC 2919: a name in the form of a host, that of the archive's address. */
function listId({ site }: Edition): string {
  const { hostname, pathname } = new URL(site.url);
  const labels = pathname.split('/').filter((part) => /^[\w-]+$/.test(part));
  return [...labels.toReversed(), 'digests', hostname].join('.').toLowerCase();
}

/** RFC 2369, and RFC 8058 for one click, which needs an address of the web. */
function leaveHeaders(leave: readonly Leave[]): { key: string; value: string }[] {
  if (leave.length === 0) return [];
  const value = leave.map(({ url }) => `<${url}>`).join(', ');
  const oneClick = leave.some(({ url }) => url.startsWith('https:'));
  return [
    { key: 'List-Unsubscribe', value },
    ...(oneClick ? [{ key: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' }] : []),
  ];
}

/** The whole message, lines ended by CR LF. The same facts give the same bytes. */
export async function messageOf(facts: MessageFacts): Promise<Buffer> {
  const { edition, from, to, name, date, leave } = facts;
  const host = from.address.slice(from.address.lastIndexOf('@') + 1);
  const composer = new MailComposer({
    from,
    ...(to === undefined ? {} : { to: { name: '', address: to } }),
    subject: `${edition.title}, ${edition.day}: ${edition.count}`,
    date,
    messageId: `<${name}@${host}>`,
    headers: [
      ...(to === undefined ? [{ key: 'To', value: 'undisclosed-recipients:;' }] : []),
      { key: 'List-Id', value: `<${listId(edition)}>` },
      ...leaveHeaders(leave),
      // RFC 3834: nobody's holiday note answers it.
      { key: 'Auto-Submitted', value: 'auto-generated' },
      { key: 'Precedence', value: 'list' },
    ],
    text: textOf(edition, leave[0]),
    html: htmlOf(edition, leave[0]),
    textEncoding: 'quoted-printable',
    baseBoundary: name,
    xMailer: false,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
