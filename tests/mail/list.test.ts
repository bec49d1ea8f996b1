import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenFor, findingIn, topicNames, unknownTopics } from '../../src/mail/chosen.ts';
import { digestsMeant } from '../../src/mail/digests.ts';
import { parseList, type Recipient } from '../../src/mail/list.ts';
import { holdsPassword, readServer } from '../../src/mail/server.ts';
import { readSettings } from '../../src/mail/settings.ts';
import { runs } from '../runs.ts';
import { papers, searchOver } from '../search/tea-archive.ts';

const text = `# who reads
ada@x.example
bo@x.example; topic=robotics; topic="Machine learning" ; query="world models" -survey author:"A; B"

ADA@x.example;query = tea
`;

describe('parseList', () => {
  it('reads what recipients want, an address on two lines as one', () => {
    const { recipients, problems } = parseList('list.txt', text);
    expect(problems).toEqual([]);
    expect(recipients).toMatchObject([
      {
        address: 'ada@x.example',
        line: 2,
        wishes: [{ topics: [] }, { queries: [{ text: 'tea', line: 5, column: 23 }] }],
      },
      {
        address: 'bo@x.example',
        wishes: [
          {
            topics: [{ text: 'robotics', line: 3, column: 21 }, { text: 'Machine learning' }],
            queries: [{ text: '"world models" -survey author:"A; B"' }],
          },
        ],
      },
    ]);
  });

  it.each([
    ['ada', 1, 1, 'it does not begin with an address'],
    ['\n  ; topic=a', 2, 3, 'it does not begin with an address'],
    ['ada@x.example; topics=a', 1, 16, 'it is neither `topic=` nor `query=`'],
    ['ada@x.example; a', 1, 16, 'it is neither `topic=` nor `query=`'],
    ['ada@x.example; query=""', 1, 16, '`query=` says nothing'],
  ])('tells what is wrong with %j, and where', (row, line, column, why) => {
    const { problems } = parseList('list.txt', row);
    expect(problems).toMatchObject([
      { code: 'mail/list', where: { file: 'list.txt', line, column } },
    ]);
    expect(problems[0]?.what).toContain(why);
  });

  it('names no address, whatever the list holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (odd) => {
        const { problems, recipients } = parseList('list', `secret.name@x.example${odd}\n`);
        expect(JSON.stringify(problems)).not.toContain('secret.name');
        expect(recipients.length).toBeLessThanOrEqual(odd.split(/[\r\n]/).length);
      }),
      runs(300),
    );
  });
});

describe('chosenFor', () => {
  const [digest] = [{ id: '2025-03-11-tea' }];
  const listed = papers.slice(0, 6);
  const archive = { topics: [{ id: 'leaves', label: 'Tea leaves', description: '', papers: [] }] };
  const names = topicNames(archive);
  const recipient = (row: string): Pick<Recipient, 'wishes'> => {
    const [first] = parseList('list', `a@x.example;${row}`).recipients;
    if (first === undefined) throw new Error(row);
    return first;
  };
  /** As much of a digest as choosing looks at. */
  const issue = {
    papers: listed.map(({ id, topics }) => ({
      paper: { id, topics: topics.map((topic) => ({ topic })) },
    })),
  };
  const { engine } = searchOver();
  // The made-up archive has no digests: the search is asked without that filter.
  const find = async (query: string) => {
    const answer = await engine.search({
      query,
      verbatim: true,
      sort: 'relevance',
      filters: { topic: [], year: [], digest: [], venue: [], tag: [], code: [], note: [] },
    });
    return new Set((await answer.hits(answer.whole ?? answer.total)).map(({ id }) => id));
  };

  it.each([
    ['', listed.map(({ id }) => id)],
    ['topic=leaves', ['oolong', 'lffh']],
    ['topic=TEA LEAVES; query=pouchong', ['oolong']],
    ['query="leaf feedback" -oolong', ['kettle', 'leaf-feedback']],
    ['query=author:Łeafski', ['kettle', 'oolong']],
    ['query=nothingofthiskind', []],
  ])('%j', async (row, ids) => {
    expect([...(await chosenFor(recipient(row), issue, names, find))]).toEqual(ids);
  });

  it('says which topics there are not', () => {
    const list = [recipient('topic=leafs'), recipient('topic=leaves')];
    expect(unknownTopics('list.txt', list, names)).toMatchObject([
      { code: 'mail/topic', where: { file: 'list.txt', line: 1, column: 19 } },
    ]);
  });

  it('narrows the site’s search to the digest', async () => {
    const found = await findingIn(engine, digest?.id ?? '')('oolong');
    expect([...found]).toEqual([]);
  });
});

