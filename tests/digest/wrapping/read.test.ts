import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readCapture } from '../../../src/digest/wrapping/read.ts';
import { base64, bytes, date, ferry, from, mail, mailing, moss, qp } from './mails.ts';

const read = async (input: string | Uint8Array) => {
  const reading = await readCapture('a.eml', typeof input === 'string' ? bytes(input) : input);
  if (!reading.ok) throw new Error(reading.problem.what);
  return reading;
};
const titles = async (input: string | Uint8Array): Promise<string[][]> =>
  (await read(input)).documents.map(({ parsed }) => parsed.papers.map(({ title }) => title));
const refusal = async (input: string | Uint8Array): Promise<string> => {
  const reading = await readCapture('a.eml', typeof input === 'string' ? bytes(input) : input);
  return reading.ok ? 'read' : reading.problem.what;
};

const body = mailing(moss, ferry);
const two = [
  'Moss on Old Roofs: Counting Spores with Café Cameras',
  'Ferries That Wait: A Timetable Without Hours',
];
const part = (type: string, encoding: string, text: string): string =>
  `--b\nContent-Type: ${type}\nContent-Transfer-Encoding: ${encoding}\n\n${text}\n`;
const multipart = (kind: string, ...parts: string[]): string =>
  mail(
    [...from, date(6), `Content-Type: multipart/${kind}; boundary=b`],
    `${parts.join('')}--b--\n`,
  );

describe('a mail gives its papers once, however it is encoded', () => {
  const text = part('text/plain; charset=utf-8', 'quoted-printable', qp(body));
  const html = part('text/html; charset=utf-8', 'base64', base64(`<pre>${body}</pre>`));
  test.each([
    ['8bit', mail([...from, date(6)], body)],
    [
      'quoted-printable',
      mail([...from, date(6), 'Content-Transfer-Encoding: quoted-printable'], qp(body)),
    ],
    ['base64', mail([...from, 'Content-Transfer-Encoding: BASE64', date(6)], base64(body))],
    ['both ways to write it', multipart('alternative', text, html)],
    ['beside a picture', multipart('mixed', text, part('image/png', 'base64', 'iVBORw0KGgo='))],
    [
      'CRLF',
      mail([...from, date(6), 'Content-Transfer-Encoding: base64'], base64(body)).replaceAll(
        '\n',
        '\r\n',
      ),
    ],
    [
      'as an attached message',
      multipart('mixed', part('message/rfc822', '7bit', mail([...from, date(5)], body))),
    ],
    [
      'as an attached file',
      multipart('mixed', part('application/octet-stream; name=a.txt', 'base64', base64(body))),
    ],
  ])('%s', async (_, input) => {
    const { documents } = await read(input);
    expect(documents.map(({ parsed }) => parsed.papers.map(({ title }) => title))).toEqual([two]);
    const [{ parsed, text: decoded }] = documents;
    expect(parsed.papers[0]?.facts).toMatchObject({
      arxiv: '2502.04001',
      authors: ['Noor Haddad', 'Zoë Ångström'],
    });
    expect(parsed.lines.filter(({ kind }) => kind === 'unaccounted')).toEqual([]);
    expect(parsed.dates[0]).toMatchObject({ year: 2025, month: 2 });
    // The lines are those of the decoded text, in which there is no head of a mail.
    const line = parsed.papers[0]?.lines[0] ?? 0;
    expect(decoded.split(/\r?\n/)[line]).toBe('arXiv:2502.04001');
    expect(decoded).not.toContain('home.example');
  });

  test('the lines of one that is written as it reads are those of the file', async () => {
    const input = mail([...from, 'Received: from a\n\tby b', date(6)], body);
    const { documents } = await read(input);
    const first = documents[0].parsed.papers[0]?.lines[0] ?? 0;
    expect(input.split('\n')[first]).toBe('arXiv:2502.04001');
    expect(documents[0].from).toBe('');
  });

  test.each([
    ['koi8-r', 'Content-Type: text/plain; charset=koi8-r', [0xed, 0xcf, 0xc8], 'Мох'],
    [
      'iso-2022-jp',
      'Content-Type: text/plain; charset=iso-2022-jp',
      [27, 36, 66, 70, 124, 27, 40, 66],
      '日',
    ],
  ])('the charset that it states counts: %s', async (_, type, letters, word) => {
    const [head, rest = ''] = mail([...from, date(6), type], body).split('Ferries');
    const input = Buffer.concat([bytes(head ?? ''), Uint8Array.from(letters), bytes(rest)]);
    // Of the rest, what is beyond ASCII is not in that charset.
    const ascii = input.filter((byte, at) => byte < 128 || at > (head?.length ?? 0) - 20);
    expect((await titles(ascii))[0]?.[1]).toContain(`${word} That Wait`);
  });
});

