/** The owner's own pages and notes, read. A file with a problem is told and left out. */
import type { z } from 'astro/zod';
import { notesFolder, pagesFolder } from '../archive-folder.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { listMarkdown, mapLimited, readOwnText } from '../entries/owner-files.ts';
import { listPlaced } from '../entries/placed.ts';
import { idOf, readOwnMarkdown, type Kind } from '../entries/own-markdown.ts';
import { isSlug } from '../entries/slug.ts';
import { isOwnAddress, noteSchema, pageSchema, partSchema } from './schema.ts';

/** Names of pages that the engine makes, or of folders of its own in the site. */
export const taken: ReadonlySet<string> = new Set(
  '404 authors cards digests feeds icons map offline pagefind papers reading-list search sources topics'.split(
    ' ',
  ),
);

/** A file of the owner's words. */
export interface OwnFile {
  /** Its name without `.md`. */
  readonly id: string;
  /** Path for messages. */
  readonly file: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Markdown. */
  readonly body: string;
}

export interface OwnFiles {
  readonly files: readonly OwnFile[];
  readonly problems: readonly Diagnostic[];
}

/** Reads files, each as the kind that its name says, or as the problem that its name is. */
async function readAll(
  root: string,
  paths: readonly string[],
  kindOf: (file: string) => Kind<z.ZodObject> | Diagnostic,
): Promise<OwnFiles> {
  const readings = await mapLimited(paths, async (file) => {
    const kind = kindOf(file);
    if ('where' in kind) return [kind];
    const read = await readOwnText(root, file);
    if (!read.ok) return [read.problem];
    const parsed = readOwnMarkdown(file, read.text, kind);
    if (!parsed.ok) return parsed.problems;
    return { id: idOf(file), file, data: parsed.value, body: parsed.body };
  });
  return {
    files: readings.flatMap((reading) => ('id' in reading ? [reading] : [])),
    problems: readings.flatMap((reading) => ('id' in reading ? [] : reading)),
  };
}

/** Why a page cannot have the address of its name; undefined: it can. */
function addressProblem(id: string): string | undefined {
  if (!isSlug(id)) return 'an address has lower-case letters a to z, digits and single hyphens';
  return taken.has(id) ? 'a page of the engine has it' : undefined;
}

/** Every page of the owner's, and what follows or replaces the text of the home page and of `/about/`. */
export const readPages = async (root: string) =>
  readAll(root, await listMarkdown(root, pagesFolder()), (file) => {
    const id = idOf(file);
    const why = addressProblem(id);
    if (why !== undefined) return diagnostic('page/address', { file }, { name: id, why });
    const schema = isOwnAddress(id) ? pageSchema : partSchema;
    return { schema, code: 'page/schema', textAlone: schema === partSchema };
  });

/** Every note, by the id of its paper. */
export async function readNotes(root: string): Promise<OwnFiles> {
  const { files: paths, problems: twice } = await listPlaced(root, notesFolder(), '.md');
  const { files, problems } = await readAll(root, paths, () => ({
    schema: noteSchema,
    code: 'note/schema',
    textAlone: true,
  }));
  return { files, problems: [...twice, ...problems] };
}
