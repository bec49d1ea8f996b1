/** What happens to an archive and to the engine in the course of time. */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { between, pick } from '../../../scripts/bench/random.ts';
import { layouts } from '../../../src/places.ts';
import { author, day, digest, sentence, title } from './content.ts';
import type { Life } from './life.ts';

/** Does something and says what; undefined: there was nothing to do it to. */
export type Change = (life: Life) => Promise<string | undefined> | string | undefined;

const entry = (life: Life): string | undefined => life.any('archive/papers', /\.md$/);

/** Changes an entry. */
const edited =
  (change: (life: Life) => (text: string) => string, still = false): Change =>
  (life) => {
    const file = entry(life);
    if (file === undefined || !life.edit(file, change(life), still)) return undefined;
    return file;
  };

const idOf = (file: string): string => basename(file, '.md');

const pages = {
  note: (life: Life): string | undefined => {
    const file = entry(life);
    if (file === undefined) return undefined;
    const note = `archive/notes/${idOf(file)}.md`;
    life.write(
      note,
      `---\nrating: ${between(life.next, 1, 5)}\n---\nOf note: ${sentence(life.next)}\n`,
    );
    return note;
  },
  page: (life: Life): string => {
    const file = `archive/pages/${life.fresh('page')}.md`;
    life.write(file, `---\ntitle: ${title(life.next)}\nmenu: true\n---\n${sentence(life.next)}\n`);
    return file;
  },
  settings: (life: Life): string => {
    const feeds = ['[atom]', '[json, topics]', '[atom, json, topics, digests]', '[]'];
    const width = between(life.next, 10, 90);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20"/>`;
    life.write('archive/public/mark.svg', svg);
    const text = [
      `title: ${title(life.next)}`,
      ...(life.next() < 0.7 ? ['logo: mark.svg'] : []),
      `pageSize: ${between(life.next, 2, 8)}`,
      `feeds: { which: ${pick(life.next, feeds)}, items: ${between(life.next, 1, 20)} }`,
    ].join('\n');
    life.write('archive/site.yaml', `${text}\n`);
    return text.replaceAll('\n', ', ');
  },
};

/** What goes from a folder, by hand. */
const gone =
  (folder: string, pattern: RegExp): Change =>
  (life) => {
    const file = life.any(folder, pattern);
    if (file !== undefined) rmSync(life.path(file));
    return file;
  };

