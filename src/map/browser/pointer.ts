/** The map by mouse, pen and finger: the paper under the pointer is meant, a click selects it, a second opens it. */
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
  const under = ({ clientX, clientY, target }: MouseEvent, pixels: number): number => {
    const title = target instanceof Element ? target.closest<HTMLElement>('[data-title]') : null;
    if (title) return Number(title.dataset['title']);
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
    if (paper >= 0) tip.point(paper);
    else tip.leave();
  });
  stage.addEventListener('pointerleave', (event) => {
    if (event.pointerType !== 'touch') tip.leave();
  });
  stage.addEventListener('click', (event) => {
    // A new tab, a new window: the link under the pointer does that by itself.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const paper = under(event, touched ? reach.finger : reach.mouse);
    event.preventDefault();
    if (paper < 0) tip.hide();
    else if (paper === tip.selected) void tip.open().catch(() => undefined);
    else void tip.select(paper, true);
  });
}
