/** The files that a new archive begins with. Pure. */
import { usualFolder } from '../archive-folder.ts';

/** The engine that an archive is built with. */
export interface Engine {
  /** Its repository, `OWNER/REPO`. */
  readonly repository: string;
  /** A tag, branch or commit of it. */
  readonly version: string;
}

/** What stands for an engine that is not known: its owner fills it in. */
export const unknownEngine: Engine = { repository: 'OWNER/REPO', version: 'VERSION' };

/** Files beside the archive's folder that belong to its owner's repository, and that a workflow may write. */
export const besideArchive = ['README.md', '.gitignore'] as const;

/** The title that a folder's name gives: `river-papers` is “River papers”. */
export function titleOf(folder: string): string {
  const words = folder.replaceAll(/[-_.\s]+/g, ' ').trim();
  return words === '' ? 'Papers' : words.charAt(0).toUpperCase() + words.slice(1);
}

const workflow = ({ repository, version }: Engine): string => `\
# Collects, builds and publishes this archive. To update Offprint, change the version after the @.
name: Archive
on:
  push: { branches: [main] }
  schedule: [{ cron: '23 5 * * *' }] # every day, UTC
  workflow_dispatch:
permissions: { contents: write, pages: write, id-token: write }
jobs:
  archive:
    uses: ${repository}/.github/workflows/archive.yml@${version}
    # To mail digests, or to tell Crossref and OpenAlex who asks: set the ones you need under
    # Settings → Secrets and variables → Actions, and remove the # here.
    # secrets:
    #   OFFPRINT_SMTP: \${{ secrets.OFFPRINT_SMTP }}
    #   OFFPRINT_MAIL_TO: \${{ secrets.OFFPRINT_MAIL_TO }}
    #   OFFPRINT_MAIL_FROM: \${{ secrets.OFFPRINT_MAIL_FROM }}
    #   OFFPRINT_MAIL_KEY: \${{ secrets.OFFPRINT_MAIL_KEY }}
    #   OFFPRINT_MAIL_UNSUBSCRIBE: \${{ secrets.OFFPRINT_MAIL_UNSUBSCRIBE }}
    #   OFFPRINT_MAILTO: \${{ secrets.OFFPRINT_MAILTO }}
    #   OFFPRINT_OPENALEX_KEY: \${{ secrets.OFFPRINT_OPENALEX_KEY }}
`;

const settings = (docs: string, title: string): string => `\
# Whose archive this is, and what its pages look like. ${docs}/site.md explains every field.
title: ${JSON.stringify(title)}
# description: What we read about rivers, since 2021.
# keeper: { name: The River Group, url: https://rivers.example/ }
# colours:
#   accent: { light: '#0b5563', dark: '#7fd0de' }
# menu:
#   - page: papers
#   - page: digests
#   - page: about
#   - { link: https://rivers.example/, label: The group }
# topics:
#   sets: [machine-learning] # or your own files in topics: ${docs}/topics.md
`;

const sources = (docs: string): string => `\
# What this archive collects once a day. Remove the # from what you want, and change it.
# ${docs}/collect.md explains every field.
sources:
#  - name: arxiv-language # its digests are named after it, so keep it
#    arxiv: [cs.CL] # what arXiv announces in these categories
#    must: [language model*] # one of these occurs in title or abstract
#    mustNot: [survey] # and none of these
#    limit: 40 # papers per day at most
#  - name: world-models
#    query: 'all:"world model" AND cat:cs.LG' # a search of arXiv
#  - name: daily
#    huggingface: daily # the daily papers of Hugging Face
#    days: [mon, tue, wed, thu, fri]
#  - name: journal
#    feed: https://journal.example/current.rss # RSS, Atom or JSON
#  - name: reading-group
#    page: https://lists.example/reading.md # any list of papers
#  - name: neuro
#    biorxiv: neuroscience # or medrxiv
#  - name: iclr
#    openreview: ICLR.cc/2025/Conference
`;

const readme = ({ repository, version }: Engine, docs: string, title: string): string => `\
# ${title}

An archive of research papers, made with [Offprint](https://github.com/${repository}). Everything in this repository is yours;
\`.github/workflows/archive.yml\` gets the software from there each time it runs.

## First steps

1. Choose _Settings → Pages → Source: GitHub Actions_; only you can switch Pages on. You can set your own domain on the same page.
2. Say what you follow in [\`${usualFolder}/sources.yaml\`](${usualFolder}/sources.yaml), and give the archive a title in [\`${usualFolder}/site.yaml\`](${usualFolder}/site.yaml).
3. Choose _Actions → Archive → Run workflow_, or wait a day. The run's page says where the site is.

## What is where

In \`content\`:

- \`sources.yaml\`: what is collected every day ([more](${docs}/collect.md))
- \`site.yaml\`: title, menu, colours, topics ([more](${docs}/site.md))
- \`digests\`: lists of papers as they came; add your own, in nearly any format ([more](${docs}/adding.md))
- \`papers\`: a file for each paper, written once and then yours to edit ([more](${docs}/editing.md))
- \`notes\`, \`pages\`: your notes on papers, and your own pages ([more](${docs}/pages.md))
- \`topics\`, \`theme.css\`, \`public\`: your own topics and style, and files to be served as they are
- \`records\`, \`accounts.jsonl\`, \`collected.jsonl\`: what Offprint found out on the way

Everything you push is published, and the workflow commits what it writes.

## On your machine

\`\`\`sh
git clone https://github.com/${repository} offprint && cd offprint && npm ci
npm run dev -- --archive ../${'THIS-REPOSITORY'}/content
\`\`\`

## Keep it going

- **Update**: change the version in \`.github/workflows/archive.yml\`. Nothing in \`content\` changes. This archive started with \`${version}\`.
- **Sleep**: 60 days after the last commit, GitHub switches off the schedule of a public repository, and warns you by mail before. The run's
  page warns from the 45th day. Any commit, or _Actions → Archive → Enable workflow_, keeps it going; missed days are caught up on.
- **Mail**: the last lines of the workflow show what to set ([more](${docs}/mail.md)).
- **Another host**: see [docs/hosting.md](${docs}/hosting.md).
`;

/**
 * The files of a new archive, by their paths from its repository's folder; the last one makes it an archive.
 *
 * @param folder the folder's name, which the archive is called after
 */
export function starterFiles(engine: Engine, folder: string): ReadonlyMap<string, string> {
  const docs = `https://github.com/${engine.repository}/blob/${engine.version}/docs`;
  const title = titleOf(folder);
  return new Map([
    ['.github/workflows/archive.yml', workflow(engine)],
    ['.gitignore', '.DS_Store\n.*.tmp\n'],
    ['README.md', readme(engine, docs, title)],
    [`${usualFolder}/sources.yaml`, sources(docs)],
    [`${usualFolder}/site.yaml`, settings(docs, title)],
  ]);
}
