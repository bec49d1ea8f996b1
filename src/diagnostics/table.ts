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
    todo: 'Check its name and that you may read it; give `-` to paste the digest instead.',
  },
  'add/unreachable': {
    severity: 'error',
    what: 'Nothing came from there: {why}.',
    todo: 'Look whether it opens in a browser; save it from there and add the file instead.',
  },
  'digest/unaccounted-line': {
    severity: 'error',
    what: 'This line fits nowhere: {why}.',
    todo: 'Look at the line. If it is part of a paper, the digest may need another `--format`; if the parser is wrong, report the digest. The line stays in the capture and nothing is lost.',
  },
  'digest/unplaced-id': {
    severity: 'warning',
    what: 'No paper that was read has what stands here: {ids}.',
    todo: 'Look there: if a paper was missed, the digest may need another `--format`, or report it. If they are no papers of this digest, nothing.',
  },
  'digest/unread-field': {
    severity: 'warning',
    what: 'The papers have no abstract, yet {count} of {of} records hold a text that was not read: "{start}".',
    todo: 'If it is the abstract, give its field a usual name (`abstract`) in the source and add the file again, or report the file. If it is another text, nothing.',
  },
  'digest/perhaps-two': {
    severity: 'notice',
    what: 'The abstract of "{title}" (lines {first} to {last}) is longer than those around it. It is one abstract of several paragraphs, or another paper begins in it: "{short}".',
    todo: 'Look at these lines. If they are two papers, another `--format` may part them, or report the digest.',
  },
  'digest/some-bare': {
    severity: 'notice',
    what: 'Papers without an abstract where the other {others} have one: {count} (lines {lines}). The digest gives none for them, or these lines are no titles.',
    todo: 'Look at these lines. If they are no titles, another `--format` may read them, or report the digest.',
  },
  'digest/long-title': {
    severity: 'notice',
    what: 'This title has {length} characters: "{start}". It is a very long title, or the abstract was taken for part of it.',
    todo: 'Look at the line. If the abstract is in it, part the two in the entry, or report the digest.',
  },
  'digest/alike': {
    severity: 'notice',
    what: '{count} of {all} papers have the same {of} (lines {lines}). The digest says so, or something else was taken for it.',
    todo: 'Look at these lines. If something else was taken for it, another `--format` may read them, or report the digest.',
  },
  'digest/unknown-format': {
    severity: 'error',
    what: 'No digest format recognises this file: {why}.',
    todo: 'Check that the file is a digest; force a format with `--format` ({formats}) if you know better.',
  },
  'digest/nonsense': {
    severity: 'error',
    what: 'This does not look like a list of papers, and nothing of it was taken: {why}. Seen: {seen}.',
    todo: "Look at these lines. If it is a digest all the same, add it with `--yes`, or name it {yes} among the archive's digests; if it is another shape, force its `--format`; else delete the file.",
  },
  'digest/nonsense-title': {
    severity: 'notice',
    what: 'What stands in the place of a title, "{title}", is none ({why}); this paper was left out.',
    todo: 'Nothing, if it is no paper. If it is one, add the digest with `--yes` (or write `.yes` before the extension of its name), which takes everything, and correct the entry.',
  },
  'digest/no-papers': {
    severity: 'error',
    what: 'The file was read as {format}, but no paper was found in it.',
    todo: 'Open the file: it may have been cut off or may be another shape of digest.',
  },
  'digest/file-name': {
    severity: 'error',
    what: 'The name "{name}" does not say which day the digest is from.',
    todo: 'Rename it to YYYY-MM-DD-NAME.EXT, for example 2025-03-11-trending.txt.',
  },
  'digest/date-differs': {
    severity: 'notice',
    what: 'The digest says "{said}"; its file name says {named}. The file name counts.',
    todo: 'Rename the file if the name is wrong.',
  },
  'digest/no-account': {
    severity: 'warning',
    what: 'This digest has no line in accounts.jsonl yet.',
    todo: 'Run `npm run build`, which writes it, and commit the file.',
  },
  'digest/changed': {
    severity: 'error',
    what: 'The capture is not the one that was taken in: its bytes have changed.',
    todo: 'Captures are evidence and are never edited: restore it (`git log -- FILE`). If the change is meant, delete its line in accounts.jsonl and build.',
  },
  'digest/read-otherwise': {
    severity: 'warning',
    what: 'The capture is read otherwise than when it was accounted for: papers then {before}, today {today}.',
    todo: 'Run `npm run build`, look at what changed in content, and commit it.',
  },
  'digest/encoding': {
    severity: 'error',
    what: 'The file is not text Offprint can read: {why}.',
    todo: 'Save it as UTF-8 and try again.',
  },
  'digest/wrapping': {
    severity: 'error',
    what: 'What is in this file cannot be read: {why}.',
    todo: 'Unpack or save it in another way, and add what is in it.',
  },
  'digest/part-left': {
    severity: 'notice',
    what: 'No papers were read from {part}: {why}.',
    todo: 'Nothing, unless it is a digest: then save it as a file of its own and add that.',
  },
  'digest/part-lost': {
    severity: 'warning',
    what: 'No papers were read from {part}, though it holds identifiers of papers: {why}.',
    todo: 'Save that part as a file of its own and add it, with `--format` if you know its shape; or report it.',
  },
  'digest/private': {
    severity: 'warning',
    what: 'This capture holds private things, which the pages leave out: {cut}.',
    todo: 'Run `npm run add -- FILE` on it, which writes it again without them; or, if nobody else sees this archive, rename it to NAME.private.EXT.',
  },
  'digest/id-taken': {
    severity: 'error',
    what: 'Two digests would have the id "{id}": this one and one of {other}.',
    todo: 'Rename this file: YYYY-MM-DD-NAME.EXT with another NAME.',
  },
  'digest/control-characters': {
    severity: 'notice',
    what: 'Control characters were left out of the text of this paper: {count}.',
    todo: 'Nothing, unless the text reads wrong; the capture keeps them.',
  },
  'entry/unreadable': {
    severity: 'error',
    what: 'The frontmatter is not valid YAML: {why}.',
    todo: 'Mend the YAML between the two `---` lines, or delete the file to have it written afresh.',
  },
  'entry/schema': {
    severity: 'error',
    what: '`{field}` is not as it should be: {why}.',
    todo: 'Correct the field; README.md lists what an entry may hold.',
  },
  'entry/unknown-field': {
    severity: 'error',
    what: 'An entry has no field `{field}`, so that nothing is made of it{meant}.',
    todo: 'Correct its name; README.md lists what an entry may hold. A note of your own can be a YAML comment.',
  },
  'entry/file-name': {
    severity: 'error',
    what: 'The file name "{name}" cannot be an address.',
    todo: 'Use lower-case letters a to z, digits and single hyphens, ending in `.md`.',
  },
  'entry/orphan': {
    severity: 'warning',
    what: 'The entry says it was listed in "{digest}", but that digest is not among the digests.',
    todo: 'Put the digest back, or take the listing out of the entry.',
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
    what: 'This entry and {other} are the same paper by {key}.',
    todo: 'Delete the one you do not want; its listings move to the other.',
  },
  'entry/removes-nothing': {
    severity: 'notice',
    what: 'No paper of any digest is kept away by the line "{mark}".',
    todo: 'Nothing if its digest is gone or to come; else correct the line (an id, an arXiv id, or digest:line), or take it out.',
  },
  'removed/schema': {
    severity: 'error',
    what: '`{field}` of what is left of this removed paper is not as it should be: {why}.',
    todo: 'Correct the field; docs/editing.md lists what the file may hold.',
  },
  'removed/entry-there': {
    severity: 'warning',
    what: 'This says that a paper was removed, but there is an entry of that name, which is shown.',
    todo: 'Run `npm run remove -- --paper ID` once more, or delete this file if the entry is to stay.',
  },
  'record/no-entry': {
    severity: 'notice',
    what: 'No entry has this record: its name, or a former one, would be the same.',
    todo: 'Rename it to the name of its entry, or delete it.',
  },
  'entry/conflict': {
    severity: 'notice',
    what: 'Two digests disagree on the {field}: {kept} ({from}) and {other} ({where}). The first is shown.',
    todo: 'If it is wrong, correct the entry; what you write there counts.',
  },
  'entry/differs': {
    severity: 'notice',
    what: 'This edited entry differs from what its digests give today: {fields}.',
    todo: 'Nothing, if that is what you want. `npm run check -- --diff` shows how.',
  },
  'entry/made-up': {
    severity: 'error',
    what: 'Nobody has edited this entry, but its `{field}` is stated by no digest that lists it and by no record.',
    todo: 'Run `npm run build`, which takes it out. If you know it to be true, add it to the entry by hand, or with its source: `npm run enrich -- --facts`.',
  },
  'entry/no-source': {
    severity: 'warning',
    what: 'The correction of "{was}" says that the original was seen, but not where.',
    todo: 'Add `source:` with its address, or say `how: reconstructed`.',
  },
  'entry/damaged': {
    severity: 'notice',
    what: 'The {place} has lost TeX that a reader needs (places: {count}): {first}.',
    todo: 'Look the original up and correct the entry, keeping a record in `corrections:`; or leave it: the page says so.',
  },
  'entry/renamed': {
    severity: 'warning',
    what: 'The file was renamed; the old address /papers/{slug}/ leads nowhere.',
    todo: 'Add `aliases: [{slug}]` to its frontmatter, and the old address will lead here.',
  },
  'entry/formula': {
    severity: 'notice',
    what: 'The formula {formula} is shown as it was written: {why}.',
    todo: 'Write it in TeX that KaTeX knows (https://katex.org/docs/supported), or leave it: the rest of the abstract is not affected.',
  },
  'file/refused': {
    severity: 'error',
    what: 'The file system refuses: {why}.',
    todo: 'Make room, or see to it that you may write there, and run the command again: what was written is whole, and the rest is made up for.',
  },
  'file/unreadable': {
    severity: 'error',
    what: 'The file cannot be read: {why}.',
    todo: 'See to it that it is a file that you may read. Until then it keeps its place, and nothing is written to it.',
  },
  'file/two-places': {
    severity: 'error',
    what: 'Two files have this name: this one and {other}, which is read.',
    todo: 'Delete one of them, or give one another name: its name is its id, whatever folder it lies in.',
  },
  'file/encoding': {
    severity: 'error',
    what: 'The file is not UTF-8 text.',
    todo: 'Save it as UTF-8. Until then it keeps its place, and nothing is written to it.',
  },
  'file/changed': {
    severity: 'error',
    what: 'The file was saved while Offprint was at work; it was left as you saved it.',
    todo: 'Run the command again.',
  },
  'entry/same-place': {
    severity: 'error',
    what: 'This entry and {other} both claim one place in a digest, {place}: one paper would be there twice.',
    todo: 'Keep one of the two: take over what you want to keep, and delete the other file.',
  },
  'entry/waits': {
    severity: 'warning',
    what: 'The paper "{title}" ({place}) would have this file\'s name, and gets no entry while the file cannot be read: it may be its own.',
    todo: 'Mend the file; if it is of another paper, this one gets its entry then.',
  },
  'entry/not-written': {
    severity: 'error',
    what: 'The entry of "{title}" was not written, for it would not be read as it was meant: {why}.',
    todo: "Report the digest: this is a fault of Offprint's. Its other papers are written.",
  },
  'entry/not-listed': {
    severity: 'error',
    what: 'The paper is listed once more, but `digests:` is written in a way that cannot be added to; the file was left as it is.',
    todo: 'Add to `digests:` by hand: {listings}.',
  },
  'digest/cut-off': {
    severity: 'notice',
    what: 'The file ends inside record {count}; what was complete of it was read.',
    todo: 'Get the whole file and add it, or leave it so.',
  },
  'digest/left-out': {
    severity: 'notice',
    what: '{field} of this paper cannot stand in an entry and was left out: {value}.',
    todo: 'Nothing, or write it into the entry as it should be; the capture keeps it.',
  },
  'facts/unreadable': {
    severity: 'error',
    what: 'This line of the facts cannot be read: {why}.',
    todo: 'Write one JSON object a line, with `facts`; README.md shows one.',
  },
  'file/conflict': {
    severity: 'error',
    what: 'Two versions of this file were never merged: here is a mark that Git left.',
    todo: 'Keep what should stay, and delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>.',
  },
  'file/nul': {
    severity: 'error',
    what: 'A NUL character stands here, which no text holds.',
    todo: 'Delete the character, or save the file as UTF-8 text.',
  },
  'migrate/kept': {
    severity: 'notice',
    what: 'This file is there already, and is not what the old archive has. It was left as it is.',
    todo: 'Nothing, if yours is the newer one; else compare the two and keep the better.',
  },
  'migrate/settings': {
    severity: 'error',
    what: 'The old settings cannot be read: {why}.',
    todo: 'Write them into site.yaml in the folder of the archive; docs/site.md explains every field.',
  },
  'new/not-empty': {
    severity: 'error',
    what: 'This folder holds something else than an archive: {name}.',
    todo: 'Name a folder that is empty or not there yet. Nothing was written.',
  },
  'archive/misplaced': {
    severity: 'error',
    what: 'This file is not read: {why}.',
    todo: 'Move it to {place}.',
  },
  'archive/stray': {
    severity: 'warning',
    what: 'Nothing reads this file.',
    todo: 'Put digests in digests, entries in papers, topics in topics, your own words in pages and notes, files to be served as they are in public; keep what is none of these outside the archive.',
  },
  'topic/schema': {
    severity: 'error',
    what: '`{field}` of this topic is not as it should be: {why}.',
    todo: 'Correct the field; docs/topics.md explains topic files.',
  },
  'page/schema': {
    severity: 'error',
    what: '`{field}` of this page is not as it should be: {why}.',
    todo: 'Correct the field; docs/pages.md lists what a page may hold.',
  },
  'page/address': {
    severity: 'error',
    what: 'This page cannot have the address /{name}/: {why}.',
    todo: 'Rename the file, for example to reading-group.md; docs/pages.md lists the names that are taken.',
  },
  'note/schema': {
    severity: 'error',
    what: '`{field}` of this note is not as it should be: {why}.',
    todo: 'Correct the field; docs/pages.md lists what a note may hold.',
  },
  'note/no-entry': {
    severity: 'notice',
    what: 'No entry has this note: its name, or a former one, would be the same.',
    todo: 'Rename it to the name of its entry, or delete it.',
  },
  'topic/label': {
    severity: 'error',
    what: 'This label cannot be used: {why}.',
    todo: 'Give one JSON object a line with title and topics; docs/topics.md explains labels.',
  },
  'topic/none': {
    severity: 'notice',
    what: 'The archive has no topics for its {papers} papers.',
    todo: 'Choose a set with `topics: { sets: … }` in site.yaml, have some proposed by `npm run topics -- --propose`, or say `sets: []`.',
  },
  'synonyms/schema': {
    severity: 'error',
    what: 'The synonyms are not as they should be: {why}.',
    todo: 'Correct the line; the comment at the top of synonyms.yaml says how to write a group.',
  },
  'dialects/schema': {
    severity: 'error',
    what: 'The dialects are not as they should be: {why}.',
    todo: 'Correct the row; docs/plain.md says how to write one. The other rows are used.',
  },
  'settings/schema': {
    severity: 'error',
    what: '`{field}` of the settings is not as it should be: {why}.',
    todo: 'Correct it; docs/site.md lists what site.yaml may hold. Until then nothing is built with it.',
  },
  'source/schema': {
    severity: 'error',
    what: '`{field}` of the sources is not as it should be: {why}.',
    todo: 'Correct it; docs/collect.md lists what sources.yaml may hold. Until then nothing is collected.',
  },
  'source/failed': {
    severity: 'warning',
    what: 'The source "{source}" brought nothing for {day}: {why}.',
    todo: 'Nothing, if it comes back: the day is asked for again for 30 days. Otherwise look at its address in sources.yaml.',
  },
  'source/silent': {
    severity: 'warning',
    what: 'The source "{source}" has had no paper for {days} days; up to {usual} are usual for it.',
    todo: 'Look whether it has moved or stopped, and correct or remove it in sources.yaml.',
  },
  'settings/language': {
    severity: 'warning',
    what: 'The interface has no words in `{language}`: the pages are in English, and say so.',
    todo: 'Name one of {languages}, or translate src/words (docs/language.md).',
  },
  'settings/contrast': {
    severity: 'warning',
    what: 'Text in the colour `{name}` is hard to read on `{on}` of {scheme} pages: the contrast is {ratio}, and 4.5 is the least (WCAG 2.2).',
    todo: 'Choose a darker or lighter one of the two.',
  },
  'search/left-out': {
    severity: 'error',
    what: 'Pagefind left this paper out of the search index; its page is there, but the search does not find it.',
    todo: 'Report it with its title and abstract; the rest of the site is not affected.',
  },
  'portable/scripts': {
    severity: 'error',
    what: 'No copy to take along can be made of this site: {why}.',
    todo: 'Build the site again with the Offprint that makes the copy; if it stays so, report it.',
  },
  'mail/list': {
    severity: 'error',
    what: 'This line of the list of recipients cannot be used: {why}.',
    todo: 'Correct it: an address, then perhaps `; topic=ID` and `; query=WORDS`. Nothing was sent.',
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
    what: 'The address of the site is not known, and links of a mail need it.',
    todo: 'Set OFFPRINT_SITE (and OFFPRINT_BASE, if the site lies below a path), as for the build that is published.',
  },
  'mail/public': {
    severity: 'error',
    what: 'Addresses would lie where they may be published: {why}.',
    todo: 'Keep the list, and what `--out` writes, outside of the archive, the site and the repository.',
  },
  'archive/addresses': {
    severity: 'warning',
    what: 'This is a list of mail addresses, and it lies where it is published.',
    todo: 'Move it out of the archive (and out of the repository’s history, if it was committed); in a workflow, the list is a secret: docs/mail.md.',
  },
  'mail/no-index': {
    severity: 'error',
    what: 'Recipients are chosen by queries, and the search index of the built site cannot be read: {why}.',
    todo: 'Run `npm run build` first. Nothing was sent.',
  },
  'mail/ledger': {
    severity: 'error',
    what: 'The ledger of what was sent cannot be trusted: {why}.',
    todo: 'Restore the file (`git log -- FILE`), or correct the line. Until then nothing is sent, so that nobody gets it twice.',
  },
  'mail/busy': {
    severity: 'error',
    what: 'Another run is sending this digest.',
    todo: 'Wait until it has ended; then this one does what it left.',
  },
  'mail/server': {
    severity: 'error',
    what: 'The mail server does not let this run go on: {why}.',
    todo: 'Check its address, your name and password, and that it speaks TLS; then run the same again, which sends only what was not sent.',
  },
  'project/path': {
    severity: 'error',
    what: 'A project cannot be built in a folder with `{character}` in its path: Astro and Vite do not find its files again.',
    todo: 'Rename the folder, or move the project to one without `%`, `#`, `?`, `"` and `\\`.',
  },
  'site/dead-link': {
    severity: 'error',
    what: 'The page links to {target}, which does not exist.',
    todo: 'Build again; if the link stays, report it.',
  },
  'site/other-host': {
    severity: 'error',
    what: 'The page asks another host, {host}, which site.yaml does not name; browsers refuse it.',
    todo: 'Take out what asks it, or name the host under `head:` of site.yaml (docs/site.md).',
  },
  'site/missing-page': {
    severity: 'error',
    what: 'There is no page for {target}.',
    todo: 'Run `npm run build` again.',
  },
  'site/incomplete': {
    severity: 'error',
    what: 'The new site lacks files that this archive should have: {first} ({count} in all). The site before stays in its place.',
    todo: 'Build again; if it stays so, delete node_modules/.astro and build once more, and report it.',
  },
  'site/unfinished': {
    severity: 'error',
    what: 'There is no whole site here: {why}.',
    todo: 'Run `npm run build`, which puts a site in place only when it is whole.',
  },
  'site/damaged': {
    severity: 'error',
    what: 'Files of the site are missing, or are not as they were built: {first} ({count} in all).',
    todo: 'Run `npm run build`, which makes them again.',
  },
  'site/in-use': {
    severity: 'error',
    what: 'The new site is whole, but cannot take the place of the one before: {why}.',
    todo: 'Close what has this folder open (a server, a file manager), or see that its parent folder may be written to, and build again. Until then the site before stays.',
  },
} as const satisfies Record<string, Row>;

export type DiagnosticCode = keyof typeof rows;

export const table: Readonly<Record<DiagnosticCode, Row>> = rows;
