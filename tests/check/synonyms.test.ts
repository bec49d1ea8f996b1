import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeReport } from '../../src/check/report.ts';
import { synonymProblems } from '../../src/check/owner-files.ts';
import { formatPlace } from '../../src/diagnostics/diagnostic.ts';

describe('the synonyms of an archive', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'offprint-check-'));
    await mkdir(join(root, 'archive'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const written = (text: string) => writeFile(join(root, 'archive/synonyms.yaml'), text);

  /** The report on an archive that holds nothing else. */
  const report = async () =>
    makeReport({
      digests: {
        digests: [],
        dialect: { whole: new Map(), starts: [], fields: new Map() },
        spoken: '',
        keys: new Map(),
        problems: [],
      },
      entries: { entries: [], unreadable: [], removed: new Set(), problems: [] },
      accounts: [],
      records: new Map(),
      plan: { writes: [], placements: [], edited: [], problems: [] },
      topics: { ids: [], problems: await synonymProblems(root) },
    });

  it('need not be there', async () => {
    expect(await report()).toMatchObject({ ok: true, problems: [] });
  });

  it('are in order', async () => {
    await written('- [RLHF, reinforcement learning from human feedback]\n');
    expect((await report()).ok).toBe(true);
  });

  it('have a mistake, and the report says where', async () => {
    await written('# Names\n- [tea, chai]\n- [cup, "!"]\n');
    const { ok, problems } = await report();
    expect(ok).toBe(false);
    expect(problems.map(({ code, where }) => `${formatPlace(where)} ${code}`)).toEqual([
      'archive/synonyms.yaml:3:9 synonyms/schema',
    ]);
  });
});
