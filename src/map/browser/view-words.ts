/** What is in view, for those who do not see it. */
import * as words from '#words/map-script.ts';
import * as common from '#words/common.ts';
import { number } from '../../words/formats.ts';
import { extent } from '../archive-map.ts';
import type { Camera } from './camera.ts';
import type { Points } from './points.ts';

/** For example `Enlarged 3.2 times, 12 of 81 papers in view.` */
export function viewInWords(camera: Camera, { count, coordinates }: Points): string {
  const { x, y, zoom } = camera.place;
  if (zoom < 1.01) return words.whole(common.papers(count));
  const half = 0.5 / zoom;
  let inView = 0;
  for (let paper = 0; paper < count; paper += 1) {
    const right = Math.abs((coordinates[paper * 2] ?? 0) / extent - x);
    const down = Math.abs((coordinates[paper * 2 + 1] ?? 0) / extent - y);
    if (right <= half && down <= half) inView += 1;
  }
  const times = number(Math.round(zoom * 10) / 10);
  return words.enlarged(times, number(inView), common.papers(count));
}
