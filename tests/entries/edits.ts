/** What people do to the text of an entry; each gives nothing where it does not apply. */

export interface Occasion {
  /** A number to choose a place by. */
  readonly at: number;
  /** Whether the file still has the name that its title gave it. */
  readonly original: boolean;
  /** Whether somebody has edited it before. */
  readonly edited: boolean;
}

export type Edit = (text: string, occasion: Occasion) => string | Uint8Array | undefined;

const replaced =
  (pattern: RegExp, by: string | ((...parts: string[]) => string)): Edit =>
  (text) => {
    const changed = typeof by === 'string' ? text.replace(pattern, by) : text.replace(pattern, by);
    return changed === text ? undefined : changed;
  };

/** The list of digests as the loader writes it, and every listing of it. */
const list = /^digests:\n((?: {2}- digest: .*\n {4}lines: .*\n(?: {4}record: .*\n)?)+)/m;
const listing = / {2}- digest: (.*)\n {4}lines: \[(\d+), (\d+)\]\n(?: {4}record: (\d+)\n)?/g;

const relisted = (
  write: (
    items: readonly { digest: string; from: string; to: string; record?: string }[],
  ) => string,
): Edit =>
  replaced(list, (_, items = '') =>
    write(
      [...items.matchAll(listing)].map(([, digest = '', from = '', to = '', record]) => ({
        digest,
        from,
        to,
        ...(record !== undefined && { record }),
      })),
    ),
  );
type Item = { digest: string; from: string; to: string; record?: string };
const recordOf = ({ record }: Item, before: string): string =>
  record === undefined ? '' : `${before}record: ${record}`;
const flow = (item: Item): string =>
  `{ digest: ${item.digest}, lines: [${item.from}, ${item.to}]${recordOf(item, ', ')} }`;
const json = (item: Item): string =>
  `{"digest": "${item.digest.replaceAll('"', '')}","lines":[${item.from},${item.to}]${item.record === undefined ? '' : `,"record":${item.record}`}}`;
const block = (item: Item, indent: string): string =>
  `${indent}- digest: ${item.digest}\n${indent}  lines: [${item.from}, ${item.to}]\n${recordOf(item, `${indent}  `)}${item.record === undefined ? '' : '\n'}`;

/** Only of a file that is edited: line ends and marks alone, which Git and editors change by themselves, are no edit. */
const besides =
  (change: Edit): Edit =>
  (text, occasion) =>
    occasion.edited ? change(text, occasion) : undefined;