/** What owners do, by name. */
export const archiveChanges: Readonly<Record<string, Change>> = {
  'digest added': (life) => {
    const file = `archive/digests/${day(life.next)}-${life.fresh('list')}.jsonl`;
    life.write(file, digest(life.next));
    return file;
  },
  'digest taken back': async (life) => {
    const files = life.files('archive/digests');
    const file = pick(life.next, files);
    if (file === undefined || files.length < 2) return undefined;
    const { code, stdout, stderr } = await life.project.script('remove.ts', [basename(file)]);
    if (code !== 0) throw new Error(`remove: ${stdout}${stderr}`);
    return file;
  },
  'title edited': edited(
    (life) => (text) => text.replace(/^title: .*$/m, `title: "${title(life.next)}"`),
  ),
  'abstract edited': edited((life) => (text) => `${text.trimEnd()} ${sentence(life.next)}\n`),
  'topics edited': edited((life) => {
    const topics = life.files('archive/topics').map(idOf);
    const chosen = pick(life.next, topics) ?? '';
    return (text) =>
      text.replace(/^topics: .*\n/m, '').replace(/^digests:/m, `topics: [${chosen}]\ndigests:`);
  }),
  'authors edited': edited((life) => (text) => {
    const others = text.replace(/^authors:(?:.*|\n {2}- .*)*\n/m, '');
    return others.replace(/^digests:/m, `authors: [${author(life.next)}, Zoë Last]\ndigests:`);
  }),
  'edited within the same tick': edited(
    () => (text) =>
      text.replace(/\b(?:data|that|when|with|before)\b/g, (word) => word.toUpperCase()),
    true,
  ),
  'entry removed': (life) => {
    const file = entry(life);
    if (file === undefined) return undefined;
    rmSync(life.path(file));
    const marks = 'archive/papers/.removed';
    const before = life.files('archive/papers', /\.removed$/).length > 0 ? life.read(marks) : '';
    life.write(marks, `${before}${idOf(file)}\n`);
    return file;
  },
  'entry deleted, to come back': (life) => gone('archive/papers', /\.md$/)(life),
  'entry renamed': (life) => {
    const file = entry(life);
    if (file === undefined) return undefined;
    const name = join(dirname(file), `${life.fresh('renamed')}.md`);
    if (life.next() < 0.5) {
      life.edit(file, (text) =>
        text.includes('\naliases:')
          ? text
          : text.replace(/^digests:/m, `aliases: [${idOf(file)}]\ndigests:`),
      );
    }
    renameSync(life.path(file), life.path(name));
    return `${file} → ${name}`;
  },
  'topic edited': (life) => {
    const file = life.any('archive/topics');
    if (file === undefined) return undefined;
    life.edit(file, (text) =>
      text
        .replace(/^label: .*$/m, (line) => `${line} ${between(life.next, 2, 9)}`)
        .replace(/^terms:$/m, '$&\n  - { term: lower bound, weight: key }'),
    );
    return file;
  },
  'topic added': (life) => {
    const file = `archive/topics/${life.fresh('topic')}.md`;
    const term = pick(life.next, ['birds', 'GPT', 'regret', 'human feedback', 'scarce']) ?? '';
    life.write(
      file,
      `---\nlabel: ${title(life.next)}\ndescription: One more.\nterms:\n  - { term: ${term}, weight: key }\n---\n`,
    );
    return file;
  },
  'topic removed': (life) =>
    life.files('archive/topics').length > 3 ? gone('archive/topics', /\.md$/)(life) : undefined,
  'note written': (life) => pages.note(life),
  'note removed': (life) => gone('archive/notes', /\.md$/)(life),
  'page added': (life) => pages.page(life),
  'page removed': (life) => gone('archive/pages', /\.md$/)(life),
  'settings changed': (life) => pages.settings(life),
  'logo changed': (life) => {
    const file = life.any('archive/public', /\.svg$/);
    if (file === undefined) return undefined;
    life.edit(file, (text) => text.replace(/width="\d+"/, `width="${between(life.next, 10, 90)}"`));
    return file;
  },
  'style of the owner changed': (life) => {
    const file = 'archive/theme.css';
    if (life.next() < 0.3) rmSync(life.path(file), { force: true });
    else life.write(file, `.${life.fresh('mine')} { color: inherit; }\n`);
    return file;
  },
  'base path changed': (life) => (life.base = life.base === '/' ? '/repo/' : '/'),
  'entry broken, and mended or not': (life) => {
    const file = entry(life);
    if (file === undefined) return undefined;
    life.edit(file, (text) => text.replace(/^digests:$/m, 'digests: ['));
    return file;
  },
  'entry mended': (life) => {
    const broken = life
      .files('archive/papers', /\.md$/)
      .filter((file) => /^digests: \[$/m.test(life.read(file)));
    for (const file of broken)
      life.edit(file, (text) => text.replace(/^digests: \[$/m, 'digests:'));
    return broken[0];
  },
  'all files saved again': (life) => {
    for (const file of life.files('archive', /./)) life.write(file, life.read(file));
    return 'archive';
  },
  'files moved into folders': async (life) => {
    const layout = pick(life.next, layouts) ?? 'flat';
    const { stdout, stderr } = await life.project.script('migrate.ts', ['--folders', layout]);
    if (!/^(?:Moved|Nothing)/m.test(stdout)) throw new Error(`migrate: ${stdout}${stderr}`);
    return layout;
  },
  'folder moved away and back': (life) => {
    const folders = readdirSync(life.path('archive')).filter((name) =>
      statSync(life.path('archive', name)).isDirectory(),
    );
    const folder = pick(life.next, folders);
    if (folder === undefined) return undefined;
    renameSync(life.path('archive', folder), life.path('moved'));
    mkdirSync(life.path('archive'), { recursive: true });
    renameSync(life.path('moved'), life.path('archive', folder));
    return folder;
  },
};

/** A number that code has by name: another one makes other code that is no nonsense. */
const constant = /^((?:export )?const \w+ = )(\d[\d_]*)(\.\d+)?;$/m;

/** What maintainers do, by name. */
export const engineChanges: Readonly<Record<string, Change>> = {
  'page of the engine changed': (life) => {
    const file = life.any('src', /(?:pages|components|layouts)\/.*\.astro$/);
    if (file === undefined) return undefined;
    const words = `<p class="${life.fresh('edition')}">Another edition.</p>`;
    return life.edit(file, (text) => text.replace(/\n(?=<\/\w+>\s*$)/, `\n${words}\n`))
      ? file
      : undefined;
  },
  'number in the engine changed': (life) => {
    const rooms =
      /src\/(?:archive|charts|citation|map|offline|related|search|text|topics)\/.*\.ts$/;
    const files = life.files('src', rooms).filter((file) => constant.test(life.read(file)));
    const file = pick(life.next, files);
    if (file === undefined) return undefined;
    life.edit(file, (text) =>
      text.replace(
        constant,
        (_, name, whole, part = '') => `${name}${Number(whole.replaceAll('_', '')) + 1}${part};`,
      ),
    );
    return file;
  },
  'style changed': (life) => {
    const file = life.any('src/styles');
    if (file === undefined) return undefined;
    life.edit(file, (text) => `${text}\n.${life.fresh('edition')} { color: inherit; }\n`);
    return file;
  },
  'comment written': (life) => {
    const file = life.any('src', /\.ts$/);
    if (file === undefined) return undefined;
    life.edit(file, (text) => `${text}\n// ${life.fresh('thought')}\n`);
    return file;
  },
};
