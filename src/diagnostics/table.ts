/**
 * Every message Offprint can give, in one table: how bad it is, what happened, what to do.
 *
 * `what` and `todo` may hold `{name}` placeholders, filled from the diagnostic's facts.
 * A code is stable: tests, annotations and docs/diagnostics.md name it.
 */
export type Severity = 'error' | 'warning' | 'notice';

export interface Row {
  readonly severity: Severity;
  readonly what: string;
  readonly todo: string;
}

const rows = {
  'add/unreadable': {
    severity: 'error',
    what: 'The file cannot be read: {why}.',
    todo: 'Check the name and that you are allowed to read it; or give `-` and paste the digest.',
  },
  'add/unreachable': {
    severity: 'error',
    what: 'Nothing could be fetched: {why}.',
    todo: 'Check whether it opens in a browser. If so, save it from there and add the file.',
  },
  'digest/unaccounted-line': {
    severity: 'error',
    what: 'This line fits nowhere: {why}.',
    todo: 'Look at the line. If it belongs to a paper, another `--format` may help; if Offprint reads it wrong, report the digest. The line stays in the capture, so nothing is lost.',
  },
  'digest/unplaced-id': {
    severity: 'warning',
    what: 'These identifiers belong to no paper that was read: {ids}.',
    todo: 'If a paper was missed, another `--format` may help, or report the digest. If they are not papers of this digest, do nothing.',
  },
  'digest/unread-field': {
    severity: 'warning',
    what: 'The papers have no abstract, but {count} of {of} records have a text that was not read: "{start}".',
    todo: 'If it is the abstract, give its field a usual name (`abstract`) in the source and add the file again, or report the file. If it is something else, do nothing.',
  },
  'digest/perhaps-two': {
    severity: 'notice',
    what: 'The abstract of "{title}" (lines {first} to {last}) is longer than those around it. Either it has several paragraphs, or another paper begins in it: "{short}".',
    todo: 'Look at these lines. If they are two papers, another `--format` may separate them, or report the digest.',
  },
  'digest/some-bare': {
    severity: 'notice',
    what: 'Papers without an abstract: {count} (lines {lines}), while the other {others} have one. Either the digest gives none, or these lines are not titles.',
    todo: 'Look at these lines. If they are not titles, another `--format` may help, or report the digest.',
  },
  'digest/long-title': {
    severity: 'notice',
    what: 'This title has {length} characters: "{start}". Either it is very long, or part of it is the abstract.',
    todo: 'Look at the line. If it contains the abstract, separate the two in the entry, or report the digest.',
  },
  'digest/alike': {
    severity: 'notice',
    what: '{count} of {all} papers have the same {of} (lines {lines}). Either the digest says so, or something else was taken for it.',
    todo: 'Look at these lines. If something else was taken for it, another `--format` may help, or report the digest.',
  },
  'digest/unknown-format': {
    severity: 'error',
    what: 'No digest format recognises this file: {why}.',
    todo: 'Check that the file is a digest. If you know better, force a format with `--format` ({formats}).',
  },
  'digest/nonsense': {
    severity: 'error',
    what: 'This does not look like a list of papers, so none of it was used: {why}. Seen: {seen}.',
    todo: "Look at these lines. If it is a digest after all, add it with `--yes`, or name it {yes} in the archive's digests. If it has another format, force it with `--format`. Otherwise delete the file.",
  },
  'digest/nonsense-title': {
    severity: 'notice',
    what: '"{title}" is where a title should be, but is not one ({why}); this paper was left out.',
    todo: 'If it is not a paper, do nothing. If it is one, add the digest with `--yes` (or write `.yes` before the extension of its name), which takes everything, and correct the entry.',
  },
  'digest/no-papers': {
    severity: 'error',
    what: 'The file was read as {format}, but no paper was found in it.',
    todo: 'Open the file: it may be incomplete, or in another format.',
  },
  'digest/file-name': {
    severity: 'error',
    what: 'The name "{name}" does not say what day the digest is from.',
    todo: 'Rename it to YYYY-MM-DD-NAME.EXT, for example 2025-03-11-trending.txt.',
  },
  'digest/date-differs': {
    severity: 'notice',
    what: 'The digest says "{said}"; its file name says {named}. The file name counts.',
    todo: 'Rename the file if its name is wrong.',
  },
  'digest/no-account': {
    severity: 'warning',
    what: 'This digest has no line in accounts.jsonl yet.',
    todo: 'Run `npm run build`, which writes it, and commit the file.',
  },
  'digest/changed': {
    severity: 'error',
    what: 'The capture has changed since it was added.',
    todo: 'Captures are evidence and are never edited: restore it (`git log -- FILE`). If you meant the change, delete its line in accounts.jsonl and build.',
  },
  'digest/read-otherwise': {
    severity: 'warning',
    what: 'The capture is now read differently than when it was added: papers then {before}, today {today}.',
    todo: 'Run `npm run build`, look at what changed in content, and commit it.',
  },
  'digest/encoding': {
    severity: 'error',
    what: 'Offprint cannot read the text of this file: {why}.',
    todo: 'Save it as UTF-8 and try again.',
  },
  'digest/wrapping': {
    severity: 'error',
    what: 'The contents of this file cannot be read: {why}.',
    todo: 'Unpack it or save it in another way, and add what is in it.',
  },
  'digest/part-left': {
    severity: 'notice',
    what: 'No papers were read from {part}: {why}.',
    todo: 'If it is a digest, save it as a separate file and add that. Otherwise do nothing.',
  },
  'digest/part-lost': {
    severity: 'warning',
    what: 'No papers were read from {part}, although it has identifiers of papers: {why}.',
    todo: 'Save that part as a separate file and add it, with `--format` if you know its format; or report it.',
  },
  'digest/private': {
    severity: 'warning',
    what: 'This capture holds private data, which the pages leave out: {cut}.',
    todo: 'Run `npm run add -- FILE` on it, which writes it again without that data. If nobody else sees this archive, rename it to NAME.private.EXT.',
  },
  'digest/id-taken': {
    severity: 'error',
    what: 'Two digests would have the id "{id}": this one and one of {other}.',
    todo: 'Rename this file: YYYY-MM-DD-NAME.EXT with another NAME.',
  },
  'digest/control-characters': {
    severity: 'notice',
    what: 'Control characters were left out of the text of this paper: {count}.',
    todo: 'If the text reads well, do nothing; the capture keeps them.',
  },
  'entry/unreadable': {
    severity: 'error',
    what: 'The frontmatter is not valid YAML: {why}.',
    todo: 'Correct the YAML between the two `---` lines, or delete the file, and it will be written again.',
  },
  'entry/schema': {
    severity: 'error',
    what: '`{field}` is not valid: {why}.',
    todo: 'Correct the field; docs/editing.md lists what an entry may hold.',
  },
  'entry/unknown-field': {
    severity: 'error',
    what: 'Entries have no field `{field}`, so it is ignored{meant}.',
    todo: 'Correct its name; docs/editing.md lists what an entry may hold. For a private remark, use a YAML comment.',
  },
  'entry/file-name': {
    severity: 'error',
    what: 'The file name "{name}" cannot be an address.',
    todo: 'Use lower-case letters a to z, digits and single hyphens, and end it with `.md`.',
  },
  'entry/orphan': {
    severity: 'warning',
    what: 'The entry says it was listed in "{digest}", but there is no such digest.',
    todo: 'Put the digest back, or remove the listing from the entry.',
  },
  'entry/missing': {
    severity: 'error',
    what: 'The paper "{title}" of this digest has no entry.',
    todo: 'Run `npm run build` (or `npm run dev`), which writes missing entries.',
  },
  'entry/unknown-topic': {
    severity: 'error',
    what: 'The topic "{topic}" does not exist{meant}.',
    todo: 'Use the name of a topic file, or add topics/{topic}.md to the archive.',
  },
  'entry/duplicate': {
    severity: 'warning',
    what: 'This entry and {other} are the same paper, by {key}.',
    todo: "Delete the one you don't want; its listings move to the other.",
  },
  'entry/removes-nothing': {
    severity: 'notice',
    what: 'The line "{mark}" keeps no paper away.',
    todo: 'If its digest is gone or still to come, do nothing. Otherwise correct the line (an id, an arXiv id, or digest:line), or delete it.',
  },
  'removed/schema': {
    severity: 'error',
    what: '`{field}` of this removed paper is not valid: {why}.',
    todo: 'Correct the field; docs/editing.md lists what the file may hold.',
  },
  'removed/entry-there': {
    severity: 'warning',
    what: 'This file says that the paper was removed, but an entry of that name exists and is shown.',
    todo: 'Run `npm run remove -- --paper ID` again, or delete this file if the entry should stay.',
  },
  'record/no-entry': {
    severity: 'notice',
    what: 'This record has no entry with its name, or with that former name.',
    todo: 'Rename it after its entry, or delete it.',
  },
  'entry/conflict': {
    severity: 'notice',
    what: 'Two digests disagree on the {field}: {kept} ({from}) and {other} ({where}). The first is shown.',
    todo: 'If it is wrong, correct the entry; what you write there counts.',
  },
  'entry/differs': {
    severity: 'notice',
    what: 'This edited entry differs from what its digests say today: {fields}.',
    todo: 'If you want it so, do nothing. `npm run check -- --diff` shows the differences.',
  },
  'entry/made-up': {
    severity: 'error',
    what: 'Nobody edited this entry, but neither a digest that lists it nor a record states its `{field}`.',
    todo: 'Run `npm run build`, which removes it. If you know it to be true, add it to the entry by hand, or with its source: `npm run enrich -- --facts`.',
  },
  'entry/no-source': {
    severity: 'warning',
    what: 'The correction of "{was}" says that the original was seen, but not where.',
    todo: 'Add `source:` with its address, or say `how: reconstructed`.',
  },
  'entry/damaged': {
    severity: 'notice',
    what: 'The {place} has lost TeX that readers need (places: {count}): {first}.',
    todo: 'Look up the original and correct the entry, with a record of it in `corrections:`. Or leave it: the page says that it is damaged.',
  },
  'entry/renamed': {
    severity: 'warning',
    what: 'The file was renamed, and the old address /papers/{slug}/ no longer works.',
    todo: 'Add `aliases: [{slug}]` to its frontmatter, and the old address will lead here.',
  },
  'entry/formula': {
    severity: 'notice',
    what: 'The formula {formula} is shown as it was written: {why}.',
    todo: 'Write it in TeX that KaTeX knows (https://katex.org/docs/supported), or leave it; the rest of the abstract is not affected.',
  },
  'file/refused': {
    severity: 'error',
    what: 'The file system refuses: {why}.',
    todo: 'Free some space, or make sure you have access, and run the command again. No file is half written, and the next run finishes the rest.',
  },
  'file/unreadable': {
    severity: 'error',
    what: 'The file cannot be read: {why}.',
    todo: 'Make sure it is a file that you are allowed to read. Until then it stays where it is, and nothing is written to it.',
  },
  'file/two-places': {
    severity: 'error',
    what: 'Two files have this name: this one and {other}, which is read.',
    todo: 'Delete one of them, or rename one: the name is the id, whatever folder the file is in.',
  },
  'file/encoding': {
    severity: 'error',
    what: 'The file is not UTF-8 text.',
    todo: 'Save it as UTF-8. Until then it stays where it is, and nothing is written to it.',
  },
  'file/changed': {
    severity: 'error',
    what: 'You saved this file while Offprint was working; it was left as you saved it.',
    todo: 'Run the command again.',
  },
  'entry/same-place': {
    severity: 'error',
    what: 'This entry and {other} both claim the same place in a digest, {place}, so one paper would be there twice.',
    todo: 'Keep one: copy what you want to keep into it, and delete the other file.',
  },
  'entry/waits': {
    severity: 'warning',
    what: 'The paper "{title}" ({place}) would get this file\'s name. It gets no entry while the file cannot be read, because the file may be its entry.',
    todo: 'Correct the file. If it belongs to another paper, this one gets its entry then.',
  },
  'entry/not-written': {
    severity: 'error',
    what: 'The entry of "{title}" was not written, because it would not read back correctly: {why}.',
    todo: 'Report the digest: this is a bug in Offprint. Its other papers are written.',
  },
  'entry/not-listed': {
    severity: 'error',
    what: 'The paper is listed again, but Offprint cannot add to `digests:` the way it is written; the file was left as it is.',
    todo: 'Add this to `digests:` by hand: {listings}.',
  },
  'digest/cut-off': {
    severity: 'notice',
    what: 'The file ends inside record {count}; the complete parts were read.',
    todo: 'Get the whole file and add it, or leave it.',
  },
  'digest/left-out': {
    severity: 'notice',
    what: '{field} of this paper is not valid in an entry and was left out: {value}.',
    todo: 'If you need it, write it into the entry correctly; the capture keeps it.',
  },
  'facts/unreadable': {
    severity: 'error',
    what: 'This line of the facts file cannot be read: {why}.',
    todo: 'Write one JSON object per line, with `facts`; docs/enrich.md shows one.',
  },
  'file/conflict': {
    severity: 'error',
    what: 'Two versions of this file were never merged: Git left a conflict marker here.',
    todo: 'Keep what should stay, and delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>.',
  },
  'file/nul': {
    severity: 'error',
    what: 'There is a NUL character here, which no text has.',
    todo: 'Delete the character, or save the file as UTF-8 text.',
  },
  'migrate/kept': {
    severity: 'notice',
    what: 'This file already exists, and differs from the one in the old archive. It was left as it is.',
    todo: 'If yours is the newer one, do nothing. Otherwise compare the two and keep the better one.',
  },
  'migrate/settings': {
    severity: 'error',
    what: 'The old settings cannot be read: {why}.',
    todo: 'Write them into site.yaml in the folder of the archive; docs/site.md explains every field.',
  },
  'new/not-empty': {
    severity: 'error',
    what: 'This folder holds something other than an archive: {name}.',
    todo: 'Name a folder that is empty or does not exist yet. Nothing was written.',
  },
  'archive/misplaced': {
    severity: 'error',
    what: 'This file is not read: {why}.',
    todo: 'Move it to {place}.',
  },
  'archive/stray': {
    severity: 'warning',
    what: 'Nothing reads this file.',
    todo: 'Put digests in digests, entries in papers, topics in topics, your own texts in pages and notes, files to be served as they are in public. Keep everything else outside the archive.',
  },
  'topic/schema': {
    severity: 'error',
    what: '`{field}` of this topic is not valid: {why}.',
    todo: 'Correct the field; docs/topics.md explains topic files.',
  },
  'page/schema': {
    severity: 'error',
    what: '`{field}` of this page is not valid: {why}.',
    todo: 'Correct the field; docs/pages.md lists what a page may hold.',
  },
  'page/address': {
    severity: 'error',
    what: 'This page cannot have the address /{name}/: {why}.',
    todo: 'Rename the file, for example to reading-group.md; docs/pages.md lists the names that are taken.',
  },
  'note/schema': {
    severity: 'error',
    what: '`{field}` of this note is not valid: {why}.',
    todo: 'Correct the field; docs/pages.md lists what a note may hold.',
  },
  'note/no-entry': {
    severity: 'notice',
    what: 'This note has no entry with its name, or with that former name.',
    todo: 'Rename it after its entry, or delete it.',
  },
  'topic/label': {
    severity: 'error',
    what: 'This label cannot be used: {why}.',
    todo: 'Give one JSON object per line, with title and topics; docs/topics.md explains labels.',
  },
  'topic/none': {
    severity: 'notice',
    what: 'The archive has no topics for its {papers} papers.',
    todo: 'Choose a set with `topics: { sets: … }` in site.yaml, get suggestions from `npm run topics -- --propose`, or say `sets: []` if you want none.',
  },
  'synonyms/schema': {
    severity: 'error',
    what: 'The synonyms are not valid: {why}.',
    todo: 'Correct the line; the comment at the top of synonyms.yaml says how to write a group.',
  },
  'dialects/schema': {
    severity: 'error',
    what: 'The dialects are not valid: {why}.',
    todo: 'Correct the row; docs/plain.md says how to write one. The other rows are used.',
  },
  'settings/schema': {
    severity: 'error',
    what: '`{field}` in the settings is not valid: {why}.',
    todo: 'Correct it; docs/site.md lists what site.yaml may hold. Until then, nothing is built.',
  },
  'source/schema': {
    severity: 'error',
    what: '`{field}` in the sources is not valid: {why}.',
    todo: 'Correct it; docs/collect.md lists what sources.yaml may hold. Until then, nothing is collected.',
  },
  'source/failed': {
    severity: 'warning',
    what: 'The source "{source}" gave nothing for {day}: {why}.',
    todo: 'If it recovers, do nothing: the day is asked for again for 30 days. Otherwise check its address in sources.yaml.',
  },
  'source/silent': {
    severity: 'warning',
    what: 'The source "{source}" has had no paper for {days} days; up to {usual} are usual for it.',
    todo: 'Check whether it has moved or stopped, and correct or remove it in sources.yaml.',
  },
  'settings/language': {
    severity: 'warning',
    what: 'The interface has not been translated into `{language}`: the pages are in English, and say so.',
    todo: 'Choose one of {languages}, or translate src/words (docs/language.md).',
  },
  'settings/contrast': {
    severity: 'warning',
    what: 'Text in the colour `{name}` is hard to read on `{on}` on {scheme} pages: the contrast is {ratio}, and WCAG 2.2 asks for at least 4.5.',
    todo: 'Make one of the two darker or lighter.',
  },
  'search/left-out': {
    severity: 'error',
    what: 'Pagefind left this paper out of the search index. Its page exists, but the search does not find it.',
    todo: 'Report it with its title and abstract; the rest of the site is not affected.',
  },
  'portable/scripts': {
    severity: 'error',
    what: 'This site cannot be made into a portable copy: {why}.',
    todo: 'Build the site with this version of Offprint and try again; if that does not help, report it.',
  },
  'mail/list': {
    severity: 'error',
    what: 'This line in the list of recipients is not valid: {why}.',
    todo: 'Correct it: an address, optionally with `; topic=ID` and `; query=WORDS`. Nothing was sent.',
  },
  'mail/topic': {
    severity: 'error',
    what: 'The archive has no topic "{topic}"{meant}.',
    todo: 'Write the id or the label of a topic (`npm run topics` lists them). Nothing was sent.',
  },
  'mail/setting': {
    severity: 'error',
    what: 'It {why}.',
    todo: 'Set it in the environment; docs/mail.md says what it may be. Nothing was sent.',
  },
  'mail/no-site': {
    severity: 'error',
    what: 'The links in a mail need the address of the site, which is not known.',
    todo: 'Set OFFPRINT_SITE (and OFFPRINT_BASE, if the site is below a path), as for the build that you publish.',
  },
  'mail/public': {
    severity: 'error',
    what: 'Addresses would be where they may get published: {why}.',
    todo: 'Keep the list, and what `--out` writes, outside the archive, the site and the repository.',
  },
  'archive/addresses': {
    severity: 'warning',
    what: 'This is a list of mail addresses in a place that is published.',
    todo: 'Move it out of the archive (and out of the repository’s history, if you committed it). For the workflow, make the list a secret: docs/mail.md.',
  },
  'mail/no-index': {
    severity: 'error',
    what: 'Some recipients are chosen by a query, but the search index of the built site cannot be read: {why}.',
    todo: 'Run `npm run build` first. Nothing was sent.',
  },
  'mail/ledger': {
    severity: 'error',
    what: 'The ledger of sent mails is not reliable: {why}.',
    todo: 'Restore the file (`git log -- FILE`), or correct the line. Until then nothing is sent, so that nobody gets a mail twice.',
  },
  'mail/busy': {
    severity: 'error',
    what: 'Another run is sending this digest.',
    todo: 'Wait until it is done; then run this again, and it sends whatever is left.',
  },
  'mail/server': {
    severity: 'error',
    what: 'The mail server rejects this run: {why}.',
    todo: 'Check its address, your name and password, and that it supports TLS. Then run the same again; it sends only what was not sent.',
  },
  'project/path': {
    severity: 'error',
    what: 'Offprint cannot build in a folder with `{character}` in its path, because Astro and Vite would not find its files.',
    todo: 'Rename the folder, or move the project to one without `%`, `#`, `?`, `"` and `\\`.',
  },
  'site/dead-link': {
    severity: 'error',
    what: 'The page links to {target}, which does not exist.',
    todo: 'Build again; if the link is still there, report it.',
  },
  'site/other-host': {
    severity: 'error',
    what: 'The page requests something from {host}, which site.yaml does not name, so browsers block it.',
    todo: 'Remove whatever requests it, or name the host under `head:` in site.yaml (docs/site.md).',
  },
  'site/missing-page': {
    severity: 'error',
    what: 'There is no page for {target}.',
    todo: 'Run `npm run build` again.',
  },
  'site/incomplete': {
    severity: 'error',
    what: 'The new site lacks files that this archive should have: {first} ({count} in all). The last site was kept.',
    todo: 'Build again. If that does not help, delete node_modules/.astro, build once more, and report it.',
  },
  'site/unfinished': {
    severity: 'error',
    what: 'There is no complete site here: {why}.',
    todo: 'Run `npm run build`, which puts a site in place only when it is complete.',
  },
  'site/damaged': {
    severity: 'error',
    what: 'Files of the site are missing or have changed since it was built: {first} ({count} in all).',
    todo: 'Run `npm run build`, which makes them again.',
  },
  'site/in-use': {
    severity: 'error',
    what: 'The new site is complete, but cannot replace the last one: {why}.',
    todo: 'Close whatever has this folder open (a server, a file manager), or make sure that you can write to its parent folder, and build again. Until then, the last site stays.',
  },
} as const satisfies Record<string, Row>;

export type DiagnosticCode = keyof typeof rows;

export const table: Readonly<Record<DiagnosticCode, Row>> = rows;
