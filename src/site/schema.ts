/** What an owner may say of an archive: `site.yaml` in its folder. docs/site.md is made from this. */
import { z } from 'astro/zod';
import { kind } from '../diagnostics/yaml-schema.ts';
import { didYouMean } from '../diagnostics/likely.ts';
import { setNames } from '../topic-sets.ts';
import { asHex } from './colours.ts';
import { hostPattern, isNamed, otherHost } from './hosts.ts';

/** Parts of the site that the menu leads to, in its usual order; `#words/frame.ts` has their labels. */
const usualSections = ['papers', 'topics', 'digests', 'map', 'authors', 'about'] as const;
/** Those that it may lead to. */
export const sections = [...usualSections, 'sources'] as const;

const feedKinds = ['atom', 'json', 'topics', 'authors', 'digests'] as const;
export type FeedKind = (typeof feedKinds)[number];

/** Up to this many bytes, a site is kept whole; beyond, its shell and what has been visited. */
export const wholeLimit = 10_000_000;

const text = z.string(kind('text')).trim().min(1, 'it is empty');

const address = z.url({
  protocol: /^https?$/,
  error: ({ input }) =>
    input === undefined ? 'it is missing' : 'it must be an address that begins with https://',
});

/** A path below a folder: nothing that leads out of it. */
const path = text.regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\?#]+$/, {
  error: 'it must be a path below the folder, such as logo.svg',
});

const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

const colour = z
  .string(kind('a colour, in quotes if it begins with #'))
  .transform((value, context) => {
    const hex = asHex(value);
    if (hex !== undefined) return hex;
    context.addIssue(
      'it must be an opaque CSS colour such as "#9c2b1b", darkred or hsl(8, 70%, 36%)',
    );
    return z.NEVER;
  });

/** A colour of light and of dark pages; one alone is for both. */
const colours = (light: string, dark: string) =>
  z
    .union(
      [
        colour.transform((both) => ({ light: both, dark: both })),
        z.strictObject({
          light: colour.describe('On light pages'),
          dark: colour.describe('On dark pages'),
        }),
      ],
      {
        error: 'it must be a colour, in quotes if it begins with #, or a map of `light` and `dark`',
      },
    )
    .prefault({ light, dark });

const menuItem = z
  .strictObject(
    {
      page: text.optional().describe(`A part of the site: ${sections.join(', ')}`),
      link: text
        .regex(/^(?:https?:\/\/|\/)[^\s"<>]*$/, {
          error: 'it must begin with https://, or with / for an address of this site',
        })
        .optional()
        .describe('Any other address; one that begins with `/` is on this site'),
      label: text
        .optional()
        .describe('Its label in the menu; parts of the site have one by default'),
    },
    kind('a map with `page`, or with `link` and `label`'),
  )
  .refine(({ page, link }) => (page === undefined) !== (link === undefined), {
    error: 'it must have one of `page` and `link`',
  })
  .refine(({ link, label }) => link === undefined || label !== undefined, {
    error: 'a `link` needs a `label`',
  });

const attributeName = /^(?!on|http-equiv$)[a-z][a-z0-9-]*$/;

const headTag = z
  .strictObject(
    {
      tag: z.enum(['script', 'link', 'meta'], kind('script, link or meta')).describe('The element'),
      attributes: z
        .record(
          z.string(),
          z.union([z.string(), z.literal(true)], { error: 'it must be text in quotes, or true' }),
          kind('a map'),
        )
        .default({})
        .describe('Its attributes; `true` for one without a value, such as `async`'),
      content: text
        .refine((code) => !/<\/script|<!--/i.test(code), 'it must not hold `</script` or `<!--`')
        .optional()
        .describe('The text of a script; the security policy allows exactly this text'),
      hosts: z
        .array(
          text.regex(hostPattern, {
            error: 'it must be a host such as https://stats.example.org, with nothing after it',
          }),
          kind('a list'),
        )
        .default([])
        .describe(
          'Every other host that pages contact because of the tag; browsers block the rest',
        ),
      why: text.describe('What it is for: `/about/` tells readers, with the hosts'),
    },
    kind('a map with `tag`, `attributes`, `hosts` and `why`'),
  )
  .superRefine(({ tag, attributes, content, hosts }, context) => {
    const complain = (message: string, ...path: string[]): void =>
      context.addIssue({ code: 'custom', message, path });
    for (const name of Object.keys(attributes).filter((name) => !attributeName.test(name)))
      complain(
        'an attribute has a lower-case name; `on…` and `http-equiv` are not allowed',
        'attributes',
        name,
      );
    for (const name of ['src', 'href']) {
      const host = otherHost(attributes[name]);
      if (host !== undefined && !isNamed(host, hosts))
        complain(`${host} is not among the \`hosts\` of this tag`, 'attributes', name);
    }
    if (content !== undefined && tag !== 'script') complain('only a script has text', 'content');
  });

