import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCapture } from '../../../src/digest/wrapping/read.ts';
import { withoutPrivate } from '../../../src/digest/wrapping/private.ts';
import { base64, bytes, date, ferry, mail, mailing, moss, qp } from './mails.ts';

const cut = (text: string): string => withoutPrivate(text).text;

describe('addresses of people are cut out', () => {
  test.each([
    'ida.berg@fjord.example',
    'IDA.BERG@FJORD.EXAMPLE',
    'mailto:ida.berg@fjord.example',
    'ida+lists@mail.fjord.co.uk',
    "o'hara@fjord.example",
    'søren@fjørd.example',
    'ida&#64;fjord.example',
    'ida&#x40;fjord.example',
    'ida%40fjord.example',
    'ida=40fjord.example',
    'ida\\u0040fjord.example',
    '{ida,kai.m}@fjord.example',
    'ida [at] fjord [dot] example',
    'ida(at)fjord.example',
    'ida@163.com',
  ])('%s', (address) => {
    expect(cut(`Write to ${address}, or <${address}>.`)).toBe(
      'Write to [address cut], or <[address cut]>.',
    );
  });
});

describe('what looks like an address and is none stays', () => {
  test.each([
    'F1@10, pass@k and Recall@5.',
    'Precision@K.The next one',
    'hits@10.we see',
    '@article{berg2025, title={A}}',
    '@torch.no_grad and @app.route',
    '@ida, @ida_b and @ida@fediverse.example',
    'git@github.com:ida/moss.git',
    'npm i moss@1.2.3, moss@next',
    'logo@2x.png',
    'a @ b, a@b, x@y.z',
    'https://blog.example/@ida/moss-and-roofs',
  ])('%s', (text) => expect(withoutPrivate(text)).toEqual({ text, cuts: {} }));
});

describe('web addresses lose what is somebody’s, and keep what names a paper', () => {
  test.each([
    ['https://a.example/p?id=3&utm_source=mail&utm_medium=x#part', 'https://a.example/p?id=3#part'],
    ['https://a.example/p?utm_source=mail&amp;id=3', 'https://a.example/p?id=3'],
    ['https://a.example/p?mc_eid=0a1b2c&mc_cid=9', 'https://a.example/p'],
    [
      'https://scholar.google.com/scholar_url?url=https://arxiv.org/abs/2502.04001&hl=en&sa=X&ei=Ab1-&scisig=AA1&oi=scholaralrt',
      'https://scholar.google.com/scholar_url?url=https://arxiv.org/abs/2502.04001&hl=en',
    ],
    ['https://a.example/reset?token=s3cr3t&lang=en', 'https://a.example/reset?lang=en'],
    ['https://a.example/in?email=x1y2', 'https://a.example/in'],
    ['https://a.example/in#access_token=s3cr3t', 'https://a.example/in'],
    [
      'https://lists.example/unsubscribe/9f3ab77c0d1e4f5a6b7c',
      'https://lists.example/unsubscribe/cut',
    ],
    [
      'https://u1.ct.lists.example/ls/click?upn=u001.abcDEF12345',
      'https://u1.ct.lists.example/ls/click',
    ],
  ])('%s', (address, kept) => {
    expect(cut(`See ${address} there`)).toBe(`See ${kept} there`);
  });

  test.each([
    'https://openreview.net/forum?id=AlJXhEI6J5W',
    'https://arxiv.org/abs/2502.04001v2?context=cs',
    'https://doi.org/10.1000/moss(2025)1',
    'https://www.semanticscholar.org/paper/Moss/0123456789abcdef0123456789abcdef01234567',
    'https://papers.example/03234-moss-detection-and-tracking-on-roofs-2/',
    'https://github.com/ida/moss/commit/0123456789abcdef0123456789abcdef01234567',
    'https://osf.example/x?view_only=0123456789abcdef0123456789abcdef',
    'https://a.example/watch?v=_JSwXBwYRl8&t=3',
  ])('%s stays whole', (address) => expect(cut(address)).toBe(address));
});

describe('what stands around a web address stays', () => {
  test.each([
    ['[Moss](https://moss.example/1?utm_source=x) grows', '[Moss](https://moss.example/1) grows'],
    ['(https://moss.example/1?mc_eid=9).', '(https://moss.example/1).'],
    ['see https://moss.example/A_(b)?utm_source=z, too', 'see https://moss.example/A_(b), too'],
  ])('%s', (text, kept) => expect(cut(text)).toBe(kept));
});

describe('a link to leave by loses all that it says, and papers beside it nothing', () => {
  test.each([
    ['[Unsubscribe](https://l.example/u?t=a1)', '[Unsubscribe](https://l.example/u)'],
    [
      '<a href="https://l.example/u?t=a1&amp;z=9">Abmelden</a>',
      '<a href="https://l.example/u">Abmelden</a>',
    ],
    ['https://l.example/l/abcDEF1234567890123 to opt out', 'https://l.example/l/cut to opt out'],
    [
      '[Moss](https://openreview.net/forum?id=aBcDeF1) Unsubscribe',
      '[Moss](https://openreview.net/forum?id=aBcDeF1) Unsubscribe',
    ],
  ])('%s', (text, kept) => expect(cut(text)).toBe(kept));
});