describe('several digests', () => {
  const first = mail(['From - Thu Feb 06 02:00:00 2025', ...from, date(6)], mailing(moss));
  const second = mail(
    [
      'From list@mail.example Fri Feb  7 02:00:00 2025',
      ...from,
      date(7),
      'Content-Transfer-Encoding: base64',
    ],
    base64(mailing(ferry)),
  );
  const chat = mail(
    ['From a@b.example Fri Feb  7 09:00:00 2025', ...from, date(7)],
    'Lunch at noon?\n',
  );

  test('a mailbox: one from each message, by its own date; a message without papers is told', async () => {
    const { documents, problems } = await read(`${first}\n\n${chat}\n\n${second}`);
    expect(
      documents.map(({ part: it, date: day, parsed }) => [it, day?.day, parsed.papers.length]),
    ).toEqual([
      ['message 1', 6, 1],
      ['message 3', 7, 1],
    ]);
    expect(problems.map(({ code, what }) => [code, what.includes('message 2')])).toEqual([
      ['digest/part-left', true],
    ]);
  });

  test('a message in which something like the beginning of another one stands is one', async () => {
    const text = mailing(moss).replace(
      'in three towns',
      '>From Bath 10:00 2024 on, in three towns',
    );
    const { documents } = await read(`${first.split('\n\n')[0]}\n\n${text}`);
    expect(documents).toHaveLength(1);
    expect(documents[0].text).toContain('\nFrom Bath 10:00');
  });

  test('a mail and what is attached to it', async () => {
    const file = part(
      'text/plain\nContent-Disposition: attachment; filename=more.txt',
      'base64',
      base64(mailing(ferry)),
    );
    const { documents } = await read(
      multipart('mixed', part('text/plain', '8bit', mailing(moss)), file),
    );
    expect(documents.map(({ part: it }) => it)).toEqual(['', 'attached more.txt']);
    expect(documents.map(({ parsed }) => parsed.papers.length)).toEqual([1, 1]);
  });

  test('gzip and zip, a zip in a mail included', async () => {
    const packed = zipSync({
      'a/2025-02-08.txt': bytes(mailing(moss)),
      'b.eml': bytes(mail([...from, date(9)], mailing(ferry))),
      '__MACOSX/._b.eml': bytes('x'),
    });
    const wanted = [[two[0]], [two[1]]];
    expect(await titles(packed)).toEqual(wanted);
    expect(await titles(gzipSync(packed))).toEqual(wanted);
    const attached = part('application/zip; name=week.zip', 'base64', base64(packed));
    expect(await titles(multipart('mixed', attached))).toEqual(wanted);
    const { documents } = await read(packed);
    expect(documents.map(({ date: day }) => day?.day)).toEqual([8, 9]);
  });
});

describe('what a capture is rewritten as gives the same papers at the same lines', () => {
  test.each([
    [
      'quoted-printable',
      mail([...from, date(6), 'Content-Transfer-Encoding: quoted-printable'], qp(body)),
    ],
    [
      'both ways',
      multipart('alternative', part('text/plain', '8bit', body), part('text/html', '7bit', '<p>x')),
    ],
    [
      'an attached message',
      multipart('mixed', part('message/rfc822', '7bit', mail([...from, date(5)], body))),
    ],
  ])('%s', async (_, input) => {
    const { documents } = await read(input);
    const again = await read(documents[0].plain);
    expect(again.documents[0].text).toBe(documents[0].text);
    expect(again.documents[0].plain).toBe(documents[0].plain);
    expect(again.documents[0].parsed.papers).toEqual(documents[0].parsed.papers);
    expect(again.documents[0].date).toEqual(documents[0].date);
  });
});

describe('what cannot be unwrapped is refused with the reason', () => {
  const nested = (times: number): string =>
    times === 0
      ? mail(from, body)
      : mail([...from, `Content-Type: message/rfc822`], nested(times - 1));
  test.each([
    ['a bomb', gzipSync(Buffer.alloc(101_000_000)), 'more than 100 MB'],
    [
      'a zip bomb',
      zipSync({
        a: [Buffer.alloc(60_000_000), { level: 1 }],
        b: [Buffer.alloc(60_000_000), { level: 1 }],
      }),
      'more than 100 MB',
    ],
    ['broken gzip', gzipSync(bytes(body)).subarray(0, 100), 'broken off'],
    ['broken zip', zipSync({ a: bytes(body) }).subarray(0, 100), 'broken off'],
    [
      'a Word document',
      zipSync({ '[Content_Types].xml': bytes('x'), 'word/document.xml': bytes('x') }),
      'a Word document',
    ],
    ['a workbook', zipSync({ 'xl/workbook.xml': bytes('x') }), 'an Excel workbook'],
    ['a way out of the archive', zipSync({ '../../a.txt': bytes(body) }), 'leads out'],
    ['a mail in a mail in a mail …', nested(100), 'wrapped more than'],
    ['a mail without papers', mail([...from, date(6)], 'Lunch at noon?\n'), 'read'],
  ])('%s', async (_, input, why) => expect(await refusal(input)).toContain(why));
});

describe('what merely looks like a mail is none', () => {
  test.each([
    [
      'records',
      'Date: 2025-02-06\nSubject: Botany\nTitle: Moss on Old Roofs\nAuthors: Noor Haddad\n\nText.\n',
    ],
    ['a forwarded mail', `---------- Forwarded message ---------\nFrom: a\nSubject: b\n\n${body}`],
    ['a quoted mail', `> From: a\n> Subject: b\n>\n${body.replaceAll(/^/gm, '> ')}`],
    ['prose', 'From here: nothing\nTo there: nothing\n\nText.\n'],
  ])('%s', async (_, input) => expect((await read(input)).encoding).toBe('utf-8'));
});
