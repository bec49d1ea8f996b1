/** The map at work: the picture is there without it. */
import { find, make } from '../../browser/dom.ts';
import { Camera } from './camera.ts';
import { CanvasDots, linkedDots, type Dots } from './dots.ts';
import { followKeys } from './keys.ts';
import { Labels } from './labels.ts';
import { Legend } from './legend.ts';
import { Names } from './names.ts';
import { followPointer } from './pointer.ts';
import { fetchPoints, pointsOfChart, type Points } from './points.ts';
import { ShownPapers } from './shown-papers.ts';
import { State } from './state.ts';
import { Tip } from './tip.ts';
import { Titles } from './titles.ts';
import { viewInWords } from './view-words.ts';

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function start(atlas: HTMLElement): Promise<void> {
  const stage = find(atlas, '[data-stage]', HTMLElement);
  const world = find(atlas, '[data-world]', SVGGElement);
  const links = [...atlas.querySelectorAll<SVGAElement>('[data-dots] a')];
  const points = await pointsOf(atlas, links);

  let state: State | undefined;
  let due = false;
  const redraw = (): void => {
    due = false;
    world.setAttribute('transform', camera.attribute);
    dots.draw();
    labels.draw();
    tip.place();
  };
  const camera: Camera = new Camera(stage, points.count, () => {
    state?.write();
    if (due) return;
    due = true;
    requestAnimationFrame(redraw);
  });
  const legendElement = find(atlas, '[data-legend]', HTMLElement);
  const shown = new ShownPapers(points);
  const legend = new Legend(legendElement, () => {
    shown.choice = legend.choice;
    choose();
    state?.write();
  });
  const dots: Dots =
    atlas.dataset['points'] === undefined
      ? linkedDots(links, points, camera)
      : canvasDots(atlas, stage, points, camera, legendElement);
  const names = new Names(find(atlas, '.names', SVGSVGElement));
  const written = new Titles(titleLayer(stage), points, shown.allowed, () => labels.arrange());
  const labels = new Labels(names, written, points, camera);
  const tip = tipIn(atlas, points, camera, legend);
  const choose = (): void => {
    dots.choose(shown.allowed);
    labels.arrange();
    if (tip.paper >= 0 && !shown.allowed(tip.paper)) tip.hide();
  };
  followReader(atlas, stage, camera, points, tip, shown);
  followScheme(() => dots.recolour());
  const given = find(atlas, '[data-given]', HTMLElement);
  state = new State({ camera, points, legend, shown, tip, given }, choose);
  world.setAttribute('transform', camera.attribute);
  dots.draw();
  // A phone takes a while over each: what a reader does between them is answered.
  await pause();
  labels.draw();
  tip.place();
  await pause();
  await state.read();
  atlas.dataset['state'] = 'ready';
}

/** The papers: of a small map in its picture, of a large one in files. */
async function pointsOf(atlas: HTMLElement, links: readonly SVGAElement[]): Promise<Points> {
  const { points, titles = '', ids = '', papers = '', count = '0' } = atlas.dataset;
  return points === undefined
    ? pointsOfChart(links, document.querySelector('.regions') ?? document)
    : fetchPoints({ points, titles, ids, papers }, Number(count));
}

/** Where titles are written beside their dots. */
function titleLayer(stage: HTMLElement): HTMLElement {
  const layer = make('div', { class: 'titles', 'aria-hidden': 'true' });
  find(stage, '[data-here]', HTMLElement).before(layer);
  return layer;
}

function tipIn(atlas: HTMLElement, points: Points, camera: Camera, legend: Legend): Tip {
  const parts = {
    here: find(atlas, '[data-here]', HTMLAnchorElement),
    tip: find(atlas, '[data-tip]', HTMLElement),
    status: find(atlas, '[data-status]', HTMLElement),
  };
  return new Tip(parts, points, camera, (paper) => {
    const topics = [...(points.topicsOf[paper] ?? [])].map((at) => legend.topicLabels[at]);
    // A region may be named after a topic.
    return [...new Set([legend.regionLabels[points.regionOf[paper] ?? 0], ...topics])].join(' · ');
  });
}

/** What readers do with keys, a pointer and the buttons; screen readers hear that the picture has keys of its own. */
function followReader(
  atlas: HTMLElement,
  stage: HTMLElement,
  camera: Camera,
  points: Points,
  tip: Tip,
  { allowed }: ShownPapers,
): void {
  const status = find(atlas, '[data-status]', HTMLElement);
  const zoomed = (): void => {
    status.textContent = viewInWords(camera, points);
  };
  followKeys(stage, camera, points, tip, allowed, zoomed);
  followPointer(stage, camera, points, tip, allowed);
  followButtons(find(atlas, '[data-zoom]', HTMLElement), camera, zoomed);
  addEventListener('beforeprint', () => camera.whole());
  stage.tabIndex = 0;
  stage.setAttribute('role', 'application');
  stage.setAttribute('aria-label', stage.dataset['label'] ?? '');
  stage.setAttribute('aria-describedby', 'map-help');
}

function canvasDots(
  atlas: HTMLElement,
  stage: HTMLElement,
  points: Points,
  camera: Camera,
  legend: HTMLElement,
): Dots {
  const canvas = make('canvas');
  const faded = make('i', { class: 'faded' });
  stage.append(faded);
  find(stage, '.chart', SVGSVGElement).after(canvas);
  atlas.classList.add('drawn');
  const swatches = [...legend.querySelectorAll('button[data-region] i')];
  return new CanvasDots(canvas, points, camera, swatches, faded);
}

function followButtons(zoom: HTMLElement, camera: Camera, zoomed: () => void): void {
  for (const button of zoom.querySelectorAll('button')) {
    const by = Number(button.dataset['by']);
    button.addEventListener('click', () => {
      if (by === 0) camera.whole();
      else camera.zoomBy(by);
      zoomed();
    });
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
