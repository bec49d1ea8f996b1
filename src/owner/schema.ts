/** What the owner's own pages and notes may say of themselves. docs/pages.md explains it to them. */
import { z } from 'astro/zod';
import { kind } from '../diagnostics/yaml-schema.ts';
import { isoDate } from '../entries/model.ts';

const text = z.string(kind('text; put it in quotes')).trim().min(1, 'it is empty');

const description = text.optional().describe('For search engines and link previews, in a sentence');

/** Whether a page has an address of its own: two are parts of pages that every archive has. */
export const isOwnAddress = (id: string): boolean => id !== 'home' && id !== 'about';

/** Where a page stands in the menu. */
const menuSchema = z.strictObject({
  label: text.optional().describe('Its words there; without them, the title'),
  order: z
    .int(kind('a whole number'))
    .min(1, 'the first place is 1')
    .optional()
    .describe('Its place, the first being 1; without it, after all others'),
});

type MenuPlace = z.infer<typeof menuSchema>;

/** Frontmatter of `pages/<name>.md`. */
export const pageSchema = z.strictObject({
  title: text.describe('The heading of the page'),
  description,
  menu: z
    .union(
      [
        z.boolean().transform((shown): MenuPlace | undefined => (shown ? {} : undefined)),
        text.transform((label): MenuPlace => ({ label })),
        menuSchema,
      ],
      { error: 'it must be true, its words in the menu, or a map of `label` and `order`' },
    )
    .optional()
    .describe('Whether the menu of every page leads there'),
});

/** Frontmatter of `pages/home.md` and `pages/about.md`. */
export const partSchema = z.strictObject({
  title: text.optional().describe('A heading above the text'),
  description,
  place: z
    .enum(['after', 'instead'], kind('after or instead'))
    .default('after')
    .describe('Whether it follows the text of the page or replaces it'),
});

/** Frontmatter of `notes/<id>.md`. */
export const noteSchema = z.strictObject({
  tags: z
    .array(
      text
        .max(60, 'it is longer than 60 characters')
        .transform((tag) => tag.replaceAll(/\s+/g, ' ')),
      kind('a list'),
    )
    .default([])
    .describe('Words to find the paper by; the search has them as a filter'),
  rating: z
    .int(kind('a whole number from 1 to 5'))
    .min(1, 'it must be 1 at least')
    .max(5, 'it must be 5 at most')
    .optional()
    .describe('From 1 to 5'),
  read: z
    .string(kind('a date as YYYY-MM-DD'))
    .pipe(isoDate)
    .optional()
    .describe('When it was read'),
});

const plain = { text: z.string().describe('The whole as plain text') };

/** What the site knows of a page, or of a part of one of its own. */
export const shownPageSchema = pageSchema
  .partial()
  .extend({ place: partSchema.shape.place.optional(), ...plain });

/** What the site knows of a note. */
export const shownNoteSchema = noteSchema.extend(plain);

export type OwnPageData = z.infer<typeof shownPageSchema>;
export type NoteData = z.infer<typeof shownNoteSchema>;