test('who wrote to whom is cut out of quoted mails, and not out of papers', () => {
  const quoted = (lead: string): string =>
    ['From: Ida Berg <ida@fjord.example>', 'Sent: Monday', 'To: Kai Møller', 'Subject: moss']
      .map((line) => lead + line)
      .join('\n');
  expect(cut(quoted('> '))).toBe('> From: [cut]\n> Sent: Monday\n> To: [cut]\n> Subject: moss');
  expect(cut('On Mon, Ida Berg <ida@fjord.example> wrote:\n> A')).toBe('On [cut]:\n> A');
  expect(cut('> On Mon, 9 Feb Ida Berg\r\n> <ida@fjord.example> wrote:\r\n')).toBe(
    '> On [cut]\r\n[cut]:\r\n',
  );
  expect(cut('From: Ida Berg <ida@fjord.example>\nTitle: Moss')).toBe(
    'From: Ida Berg <[address cut]>\nTitle: Moss',
  );
});

test('cutting keeps the lines, and cutting twice is cutting once', () => {
  const piece = fc.constantFrom(
    'ida@fjord.example',
    '@',
    '\n',
    '\r\n',
    ' ',
    'http://a.example/?token=1&x=2',
    '&',
    '?',
    '#',
    '[',
    ']',
    'From: ',
    'Subject: ',
    'On a wrote:',
    '> ',
    'unsubscribe/',
    'a1b2c3d4e5f6a7b8',
    '=',
    '{',
    '}',
    '.',
    'a',
    '&#64;',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const once = cut(text);
      expect(once.split('\n').length).toBe(text.split('\n').length);
      expect(cut(once)).toBe(once);
    }),
  );
});

describe('nothing private of a mail is left, and its papers stay where they are', () => {
  const secrets = [
    'ida',
    'berg',
    'fjord',
    'kai',
    'møller',
    'M=C3=B8ller',
    '192.0.2.7',
    's3cr3t',
    'tok99',
    '4F2A',
    'mx.home',
  ];
  const headers = [
    'Return-Path: <bounce-tok99@lists.example>',
    'Delivered-To: ida.berg@fjord.example',
    'Received: from lists.example (lists.example [192.0.2.7])',
    '\tby mx.home.example with ESMTP id 4F2A',
    '\tfor <ida.berg@fjord.example>; Thu, 6 Feb 2025 02:11:45 +0000',
    'DKIM-Signature: v=1; a=rsa-sha256; d=lists.example; s=s3cr3t;',
    ' b=tok99tok99',
    'X-Mailer-Id: tok99',
    'List-Unsubscribe: <https://lists.example/u?token=s3cr3t>',
    'From: "Kai =?utf-8?Q?M=C3=B8ller?=" <kai@fjord.example>',
    'To: Ida Berg <ida.berg@fjord.example>',
    'Cc: Kai <kai@fjord.example>',
    date(6),
    'Subject: cs.DL daily for ida.berg@fjord.example',
  ];
  const body = [
    mailing(moss, ferry),
    'This was sent to ida.berg@fjord.example (ida.berg&#64;fjord.example).',
    'Leave: https://lists.example/unsubscribe?token=s3cr3t&list=9 or mailto:leave-tok99@lists.example',
    'On Wed, Kai Møller <kai@fjord.example> wrote:',
    '> From: Ida Berg <ida.berg@fjord.example>',
    '> Subject: moss',
    '',
  ].join('\n');
  const html = `<p>To <a href="mailto:ida.berg@fjord.example">Ida</a></p>`;
  const plainPart = (encoding: string, text: string): string =>
    `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: ${encoding}\n\n${text}`;
  test.each([
    ['8bit', mail(headers, body)],
    [
      'quoted-printable',
      mail([...headers, 'Content-Transfer-Encoding: quoted-printable'], qp(body)),
    ],
    ['base64', mail([...headers, 'Content-Transfer-Encoding: base64'], base64(body))],
    ['CRLF', mail(headers, body).replaceAll('\n', '\r\n')],
    [
      'several parts',
      mail(
        [...headers, 'Content-Type: multipart/alternative; boundary=b'],
        `--b\n${plainPart('quoted-printable', qp(body))}\n--b\nContent-Type: text/html\n\n${html}\n--b--\n`,
      ),
    ],
    [
      'a mailbox',
      `From kai@fjord.example Thu Feb 06 02:00:00 2025\n${mail(headers, body)}\n`.repeat(2),
    ],
    ['no mail at all', body],
  ])('%s', async (_, input) => {
    const reading = await readCapture('a', bytes(input));
    const whole = await readCapture('a', bytes(input), { keepPrivate: true });
    if (!reading.ok || !whole.ok) throw new Error('not read');
    const written = Buffer.from(reading.safe).toString();
    const shown = JSON.stringify(reading.documents);
    for (const secret of secrets) {
      expect(written.toLowerCase()).not.toContain(secret.toLowerCase());
      expect(shown.toLowerCase()).not.toContain(secret.toLowerCase());
    }
    expect(reading.cuts.addresses).toBeGreaterThan(2);
    expect(reading.documents.map(({ parsed }) => parsed.papers)).toEqual(
      whole.documents.map(({ parsed }) => parsed.papers),
    );

    const again = await readCapture('a', reading.safe);
    if (!again.ok) throw new Error(again.problem.what);
    expect(again.cuts).toEqual({});
    expect(Buffer.from(again.safe).toString()).toBe(written);
    expect(again.documents.map(({ text }) => text)).toEqual(
      reading.documents.map(({ text }) => text),
    );
    expect(whole.safe).toEqual(bytes(input));
  });
});
