import { describe, expect, it } from 'vitest';
import { chartNames, sampleDots } from '../../src/map/chart.ts';
import { mapFiles } from '../../src/map/files.ts';
import { makeMap } from '../../src/map/make.ts';
import { extent, inkCount, mostRegions } from '../../src/map/archive-map.ts';
import { makeNamer } from '../../src/map/naming.ts';
import { shardSize, unpackMap } from '../../src/map/packed.ts';
import { nameRegions, shortName } from '../../src/map/region-names.ts';
import { squareAt } from '../../src/map/squares.ts';
import { findSimilar } from '../../src/related/related.ts';
import type { Settled, SimilarityDocument } from '../../src/related/similarity.ts';
import { paper } from '../archive/paper.ts';
import { themedPapers, themeTopics } from './island.ts';

const settledOf = (some: readonly SimilarityDocument[]): Settled => findSimilar(some).settled;
const papers = themedPapers(40);
const archive = { papers, topics: themeTopics };
const map = makeMap(archive, settledOf(papers));

describe('a map', () => {
  it('has every paper once, in the file and in the regions', () => {
    const ids = papers.map(({ id }) => id).toSorted();
    expect(map.papers.map(({ id }) => id).toSorted()).toEqual(ids);
    expect(map.regions.flatMap((region) => region.papers).toSorted((a, b) => a - b)).toEqual([
      ...papers.keys(),
    ]);
    expect(map.positions).toHaveLength(papers.length * 2);
  });

  it('is the same for the same archive', () => {
    expect(makeMap(archive, settledOf(papers))).toEqual(map);
  });

  it('names its regions after the topics that are at home there', () => {
    const some = papers.toReversed();
    const names = makeMap({ ...archive, papers: some }, settledOf(some)).regions.map(
      ({ name }) => name,
    );
    for (const { label } of themeTopics) expect(names.join('; ')).toContain(label);
    expect(new Set(names).size).toBe(names.length);
  });

  it('tells each paper’s topic', () => {
    for (const [at, { id }] of map.papers.entries())
      expect(id).toContain(map.topics[map.topicsOf[at]?.[0] ?? -1]?.id);
    expect(map.topics.map(({ count }) => count)).toEqual([40, 40, 40]);
  });

  it('sets papers without a topic apart, last in the legend', () => {
    const some = [...papers.slice(0, 20), paper({ id: 'lost', title: 'Lost and Found' })];
    const {
      topics,
      topicsOf,
      papers: all,
    } = makeMap({ ...archive, papers: some }, settledOf(some));
    expect(topics.at(-1)).toMatchObject({ id: 'unsorted', count: 1 });
    expect(topicsOf[all.findIndex(({ id }) => id === 'lost')]).toEqual(
      Uint8Array.of(topics.length - 1),
    );
  });

  it('counts a paper in each of its topics, as their pages do', () => {
    const both = [
      { topic: 'bells', byHand: false, score: 3, terms: [] },
      { topic: 'moths', byHand: false, score: 2, terms: [] },
    ];
    const some = papers.map((one, at) => (at === 0 ? { ...one, topics: both } : one));
    const { topics } = makeMap({ ...archive, papers: some }, settledOf(some));
    expect(topics.map(({ count }) => count)).toEqual([39, 41, 41]);
  });

  it('tells its regions apart by ink and shape, and papers by their region', () => {
    const looks = map.regions.map(({ ink, shape }) => `${ink} ${shape}`);
    expect(new Set(looks).size).toBe(looks.length);
    expect(looks.length).toBeLessThanOrEqual(mostRegions);
    for (const { ink } of map.regions) expect(ink).toBeLessThan(inkCount);
    for (const [at, region] of map.regions.entries())
      for (const one of region.papers) expect(map.regionOf[one]).toBe(at);
  });

  it.each([0, 1, 2])('can be drawn of %d papers', (count) => {
    const some = papers.slice(0, count);
    const small = makeMap({ ...archive, papers: some }, settledOf(some));
    expect(small.papers).toHaveLength(count);
    expect(small.regions.flatMap((region) => region.papers)).toHaveLength(count);
  });
});

describe('names of the picture', () => {
  it('are those of the map, inside its border', () => {
    const names = chartNames(map);
    expect(names.map(({ label }) => label.text)).toEqual(map.labels.map(({ text }) => text));
    for (const { label } of names) {
      expect(label.x).toBeGreaterThan(0);
      expect(label.x).toBeLessThan(extent);
    }
    expect(names.some(({ short, full }) => short.at && full.from === 1)).toBe(true);
  });

  it.each([
    [0, 0, 'A1'],
    [0.99, 0.99, 'H8'],
    [1, 0.5, 'H5'],
    [0.3, 0.1, 'C1'],
  ])('stand in squares: %d, %d is %s', (x, y, square) => {
    expect(squareAt(x, y)).toBe(square);
  });
});

describe('a sample of the dots', () => {
  it('has each paper of a small map, by ink', () => {
    const dots = [...sampleDots(map).values()].join('');
    expect(dots.match(/h0/g)).toHaveLength(papers.length);
  });
});