/** `site.yaml`: every field may be left out. */
export const siteSchema = z.strictObject(
  {
    title: text.default('Offprint').describe('Name of the archive: masthead, page titles, feeds'),
    description: text
      .default(
        'Research papers gathered from the lists that people follow, to read, to browse by topic and to search.',
      )
      .describe('One sentence for search engines, feeds and the home page'),
    keeper: z
      .strictObject(
        {
          name: text.optional().describe('Name of a person or group'),
          url: address.optional().describe('Their home page'),
          reports: text
            .regex(/^(?:https:\/\/[^\s"<>]+|[^\s@<>"?&#%/:]{1,64}@[^\s@<>"?&#%/:]{1,255})$/, {
              error: 'it must begin with https://, or be an e-mail address',
            })
            .optional()
            .describe(
              'Where readers report errors in entries: a tracker or an e-mail address; by default the repository’s issues',
            ),
        },
        kind('a map with `name`, `url` and `reports`'),
      )
      .prefault({})
      .describe('Who maintains the archive: footer, author of the feeds'),
    language: z
      .string(kind('text'))
      .refine(isLanguage, 'it must be a language tag such as en, en-GB or de')
      .default('en')
      .describe(
        'Language of the interface (BCP 47); titles and abstracts in another language are marked with it, if it can be recognised',
      ),
    repository: z
      .strictObject(
        {
          url: address
            .optional()
            .describe(
              'Its home page, for “edit this entry” links; a GitHub workflow knows its own',
            ),
          branch: text.default('main').describe('The branch that is published'),
          folder: path
            .optional()
            .describe('The archive’s folder in it, if not the same as in the project'),
        },
        kind('a map with `url`, `branch` and `folder`'),
      )
      .prefault({})
      .describe('The repository that holds the archive'),
    menu: z
      .array(menuItem, kind('a list'))
      .default(usualSections.map((page) => ({ page })))
      .describe(
        'The links at the top of every page, in order; by default all parts. `authors` is shown only if authors are known',
      ),
    pageSize: z
      .int(kind('a whole number'))
      .min(1, 'it must be 1 at least')
      .max(1000, 'it must be 1000 at most')
      .default(50)
      .describe('Papers per page of a list'),
    captures: z
      .boolean(kind('true or false'))
      .default(true)
      .describe('Whether captures have pages, with links from papers to their lines'),
    topics: z
      .strictObject(
        {
          sets: z
            .array(
              z.enum(setNames, {
                error: ({ input }) =>
                  `it must be one of ${setNames.join(', ')}${didYouMean(String(input), setNames)}`,
              }),
              kind('a list'),
            )
            .optional()
            .describe(
              `Sets of topics and synonyms that come with Offprint: ${setNames.map((name) => `\`${name}\``).join(', ')}; files in the archive’s folder \`topics\` are added, and override them`,
            ),
          without: z
            .array(text, kind('a list'))
            .default([])
            .describe('Topics of the sets to leave out, by the last part of their addresses'),
        },
        kind('a map with `sets` and `without`'),
      )
      .prefault({})
      .describe('The topics of the archive'),
    digests: z
      .record(z.string(), text, kind('a map of names'))
      .default({})
      .describe(
        'Names of digests, by the part of their file names after the date, or by the whole name for a single one',
      ),
    colours: z
      .strictObject(
        {
          ground: colours('#ffffff', '#16191b').describe('Behind the text'),
          cover: colours('#dde7ea', '#20282b').describe(
            'Behind the masthead and the home page’s title',
          ),
          ink: colours('#1b1d20', '#e6e3dd').describe('The text'),
          accent: colours('#9c2b1b', '#f0937f').describe('Small headings, the current page, marks'),
          link: colours('#124a72', '#9fc6e4').describe('Links in running text'),
        },
        kind('a map'),
      )
      .prefault({})
      .describe('Each is a CSS colour, or one for light and one for dark pages'),
    logo: path.optional().describe('A picture in the folder `public`, shown before the title'),
    favicon: path
      .default('favicon.svg')
      .describe('The icon in browser tabs, in the folder `public`'),
    feeds: z
      .strictObject(
        {
          which: z
            .array(z.enum(feedKinds, kind(feedKinds.join(', '))), kind('a list'))
            .default([...feedKinds])
            .describe(
              '`atom`: /feed.xml, `json`: /feed.json, `topics`: one per topic, `authors`: one per name on three papers or more, `digests`: /digests/feed.xml',
            ),
          items: z
            .int(kind('a whole number'))
            .min(1, 'it must be 1 at least')
            .max(500, 'it must be 500 at most')
            .default(50)
            .describe(
              'At most this many papers in a feed: whole digests, newest first, and always those of the last week',
            ),
          text: z
            .enum(['full', 'summary'], kind('full or summary'))
            .default('full')
            .describe('Whether an item has the whole abstract or its beginning'),
        },
        kind('a map'),
      )
      .prefault({})
      .describe('The feeds of the archive'),
    offline: z
      .strictObject(
        {
          keep: z
            .enum(['auto', 'all', 'visited', 'nothing'], kind('auto, all, visited or nothing'))
            .default('auto')
            .describe(
              'What one visit keeps: `all`, only `visited` pages, `nothing`, or `auto`: all of a small archive',
            ),
          limit: z
            .number(kind('a number'))
            .positive('it must be more than 0')
            .default(wholeLimit / 1e6)
            .describe('An archive of up to this many megabytes is small'),
        },
        kind('a map'),
      )
      .prefault({})
      .describe('What a reader’s browser keeps for offline reading'),
    head: z
      .array(headTag, kind('a list'))
      .default([])
      .describe(
        'Tags for the head of every page that contact other hosts, such as analytics or comments',
      ),
  },
  kind('a map of fields'),
);

/** An archive's settings, defaults filled in. */
export type Site = z.infer<typeof siteSchema>;
