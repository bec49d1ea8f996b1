/** Messages, read by another reader of mails, and by our own `add`. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { topicLabels, titleOf, type Archive } from '../../src/archive/index.ts';
import { readArchive } from '../../src/archive/read.ts';
import { accept } from '../../src/intake/accept.ts';
import { takeIn } from '../../src/intake/take-in.ts';
import { readAddress, readSender } from '../../src/mail/address.ts';
import { editionOf, type Edition, type EditionPaper } from '../../src/mail/edition.ts';
import { htmlOf } from '../../src/mail/html.ts';
import { messageOf } from '../../src/mail/message.ts';
import { textOf } from '../../src/mail/text.ts';
import { removeControls } from '../../src/text/controls.ts';
import { escapeXml } from '../../src/text/escape.ts';
import { foundingFolder } from '../founding.ts';
import { runs } from '../runs.ts';

const wanted = (ids: readonly string[]): readonly string[] => ids;
const site = { digests: {} };
const leave = [
  { url: 'https://tea.example/leave/abc' },
  { url: 'mailto:tea@tea.example?subject=unsubscribe' },
];

let folder: string;
let archive: Archive;
let edition: Edition;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-mail-'));
  await cp(foundingFolder, join(folder, 'archive'), { recursive: true });
  ({ archive } = await readArchive(folder, { site, wanted }));
  const labels = topicLabels(archive);
  const [digest] = archive.digests;
  if (digest === undefined) throw new Error('no digest');
  edition = editionOf(digest, {
    site: 'Tea Digests',
    absolute: (path) => `https://tea.example/archive/${path}`,
    topicLabel: (id) => labels[id],
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const mail = (of: Edition, more: Partial<Parameters<typeof messageOf>[0]> = {}) =>
  messageOf({
    edition: of,
    from: { name: 'Tea Digests', address: 'tea@tea.example' },
    to: 'ada@x.example',
    name: 'k0ey-ed_hash',
    date: new Date('2025-03-12T06:00:00Z'),
    leave,
    ...more,
  });

/** What an empty archive has after `add` of a mail. */
async function added(message: Buffer): Promise<Archive['papers']> {
  const root = await mkdtemp(join(folder, 'added-'));
  const name = '2025-03-12-mail.eml';
  const source = { source: name, fileName: name, bytes: message, changed: '2025-03-12' };
  const report = await takeIn(root, [source], { dryRun: false });
  expect(report).toMatchObject({ ok: true, refused: [], problems: [] });
  return (await readArchive(root, { site, wanted })).archive.papers;
}

/** Names are compared without what separates initials: a mail shows them as the archive does. */
const identity = ({ title, authors, arxiv }: Archive['papers'][number]) => ({
  title: titleOf({ title }).text,
  authors,
  arxiv,
});

