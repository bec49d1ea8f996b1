/** The map by mouse, pen and finger: the paper under the pointer is meant, a click opens it. */
import { nearestTo, type Allowed } from '../seek.ts';
import type { Camera } from './camera.ts';
import type { Points } from './points.ts';
import type { Tip } from './tip.ts';

/** How near a dot is near enough, in pixels: a finger covers more than the tip of a mouse. */
const reach = { mouse: 14, finger: 26 } as const;

/** @param allowed which papers count now */
export function followPointer(
  stage: HTMLElement,
  camera: Camera,
  points: Points,
  tip: Tip,
  allowed: Allowed,
): void {
  const under = ({ clientX, clientY }: MouseEvent, pixels: number): number => {
    const { left, top } = stage.getBoundingClientRect();
    const at = camera.toMap(clientX - left - stage.clientLeft, clientY - top - stage.clientTop);
    return nearestTo(points.coordinates, ...at, camera.length(pixels), allowed);
  };
  let touched = false;

  stage.addEventListener('pointerdown', ({ pointerType }) => {
    touched = pointerType === 'touch';
  });
  stage.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch' || event.buttons !== 0) return;
    const paper = under(event, reach.mouse);
    if (paper >= 0) void tip.show(paper, false);
    else tip.hide();
  });
  stage.addEventListener('pointerleave', (event) => {
    if (event.pointerType !== 'touch' && document.activeElement !== stage) tip.hide();
  });
  stage.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const paper = under(event, touched ? reach.finger : reach.mouse);
    // The first touch says what the dot is, the second opens it.
    if (touched && paper !== tip.paper) {
      event.preventDefault();
      if (paper >= 0) void tip.show(paper, true);
      else tip.hide();
      return;
    }
    if (link?.hasAttribute('href') || paper < 0) return;
    event.preventDefault();
    void tip
      .show(paper, false)
      .then(() => tip.open())
      .catch(() => undefined);
  });
}
