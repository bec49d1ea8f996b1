/** The map by keyboard: from paper to paper, closer and further, here and there. */
import { nearestTo, nextTo, type Allowed, type Direction } from '../seek.ts';
import type { Camera } from './camera.ts';
import { placeOf, type Points } from './points.ts';
import type { Tip } from './tip.ts';

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Part of the picture's side that Shift and an arrow move by. */
const shift = 0.25;

const shifts: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-shift, 0],
  right: [shift, 0],
  up: [0, -shift],
  down: [0, shift],
};

/**
 * @param allowed which papers count now
 * @param zoomed told when the map was enlarged or reduced
 */
export function followKeys(
  stage: HTMLElement,
  camera: Camera,
  points: Points,
  tip: Tip,
  allowed: Allowed,
  zoomed: () => void,
): void {
  const go = (direction: Direction): void => {
    const middle = camera.toMap(camera.size / 2, camera.size / 2);
    const next =
      tip.selected < 0
        ? nearestTo(points.coordinates, ...middle, Infinity, allowed)
        : nextTo(points.coordinates, tip.selected, direction, allowed);
    if (next < 0) return;
    camera.reveal(...placeOf(points, next));
    void tip.select(next, true);
  };
  const zoomBy = (factor: number): void => {
    camera.zoomBy(factor, tip.selected < 0 ? undefined : placeOf(points, tip.selected));
    zoomed();
  };

  stage.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = directions[event.key];
    if (direction && event.shiftKey) camera.pan(...shifts[direction]);
    else if (direction) go(direction);
    else if (event.key === '+' || event.key === '=') zoomBy(1.6);
    else if (event.key === '-' || event.key === '_') zoomBy(1 / 1.6);
    else if (event.key === '0') {
      camera.whole();
      zoomed();
    } else if (event.key === 'Enter' || event.key === ' ') void tip.open().catch(() => undefined);
    else return;
    event.preventDefault();
  });
}
