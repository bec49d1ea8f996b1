/** Icons of several sizes, out of the drawing that is the site's favicon. Pure. */
import type { CardColours } from './card.ts';

/** Name below `icons/`, pixels of a side, and the share of them that the drawing takes: devices cut shapes out of some. */
export const icons = [
  { id: '192', size: 192, share: 1 },
  { id: '512', size: 512, share: 1 },
  { id: 'maskable', size: 512, share: 0.6 },
  { id: 'apple-touch', size: 180, share: 0.72 },
] as const;

export type Icon = (typeof icons)[number];

/** An icon as SVG: where it does not fill the square, on the ground of the masthead. */
export function iconSvg(
  favicon: string,
  { size, share }: Icon,
  { cover }: Pick<CardColours, 'cover'>,
): string {
  const side = Math.round(size * share);
  const from = (size - side) / 2;
  const data = Buffer.from(favicon).toString('base64');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">`,
    ...(share < 1 ? [`<path fill="${cover}" d="M0 0h${size}v${size}H0z"/>`] : []),
    `<image x="${from}" y="${from}" width="${side}" height="${side}" href="data:image/svg+xml;base64,${data}"/></svg>`,
  ].join('');
}