describe('the files of a large map', () => {
  const { points, titles, contents } = mapFiles(map);
  const packed = contents.get(points);
  if (!(packed instanceof Uint8Array)) throw new TypeError('no positions');
  const { names = [] } = unpackMap(packed.buffer, papers.length) ?? {};

  it('hold every title where the page looks for it', () => {
    for (const [at, { id, title }] of map.papers.entries()) {
      const shard = contents.get(`${titles}${names[Math.floor(at / shardSize)] ?? ''}.json`);
      expect(typeof shard).toBe('string');
      const rows: unknown = JSON.parse(String(shard));
      expect(rows).toHaveProperty(String(at % shardSize), [id, title, '', '']);
    }
    expect(names).toHaveLength(1);
  });

  it('are named anew when a title changes', () => {
    const renamed = map.papers.map((one, at) => (at === 3 ? { ...one, title: 'Another' } : one));
    expect(mapFiles({ ...map, papers: renamed }).points).not.toBe(points);
    expect(mapFiles({ ...map }).points).toBe(points);
  });
});

describe('a map that grows', () => {
  const all = themedPapers(420).map((one, at, { length }) => ({ one, at: (at * 541) % length }));
  // Of all themes at any time, newest first.
  const grown = all.toSorted((a, b) => a.at - b.at).map(({ one }) => one);
  const before = grown.slice(40);
  const [one, two] = [before, grown].map((some) =>
    makeMap({ ...archive, papers: some }, settledOf(some)),
  );
  if (!one || !two) throw new Error('no maps');

  it('leaves every paper where it is, and its coasts, names and inks', () => {
    const placesOf = ({ papers: some, positions }: typeof one) =>
      new Map(some.map(({ id }, at) => [id, [positions[at * 2], positions[at * 2 + 1]]]));
    const places = placesOf(two);
    for (const [id, place] of placesOf(one)) expect(places.get(id)).toEqual(place);
    expect(two.contours).toEqual(one.contours);
    expect(two.labels).toEqual(one.labels);
    expect(two.regions.map(({ ink }) => ink)).toEqual(one.regions.map(({ ink }) => ink));
    expect(two.regions.flatMap(({ papers: some }) => some).toSorted((a, b) => a - b)).toEqual([
      ...grown.keys(),
    ]);
  });

  it('puts new papers among those that they are like', () => {
    const themeOf = (at: number): string => two.papers[at]?.id.split('-')[0] ?? '';
    const isNew = two.papers.map((paper) => grown.indexOf(paper) < 40);
    const news = [...two.papers.keys()].filter((at) => isNew[at]);
    const right = news.filter((at) => {
      const away = (other: number): number =>
        Math.hypot(
          (two.positions[at * 2] ?? 0) - (two.positions[other * 2] ?? 0),
          (two.positions[at * 2 + 1] ?? 0) - (two.positions[other * 2 + 1] ?? 0),
        );
      const old = [...two.papers.keys()].filter((other) => !isNew[other]);
      const nearest = old.reduce((best, other) => (away(other) < away(best) ? other : best));
      return themeOf(nearest) === themeOf(at);
    });
    expect(news).toHaveLength(40);
    expect(right.length).toBeGreaterThan(35);
  });

  it('keeps the files of titles, but for the last', () => {
    const [old, now] = [mapFiles(one).contents, mapFiles(two).contents];
    const gone = [...old.keys()].filter((name) => !now.has(name));
    expect(gone.filter((name) => name.startsWith('titles-'))).toHaveLength(1);
  });
});

describe('the name of a region', () => {
  it('covers more of its papers than of others, by two topics where one is too little', () => {
    const half = themedPapers(20);
    const groups = [[...Array(40).keys()], [...Array(20).keys()].map((at) => at + 40)];
    const names = nameRegions(makeNamer(half), groups, half, themeTopics);
    expect(names[0]).toMatch(/rivers.*bells|bells.*rivers/);
    expect(names[1]).toBe('All about moths');
  });

  it.each([
    ['Reasoning & mathematics', [], 'Reasoning'],
    ['Safety, security & adversarial robustness', [], 'Safety'],
    ['Computer vision', [], 'Computer vision'],
    ['ML & systems', [], 'ML & systems'],
    ['Graphs & trees', ['Graphs, language'], 'Graphs & trees'],
  ])('%s is short where there is little room', (name, others, short) => {
    expect(shortName(name, [name, ...others])).toBe(short);
  });
});

describe('words that name a group', () => {
  const namer = makeNamer(papers);
  const group = [...Array(40).keys()];

  it('are its own, as a reader writes them, and say no word twice', () => {
    const terms = namer.terms(group, 3);
    expect(terms).toHaveLength(3);
    for (const term of terms)
      expect(['river', 'delta', 'sediment', 'flood plain', 'estuary', 'tidal gauge']).toContain(
        term.replace(/s$/, ''),
      );
    expect(new Set(terms).size).toBe(3);
  });

  it('go on where the phrase goes on, and keep capitals of names', () => {
    const same = Array.from({ length: 12 }, (_, at) => ({
      id: String(at),
      title: at < 6 ? 'Visual Question Answering with SQuAD' : `Weaving ${at}`,
      text: at < 6 ? 'Questions.' : 'Looms.',
    }));
    const [term] = makeNamer(same).terms([0, 1, 2, 3, 4, 5], 1);
    expect(term).toBe('visual question answering');
    expect(makeNamer(same).terms([0, 1, 2, 3, 4, 5], 5)).toContain('SQuAD');
  });

  it('are none for a group that says what all say', () => {
    expect(namer.terms([...papers.keys()], 2)).toEqual([]);
  });
});
