import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { element, has, readPage, textOf } from '../html.ts';
import { makeProject, type Project, type Run } from '../project.ts';

const sentence =
  'We count what grows on the roofs of three towns for a year, and show on twelve of them that it can be told by its colour alone.';

/** Two mails of one day, one of them encoded, in which somebody's things stand. */
const letter = (title: string, id: string): string =>
  `${title}\n\nhttps://arxiv.org/abs/${id}\n\n${sentence} Write to ida@fjord.example.\n\n`;
const list = `${letter('A Letter About Moss and Roofs', '2503.09001')}${letter('Another Letter About Ferries', '2503.09002')}`;
const page13 = `<html><head><script>token="s3cr3t"</script></head><body><ul>${[
  '2503.09003',
  '2503.09004',
]
  .map(
    (id, at) =>
      `<li><a href="https://arxiv.org/abs/${id}?utm_source=s3cr3t"><b>Lamps and Their Habits, Part ${at + 1}</b></a> ${sentence} ida@fjord.example</li>`,
  )
  .join('')}</ul></body></html>`;
const head = (type: string): string =>
  `From - Thu Mar 13 02:00:00 2025\nFrom: Ida <ida@fjord.example>\nX-Key: s3cr3t\nDate: Thu, 13 Mar 2025 01:00:00 GMT\nSubject: to ida@fjord.example\nContent-Type: ${type}; charset=utf-8\n`;
const mailbox = `${head('text/plain')}\n${list}\n\n${head('text/html')}Content-Transfer-Encoding: base64\n\n${Buffer.from(page13).toString('base64')}\n`;

let project: Project;
let built: Run;

beforeAll(async () => {
  project = await makeProject('wrapped', { 'archive/digests/2025-03-13-lists.mbox': mailbox });
  built = await project.build('/');
});
afterAll(() => project.remove());

describe('a mailbox of which the mails are somebody’s', () => {
  it('builds', () => expect(built.code).toBe(0));

  it('is a digest a mail, each with its page, which says where it is from', async () => {
    for (const [id, part] of [
      ['2025-03-13-lists', 'message 1, “to [address cut]”'],
      ['2025-03-13-lists-2', 'message 2, “to [address cut]”, decoded from mail, HTML as'],
    ] as const) {
      const tree = await readPage(join(project.dist, 'digests', id, 'index.html'));
      expect(textOf(element(tree, has('dataPart')))).toContain(part);
    }
  });

  it('leaves nothing of theirs in entries and pages', async () => {
    for (const folder of [join(project.root, 'archive/papers'), project.dist]) {
      const found = await readdir(folder, { recursive: true, withFileTypes: true });
      for (const file of found.filter((item) => item.isFile())) {
        const bytes = await readFile(join(file.parentPath, file.name));
        const text = bytes.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]))
          ? gunzipSync(bytes)
          : bytes;
        expect(text.toString('latin1')).not.toMatch(/fjord|s3cr3t/);
      }
    }
    expect(`${built.stdout}${built.stderr}`).toContain('digest/private');
  });
});
