import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { behaves, isAccessible } from '../map-page.ts';
import { makeProject, type Project } from '../project.ts';
import { freshPage, giveBack } from '../readers.ts';
import { serve, type StaticServer } from '../server.ts';

describe('the map of a large archive', () => {
  const subjects = ['rivers', 'bells', 'moths', 'looms', 'glaciers', 'harbours', 'violins'];
  const works = ['survey', 'history', 'theory', 'measure', 'catalogue', 'model'];
  const papers = Array.from({ length: 1250 }, (_, at) => {
    const [subject, work] = [subjects[at % subjects.length], works[at % works.length]];
    return {
      title: `A ${work} of ${subject}, part ${at + 1}`,
      abstract: `This ${work} of ${subject} counts ${at} of them. It says how ${subject} sound in ${at % 31} towns.`,
    };
  });
  let project: Project;
  let server: StaticServer;
  beforeAll(async () => {
    project = await makeProject('map', {
      'archive/digests/2025-03-11-made.jsonl': papers
        .map((paper) => JSON.stringify(paper))
        .join('\n'),
    });
    const { code, stdout, stderr } = await project.build();
    if (code !== 0) throw new Error(`${stdout}\n${stderr}`);
    server = await serve(project.dist, '/');
  });
  afterAll(async () => {
    await server.close();
    await project.remove();
  });

  isAccessible(() => server.url);
  behaves(() => server.url);

  it('is drawn on a canvas, and fetches titles only where the reader is', async () => {
    const asked: string[] = [];
    const page = await freshPage();
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${server.url}map/`);
    await page.locator('[data-atlas][data-state="ready"]').waitFor();
    const inked = () =>
      page.locator('canvas').evaluate((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) return 0;
        const data =
          canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return data.filter((value, at) => at % 4 === 3 && value > 0).length;
      });
    await expect.poll(inked).toBeGreaterThan(1250);
    expect(asked.filter((path) => path.includes('/titles-'))).toEqual([]);
    await page.locator('[data-stage]').press('ArrowRight');
    await page.locator('.here[href]').waitFor();
    expect(asked.filter((path) => path.includes('/titles-'))).toHaveLength(1);
    await giveBack(page);
  });

  it('keeps its picture and its list when the data is out of reach', async () => {
    const page = await freshPage();
    await page.route('**/map/points-*', (route) => route.abort());
    await page.goto(`${server.url}map/`);
    await page.locator('[data-atlas][data-state="error"]').waitFor();
    expect(await page.locator('[data-sample]').isVisible()).toBe(true);
    expect(await page.locator('.regions li a').count()).toBeGreaterThan(5);
    await giveBack(page);
  });
});
