/** The cards of an archive, and the icons of its site: what other rooms use. */
import * as common from '#words/common.ts';
import type { Archive, Digest } from '../archive/index.ts';
import { newIn, topicsIn } from '../archive/index.ts';
import type { Site } from '../site/schema.ts';
import { dateWords } from '../text/dates.ts';
import type { Card, CardColours } from './card.ts';

export { cardSize, cardSvg, type Card, type CardColours } from './card.ts';
export { icons, iconSvg, type Icon } from './icon.ts';

/** Id of the site's own card; a digest's begins with a year. */
export const siteCard = 'site';

/** Where the card with an id is, below the site's address. */
export const cardPath = (id: string): string => `cards/${id}.png`;

/** The card of a site. */
export const cardOfSite = (
  { title, description }: Pick<Site, 'title' | 'description'>,
  { papers, digests }: Pick<Archive, 'papers' | 'digests'>,
): Card => ({
  site: title,
  line: description,
  foot: [common.papers(papers.length), common.digests(digests.length)],
});

/** The card of a digest. */
export const cardOfDigest = (
  { title }: Pick<Site, 'title'>,
  digest: Digest,
  labels: Readonly<Record<string, string>>,
): Card => ({
  site: title,
  title: digest.name,
  line: dateWords(digest.date),
  foot: [
    common.papers(newIn(digest).papers),
    ...topicsIn(digest, labels).map(({ label }) => label),
  ],
});

/** The colours of cards: those of light pages. */
export const cardColours = ({ colours }: Pick<Site, 'colours'>): CardColours => ({
  cover: colours.cover.light,
  ink: colours.ink.light,
  accent: colours.accent.light,
});