describe('digestsMeant', () => {
  const ids = ['2025-03-10-tea', '2025-03-11-coffee', '2025-03-11-tea', '2025-03-11-tea-2'];

  it.each([
    [['latest'], ids.slice(1)],
    [['latest:tea'], ['2025-03-11-tea']],
    [
      ['2025-03-10-tea', 'latest:coffee'],
      ['2025-03-10-tea', '2025-03-11-coffee'],
    ],
  ])('%j', (asked, found) => {
    expect(digestsMeant(asked, ids)).toEqual({ found, unknown: [] });
  });

  it('says what means none', () => {
    expect(digestsMeant(['latest:milk', 'x'], ids).unknown).toEqual(['latest:milk', 'x']);
    expect(digestsMeant(['latest'], []).unknown).toEqual(['latest']);
  });
});

describe('readServer', () => {
  it.each([
    ['smtps://tea:a%40b@mail.x.example', { port: 465, secure: true, login: { pass: 'a@b' } }],
    ['smtp://mail.x.example', { port: 587, secure: false, requireTls: true }],
    ['smtp://localhost:2525', { port: 2525, requireTls: false }],
    ['smtp://[::1]:2525', { host: '::1', requireTls: false }],
  ])('%s', (address, server) => {
    expect(readServer(address, { plain: false })).toMatchObject(server);
  });

  it.each([
    'mail.x.example',
    'https://mail.x.example',
    'smtp://mail.x.example?tls=no',
    'smtp://tea@mail.x.example',
    'smtps://tea:%zz@mail.x.example',
  ])('says what is wrong with %s, and not what it is', (address) => {
    const why = readServer(address, { plain: false });
    expect(why).toEqual(expect.any(String));
    expect(why).not.toMatch(/zz|tea/);
  });

  it('sees passwords', () => {
    expect(['smtps://a:b@c', 'smtp://a:b@c:25', 'smtps://a:b@@c'].every(holdsPassword)).toBe(true);
    expect(['smtps://a@c:465', 'smtp://c:25', 'x'].some(holdsPassword)).toBe(false);
  });
});

describe('readSettings', () => {
  const asked = { plain: false, sends: true, hasList: true, title: 'Tea' };
  const env = {
    OFFPRINT_SITE: 'https://tea.example',
    OFFPRINT_BASE: 'archive',
    OFFPRINT_MAIL_FROM: 'tea@tea.example',
    OFFPRINT_MAIL_KEY: 'a key that is long enough',
    OFFPRINT_SMTP: 'smtps://tea:secret@mail.tea.example',
  };

  it('knows addresses of pages, and how to leave', () => {
    const read = readSettings(env, asked);
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    expect(read.settings.absolute('papers/a/')).toBe('https://tea.example/archive/papers/a/');
    expect(read.settings.leave('ada@x.example')).toEqual([
      { url: 'mailto:tea@tea.example?subject=unsubscribe' },
    ]);
    const own = readSettings(
      { ...env, OFFPRINT_MAIL_UNSUBSCRIBE: 'https://tea.example/u?{token} mailto:x@tea.example' },
      asked,
    );
    if ('problems' in own) throw new Error(JSON.stringify(own.problems));
    const [first, second] = own.settings.leave('ada@x.example');
    expect(first?.url).toMatch(/^https:\/\/tea\.example\/u\?[\w-]{43}$/);
    expect(second?.url).toBe('mailto:x@tea.example');
  });

  it('tells all that is missing or wrong at once, and nothing of what it is', () => {
    const missing = readSettings({}, asked);
    const codes = 'problems' in missing ? missing.problems.map(({ where }) => where.file) : [];
    expect(codes).toEqual([
      'OFFPRINT_SITE',
      'OFFPRINT_MAIL_FROM',
      'OFFPRINT_MAIL_KEY',
      'OFFPRINT_SMTP',
    ]);
    const wrong = readSettings(
      {
        OFFPRINT_SITE: 'ftp://secret.example',
        OFFPRINT_MAIL_FROM: 'secret',
        OFFPRINT_MAIL_KEY: 'secret',
        OFFPRINT_SMTP: 'secret',
        OFFPRINT_MAIL_UNSUBSCRIBE: 'javascript:secret',
      },
      asked,
    );
    expect('problems' in wrong && wrong.problems).toHaveLength(5);
    expect(JSON.stringify(wrong)).not.toContain('secret');
  });
});