describe('a mail of the founding digest', () => {
  it('is what another reader of mails takes it for', async () => {
    const bytes = await mail(edition);
    const read = await simpleParser(bytes);
    expect(read.subject).toBe('Trending on Hugging Face, 11 March 2025: 81 papers');
    expect(read.from?.value).toEqual([{ name: 'Tea Digests', address: 'tea@tea.example' }]);
    expect(read.to).toMatchObject({ value: [{ address: 'ada@x.example' }] });
    expect(read.messageId).toBe('<k0ey-ed_hash@tea.example>');
    expect(read.date).toEqual(new Date('2025-03-12T06:00:00Z'));
    expect(read.headers.get('auto-submitted')).toBe('auto-generated');
    const raw = bytes.toString().replaceAll('\r\n ', ' ');
    expect(raw).toContain(
      'List-Unsubscribe: <https://tea.example/leave/abc>, <mailto:tea@tea.example?subject=unsubscribe>',
    );
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(raw).toMatch(/^List-I[dD]: <archive\.digests\.tea\.example>\r$/m);
    expect(read.attachments).toEqual([]);
    for (const { title, url, sentence, authors } of edition.papers) {
      const flat = read.text?.replaceAll(/\s+/g, ' ');
      for (const part of [title, sentence, authors, url]) expect(flat).toContain(part);
      expect(read.html).toContain(`<a href="${url}">`);
    }
  });

  it('has no line that a server may cut, and text that fits its window', async () => {
    const bytes = await mail(edition);
    expect(bytes.toString().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(
      Math.max(
        ...bytes
          .toString()
          .split('\r\n')
          .map((line) => line.length),
      ),
    ).toBeLessThan(999);
    const lines = textOf(edition, leave[0]).split('\n');
    expect(
      lines.filter((line) => line.length > 78 && !/^\w[\w ]*: https?:\S+$/.test(line)),
    ).toEqual([]);
  });

  it('gives `add` every paper again, and no other', async () => {
    const papers = await added(await mail(edition));
    const sent = archive.digests[0]?.papers.map(({ paper }) => identity(paper));
    expect(papers.map(identity)).toEqual(sent);
    expect(papers).toHaveLength(81);
  });

  it('makes the same bytes of the same facts, and offers one click over the web alone', async () => {
    expect(await mail(edition)).toEqual(await mail(edition));
    const bytes = await mail(edition, { leave: leave.slice(1) });
    expect(bytes.toString()).not.toContain('List-Unsubscribe-Post');
    const nobody = await simpleParser(await mail(edition, { to: undefined, leave: [] }));
    expect(nobody.headers.get('list-unsubscribe')).toBeUndefined();
  });
});

describe('a mail of many papers', () => {
  const kinds = ['Brewing', 'Rivers beside', 'Porcelain for', 'Milk after', 'Leaves without'];
  /** As long as papers are, each with words of its own. */
  const paper = (n: number): EditionPaper => {
    const like = edition.papers[n % 81];
    if (like === undefined) throw new Error('no paper');
    const arxiv = `2409.${10_000 + n}`;
    return {
      ...like,
      title: `${kinds[Math.floor(n / 81)] ?? ''} ${like.title}`,
      url: `https://tea.example/archive/papers/${n}-and-the-beginning-of-its-title-as-ids-have-it/`,
      links: [{ label: `arXiv:${arxiv}`, url: `https://arxiv.org/abs/${arxiv}` }],
    };
  };
  const many = (count: number): Edition => ({
    ...edition,
    papers: Array.from({ length: count }, (_, at) => paper(at)),
  });

  it.each([100, 200, 400])('of %i says less of the last, and Gmail shows it whole', (count) => {
    const html = htmlOf(many(count), leave[0]);
    expect(Buffer.byteLength(html)).toBeLessThan(102_400);
    expect(html.match(/papers\/\d+-and/g)).toHaveLength(count);
    expect(html).toContain(escapeXml(edition.papers[0]?.sentence ?? ''));
  });

  it('gives `add` all of them', async () => {
    const source = { source: 'm', fileName: 'mail.eml', bytes: await mail(many(400)) };
    const taken = await accept(
      { ...source, changed: '2025-03-12' },
      { idsOf: () => [], dialect: { whole: new Map(), starts: [], fields: new Map() } },
      new Map(),
      new Set(),
    );
    const papers = taken.ok ? taken.accepted.flatMap(({ digest }) => digest.parsed.papers) : [];
    expect(new Set(papers.map(({ facts }) => facts.arxiv)).size).toBe(400);
    expect(papers).toHaveLength(400);
    expect(papers.filter(({ facts: { authors = [] } }) => authors.length === 0)).toEqual([]);
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    'a\r\nBcc: eve@x.example\r\n\r\nhello',
    '</h2><script>alert(1)</script>',
    '" onmouseover="x',
    '\u202egnp.exe\u2066',
    '=?utf-8?q?=0D=0ABcc:_eve@x.example?=',
    '<eve@x.example>',
    'שלום עולם',
    '.\r\n.\r\nQUIT',
  ),
);

describe('whatever a digest holds', () => {
  it('is text: no header, no markup, no other recipient', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (title, name, sentence) => {
        const [digest] = archive.digests;
        const [first] = archive.papers;
        if (digest === undefined || first === undefined) throw new Error('no paper');
        const paper = {
          ...first,
          title,
          authors: [name],
          text: sentence,
          links: [{ kind: 'link', label: title, url: `javascript:${sentence}` }] as const,
        };
        const listing = { paper, lines: [1, 2] as const };
        const odd = editionOf(
          { ...digest, name, papers: [listing] },
          { site: title, absolute: (path) => `https://t.example/${path}`, topicLabel: () => name },
        );
        const bytes = await mail(odd, { from: { name: title, address: 'tea@tea.example' } });
        const head = bytes.toString().split('\r\n\r\n', 1)[0] ?? '';
        const keys = head
          .split('\r\n')
          .filter((line) => !/^\s/.test(line))
          .map((line) => line.split(':', 1)[0]?.toLowerCase());
        expect(keys.toSorted()).toEqual(
          [
            'auto-submitted',
            'content-type',
            'date',
            'from',
            'list-id',
            'list-unsubscribe',
            'list-unsubscribe-post',
            'message-id',
            'mime-version',
            'precedence',
            'subject',
            'to',
          ].toSorted(),
        );
        const read = await simpleParser(bytes);
        expect(read.from?.value.map(({ address }) => address)).toEqual(['tea@tea.example']);
        expect([read.cc, read.bcc, read.attachments]).toEqual([undefined, undefined, []]);
        const html = String(read.html);
        expect(html).not.toMatch(/<script|<[^>]*\son\w+=|javascript:/i);
        expect(html).toBe(removeControls(html));
      }),
      runs(40),
    );
  });
});

describe('readAddress', () => {
  it.each([
    ['ada@example.org', 'ada@example.org'],
    ['Ada.L+x@Example.ORG', 'Ada.L+x@example.org'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['"ada l"@example.org', '"ada l"@example.org'],
    ['李@example.org', '李@example.org'],
  ])('takes %s', (text, address) => {
    expect(readAddress(text)).toEqual({ address, same: address.toLowerCase() });
  });

  it.each([
    'ada',
    '@example.org',
    'ada@',
    'ada@-x.example',
    'ada@x..example',
    'a da@example.org',
    'ada@example.org\nBcc: eve@x.example',
    'ada@example.org, eve@x.example',
    '<ada@example.org>',
    'ada>@example.org',
    '"a\r\nb"@example.org',
    'ada\u202e@example.org',
    '.ada@example.org',
    `${'a'.repeat(65)}@example.org`,
  ])('takes no %j', (text) => {
    expect(readAddress(text)).toBeUndefined();
  });

  it('reads a sender', () => {
    expect(readSender('"Tea, Digests" <tea@x.example>', 'Site')).toEqual({
      name: 'Tea, Digests',
      address: 'tea@x.example',
    });
    expect(readSender('tea@x.example', 'Site')).toEqual({ name: 'Site', address: 'tea@x.example' });
    expect(readSender('Tea\r\nBcc: x <tea@x.example>', 'Site')).toBeUndefined();
  });
});
