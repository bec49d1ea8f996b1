/** Mails with invented papers, in the shapes in which mail programs and lists make them. */

/** A paper as an arXiv mailing lists it. */
export const listed = (
  id: string,
  title: string,
  abstract: string,
  authors = 'Noor Haddad',
): string =>
  [
    '\\\\',
    `arXiv:${id}`,
    'Date: Wed, 5 Feb 2025 18:21:23 GMT   (27kb,D)',
    '',
    `Title: ${title}`,
    `Authors: ${authors}`,
    'Categories: cs.DL',
    '\\\\',
    `  ${abstract}`,
    `\\\\ ( https://arxiv.org/abs/${id} ,  27kb)`,
    '-'.repeat(78),
    '',
  ].join('\n');

/** The body of a mailing. */
export const mailing = (...papers: string[]): string =>
  ['-'.repeat(78), ' Submissions to:', 'Digital Libraries', '-'.repeat(78), ...papers].join('\n');

export const moss = listed(
  '2502.04001',
  'Moss on Old Roofs: Counting Spores with Café Cameras',
  'Roofs grow moss, and cafés have cameras. We join the two, and count spores on 12 roofs\nin three towns with an error of 4 %.',
  'Noor Haddad, Zoë Ångström',
);
export const ferry = listed(
  '2502.04002',
  'Ferries That Wait: A Timetable Without Hours',
  'A ferry that waits for its passengers needs no timetable. We show when waiting is cheaper,\nfor crossings of up to 40 minutes.',
);

export const qp = (text: string): string =>
  Array.from(Buffer.from(text), (byte) =>
    byte === 10 || (byte >= 32 && byte < 127 && byte !== 61)
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  )
    .join('')
    .replaceAll(/([^\n]{70})(?=[^\n]{6})/g, '$1=\n');

export const base64 = (text: string | Uint8Array): string =>
  Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\n');

export const mail = (headers: readonly string[], body: string): string =>
  `${headers.join('\n')}\n\n${body}`;

export const from = [
  'From: Lists <lists@mail.example>',
  'To: Noor Haddad <noor@home.example>',
  'Subject: cs.DL daily',
];
export const date = (day: number): string => `Date: Thu, ${day} Feb 2025 01:29:12 +0000`;

export const bytes = (text: string): Uint8Array => Buffer.from(text);
