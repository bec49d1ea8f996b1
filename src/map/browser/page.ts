/** The map at work: the picture is there without it. */
import { Camera } from './camera.ts';
import { CanvasDots, linkedDots, type Dots } from './dots.ts';
import { followKeys } from './keys.ts';
import { followLegend } from './legend.ts';
import { Names } from './names.ts';
import { followPointer } from './pointer.ts';
import { fetchPoints, pointsOfChart, type Points } from './points.ts';
import { Tip } from './tip.ts';

function find<Kind extends Element>(
  root: ParentNode,
  selector: string,
  kind: abstract new () => Kind,
): Kind {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The map has no ${selector}.`);
}

async function start(atlas: HTMLElement): Promise<void> {
  const stage = find(atlas, '[data-stage]', HTMLElement);
  const world = find(atlas, '[data-world]', SVGGElement);
  const links = [...atlas.querySelectorAll<SVGAElement>('[data-dots] a')];
  const { points: address, titles = '', papers = '', count = '0' } = atlas.dataset;
  const points: Points =
    address === undefined
      ? pointsOfChart(links)
      : await fetchPoints({ points: address, titles, papers }, Number(count));

  let chosen: ReadonlySet<number> | undefined;
  const allowed = (paper: number): boolean =>
    chosen === undefined || chosen.has(points.topicOf[paper] ?? 0);
  const names = new Names(find(atlas, '.names', SVGSVGElement));
  let due = false;
  const redraw = (): void => {
    due = false;
    world.setAttribute('transform', camera.attribute);
    dots.draw();
    names.draw(camera);
    tip.place();
  };
  const camera: Camera = new Camera(stage, points.count, () => {
    if (due) return;
    due = true;
    requestAnimationFrame(redraw);
  });
  const legend = find(atlas, '[data-legend]', HTMLElement);
  const topics = followLegend(legend, (these) => {
    chosen = these;
    dots.choose(these);
    if (tip.paper >= 0 && !allowed(tip.paper)) tip.hide();
  });
  const dots: Dots =
    address === undefined
      ? linkedDots(links, points, camera)
      : canvasDots(atlas, stage, points, camera, legend);
  const parts = {
    here: find(atlas, '[data-here]', HTMLAnchorElement),
    tip: find(atlas, '[data-tip]', HTMLElement),
    status: find(atlas, '[data-status]', HTMLElement),
  };
  const tip = new Tip(parts, points, camera, topics);
  followKeys(stage, camera, points, tip, allowed);
  followPointer(stage, camera, points, tip, allowed);
  followButtons(find(atlas, '[data-zoom]', HTMLElement), camera);
  followScheme(() => dots.recolour());
  addEventListener('beforeprint', () => camera.whole());

  stage.tabIndex = 0;
  stage.setAttribute('role', 'application');
  stage.setAttribute('aria-label', stage.dataset['label'] ?? '');
  stage.setAttribute('aria-describedby', 'map-help');
  redraw();
  atlas.dataset['state'] = 'ready';
}

function canvasDots(
  atlas: HTMLElement,
  stage: HTMLElement,
  points: Points,
  camera: Camera,
  legend: HTMLElement,
): Dots {
  const canvas = document.createElement('canvas');
  const faded = document.createElement('i');
  faded.className = 'faded';
  stage.append(faded);
  find(stage, '.chart', SVGSVGElement).after(canvas);
  atlas.classList.add('drawn');
  const swatches = [...legend.querySelectorAll('button i')];
  return new CanvasDots(canvas, points, camera, swatches, faded);
}

function followButtons(zoom: HTMLElement, camera: Camera): void {
  for (const button of zoom.querySelectorAll('button')) {
    const by = Number(button.dataset['by']);
    button.addEventListener('click', () => (by === 0 ? camera.whole() : camera.zoomBy(by)));
  }
}

/** The reader's switch, the system's, and forced colours. */
function followScheme(changed: () => void): void {
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    matchMedia(query).addEventListener('change', changed);
  new MutationObserver(changed).observe(document.documentElement, {
    attributeFilter: ['data-theme'],
  });
}

const atlas = document.querySelector('[data-atlas]');
if (atlas instanceof HTMLElement) {
  start(atlas).catch((error: unknown) => {
    // The picture, its list and its links stay as they are.
    atlas.dataset['state'] = 'error';
    console.warn(error);
  });
}