/** Edits after which the file is an entry still. */
export const edits: Readonly<Record<string, Edit>> = {
  'another title': replaced(/^title: .*$/m, 'title: "Toads"'),
  'a title without quotes': replaced(/^title: .*$/m, 'title: Toads and other animals'),
  'a title in single quotes': replaced(/^title: .*$/m, "title: 'Toads: it''s a survey'"),
  'a folded title': replaced(/^title: .*$/m, 'title: >-\n  Toads and\n  newts'),
  'a comment at the top': replaced(/^---\n/, '---\n# mine: [\n'),
  'a comment behind a field': replaced(/^(title: .*)$/m, '$1 # ours'),
  'a comment behind the list': replaced(/^digests:$/m, 'digests: # where: [ it was'),
  'a comment after a listing': replaced(/^( {4}lines: .*)$/m, '$1 # here }'),
  'a comment between listings': replaced(/^( {2}- digest)/m, '  # first\n$1'),
  'a comment under the list': relisted(
    (items) => `digests:\n${items.map((it) => block(it, '  ')).join('')}  # last\n`,
  ),
  'blank lines': replaced(/^digests:\n/m, '\n\ndigests:\n\n'),
  'blank lines behind the list': relisted(
    (items) => `digests:\n${items.map((it) => block(it, '  ')).join('')}\n\n`,
  ),
  'a list without indent': relisted(
    (items) => `digests:\n${items.map((it) => block(it, '')).join('')}`,
  ),
  'a deep list': relisted(
    (items) => `digests:\n${items.map((it) => block(it, '      ')).join('')}`,
  ),
  'a flow list': relisted((items) => `digests: [${items.map(flow).join(', ')}]\n`),
  'a flow list with a comma behind': relisted(
    (items) => `digests: [${items.map(flow).join(', ')},]\n`,
  ),
  'a flow list with a comment behind': relisted(
    (items) => `digests: [${items.map(flow).join(', ')}] # ] mine\n`,
  ),
  'a flow list over lines': relisted(
    (items) => `digests: [\n  ${items.map(flow).join(',\n  ')},\n  # end ]\n]\n`,
  ),
  'a flow list with brackets far apart': relisted(
    (items) => `digests: [ # from\n\n  ${items.map(flow).join(' # one\n  , ')}\n\n  ]   # to\n`,
  ),
  'a list of JSON': relisted((items) => `digests: [${items.map(json).join(',')}]\n`),
  'a block list of flow maps': relisted(
    (items) => `digests:\n${items.map((it) => `- ${flow(it)}\n`).join('')}`,
  ),
  'a flow list under its key': relisted((items) => `digests:\n  [${items.map(flow).join(', ')}]\n`),
  'an explicit key': relisted((items) => `? digests\n: [${items.map(flow).join(', ')}]\n`),
  'a tag': replaced(/^digests:$/m, 'digests: !!seq'),
  'an anchor': replaced(/^digests:$/m, 'digests: &d-1'),
  'an anchor on a listing': replaced(
    /^ {2}- digest/m,
    '  - &a-b digest'.replace('&a-b digest', '&a-b\n    digest'),
  ),
  'lines as a list': replaced(
    /^ {4}lines: \[(\d+), (\d+)\]$/m,
    '    lines:\n      - $1\n      - $2',
  ),
  'a listing the other way round': replaced(
    /^ {2}- (digest: .*)\n {4}(lines: .*)$/m,
    '  - $2\n    $1',
  ),
  'a word more in a listing': replaced(
    /^( {4}lines: .*)$/m,
    '$1\n    note: |\n      kept\n\n      as it is',
  ),
  'quoted keys': replaced(/^ {2}- digest: (.*)\n {4}lines: /m, '  - "digest": $1\n    \'lines\': '),
  'a single-quoted digest': replaced(/^ {2}- digest: "?([\w-]+)"?$/m, "  - digest: '$1'"),
  'a tab behind a dash': replaced(/^ {2}- digest/m, '  -\tdigest'),
  'tabs behind a value': replaced(/^(title: .*)$/m, '$1\t\t# tabs'),
  'the list at the end': (text) => {
    const [found] = list.exec(text) ?? [];
    return found === undefined
      ? undefined
      : text.replace(found, '').replace(/\n---\n/, `\n${found}---\n`);
  },
  'the list at the top': (text) => {
    const [found] = list.exec(text) ?? [];
    return found === undefined
      ? undefined
      : text.replace(found, '').replace(/^---\n/, `---\n${found}`);
  },
  'no origin': replaced(/^origin: .*\n/m, ''),
  'another origin': replaced(/^origin: .*$/m, 'origin: "0123456789abcdef"'),
  'an unknown field': replaced(/^origin/m, 'mood: good\norigin'),
  topics: replaced(/^origin/m, 'topics: [ponds]\norigin'),
  'another venue': replaced(/^venue: .*$/m, 'venue: "Pond: Letters"'),
  'no venue': replaced(/^venue: .*\n/m, ''),
  'authors in a line': replaced(/^authors:\n {2}- .*$/m, 'authors: [Ada Newt, "B. Toad"]'),
  'a link': replaced(
    /^origin/m,
    'links:\n  - { label: Code, url: "https://x.example/?q=%22" }\norigin',
  ),
  CRLF: besides((text) => (text.includes('\r') ? undefined : text.replaceAll('\n', '\r\n'))),
  'a byte order mark': besides(replaced(/^---/, '\uFEFF---')),
  'no byte order mark': replaced(/^\uFEFF/, ''),
  'no last line end': replaced(/\n$/, ''),
  'blanks behind the fences': replaced(/^---$/gm, '--- \t'),
  'another abstract': replaced(/at length/, 'in short'),
  'no abstract': (text) => text.replace(/(\n---\n)[\s\S]*$/, '$1'),
  'rules in the abstract': (text) => `${text}\n---\n\ndigests: none\n\n---\n`,
  'signs in the abstract': (text) => `${text}\n\u{1F438} \uFFFD é\u2028x\n`,
};

const whole =
  (change: (text: string) => Uint8Array | string): Edit =>
  (text) =>
    change(text);

/** Only of a file whose name tells what it was. */
const named =
  (change: Edit): Edit =>
  (text, occasion) =>
    occasion.original ? change(text, occasion) : undefined;

/** Slips after which it is none. */
export const breaks: Readonly<Record<string, Edit>> = {
  'a colon too many': replaced(/^title: .*$/m, 'title: Toads: Puddles'),
  'a quotation mark too few': replaced(/^title: .*$/m, 'title: "Toads'),
  'a day in the German style': replaced(/^published: .*$/m, 'published: 17.9.2024'),
  'a tab for an indent': replaced(/^ {2}- digest/m, '\t- digest'),
  'no value': replaced(/^venue: .*$/m, 'venue:'),
  'a merge conflict': replaced(
    /^venue: .*$/m,
    '<<<<<<< HEAD\nvenue: a\n=======\nvenue: b\n>>>>>>> c',
  ),
  'a field twice': replaced(/^venue: .*$/m, 'venue: a\nvenue: b'),
  'no first fence': replaced(/^\uFEFF?---[ \t]*\r?\n/, ''),
  'no second fence': replaced(/\n---[ \t]*\r?\n/, '\n'),
  'the German code page': whole((text) => Buffer.from(`${text}\u00FC`, 'latin1')),
  'UTF-16': whole((text) => Buffer.from(`\uFEFF${text}`, 'utf16le')),
  'UTF-16 without a mark': whole((text) => Buffer.from(text, 'utf16le')),
  'UTF-16, cut': whole((text) => Buffer.from(`\uFEFF${text}`, 'utf16le').subarray(0, -1)),
  'lone carriage returns': whole((text) => text.replaceAll('\r', '').replaceAll('\n', '\r')),
  emptied: named(whole(() => '')),
  'zeros after a crash': named((text) => new Uint8Array(text.length)),
  'cut anywhere': named((text, { at }) => Buffer.from(text).subarray(0, at % (text.length + 1))),
};
