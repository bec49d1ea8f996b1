import { MailReader } from '../arxiv/mail-reader.ts';
import { unquote } from '../arxiv/mail-lines.ts';
import { splitLines } from '../lines.ts';
import type { Capture, DigestFormat, Recognition } from '../model.ts';

/** No more than this is looked at to recognise a file, in UTF-16 code units. */
const sample = 300_000;

const quote = '[>\\s]{0,20}';
const separators = new RegExp(`^${quote}\\\\{1,4}\\s*$`, 'm');
const tails = new RegExp(`\\\\{1,4} ?\\( ?<?https?://[\\w.]{0,20}arxiv\\.org/abs/`, 'i');
const identifiers = new RegExp(
  `^${quote}(?:arXiv: ?\\d|arXiv: ?[a-z-]+/|Paper(?: \\(\\*cross-listing\\*\\))?: )`,
  'm',
);
const titles = new RegExp(`^${quote}Title: `, 'm');
const dated = /(?:^|\s)(?:Date: |replaced with revised version )[^\n]{0,40}\d/m;

function recognise({ text }: Capture): Recognition {
  const head = text.slice(0, sample).replaceAll(/\r\n?/g, '\n');
  const identified = identifiers.test(head) || /\\\\ arXiv:\d/.test(head);
  const titled = titles.test(head) || /\sTitle: /.test(head);
  if (identified && titled) {
    if (separators.test(head))
      return { confidence: 0.97, why: 'papers between lines of `\\\\`, as arXiv mails them' };
    if (tails.test(head))
      return { confidence: 0.93, why: 'papers ending in `\\\\ ( https://arxiv.org/abs/… )`' };
    if (dated.test(head) && /\(\d{1,9}kb(?:,\w{1,3})?\)/.test(head)) {
      return { confidence: 0.85, why: 'arXiv ids with date and size, as arXiv mails them' };
    }
  }
  return { confidence: 0, why: 'no arXiv ids between lines of `\\\\`' };
}

/** The mails that arXiv sends to subscribers: new, cross-listed and replaced papers between lines of `\\`. */
export const arxivMail: DigestFormat = {
  id: 'arxiv-mail',
  label: 'arXiv mailing',
  from: 'arXiv’s daily e-mail, also forwarded or pasted',
  recognise,
  parse(capture) {
    const read = new MailReader(unquote(splitLines(capture.text))).read(capture.file);
    return { format: 'arxiv-mail', why: recognise(capture).why, ...read };
  },
};
