/** Delivering over SMTP to a real server, and what is made of all that may go wrong. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readServer, type Server } from '../../src/mail/server.ts';
import { SmtpPostman } from '../../src/mail/smtp.ts';
import { serveMail, type MailServer } from './mail-server.ts';

let server: MailServer;
const postmen: SmtpPostman[] = [];
beforeAll(async () => {
  server = await serveMail();
});
afterEach(() => {
  for (const postman of postmen.splice(0)) postman.close();
  server.fault = () => undefined;
  server.taken.length = 0;
});
afterAll(() => server.close());

function postman(more: Partial<Server> = {}, timeout = 5000): SmtpPostman {
  const found = readServer(`smtp://127.0.0.1:${server.port}`, { plain: false });
  if (typeof found === 'string') throw new Error(found);
  const made = new SmtpPostman({ server: { ...found, ...more }, timeout });
  postmen.push(made);
  return made;
}

const message = Buffer.from(`Subject: x\r\n\r\n${'A line of it.\r\n'.repeat(5000)}.\r\n`);

interface Tried {
  readonly kind: string;
  /** Calls of `onData`. */
  readonly begun: number;
  readonly why?: string;
}

async function tryOnce(to: string, by = postman(), bytes = message): Promise<Tried> {
  let begun = 0;
  const envelope = { from: 'tea@tea.example', to };
  const delivery = await by.deliver(envelope, bytes, () => (begun += 1));
  return { ...delivery, begun };
}

describe('SmtpPostman', () => {
  it('delivers messages byte for byte over one connection', async () => {
    const by = postman();
    let connections = 0;
    server.fault = (stage) => {
      connections += stage === 'connect' ? 1 : 0;
      return undefined;
    };
    expect(await tryOnce('ada@x.example', by)).toEqual({ kind: 'sent', begun: 1 });
    expect(await tryOnce('bo@x.example', by)).toEqual({ kind: 'sent', begun: 1 });
    expect(server.taken.map(({ to, from }) => [from, to])).toEqual([
      ['tea@tea.example', 'ada@x.example'],
      ['tea@tea.example', 'bo@x.example'],
    ]);
    expect(server.taken.every((it) => it.message.equals(message))).toBe(true);
    expect(connections).toBe(1);
  });

  it.each([
    ['rcpt', { code: 550 }, 'refused', 0],
    ['rcpt', { code: 450 }, 'later', 0],
    ['mail', { code: 550 }, 'stop', 0],
    ['mail', { code: 451 }, 'later', 0],
    ['data', { code: 554 }, 'refused', 1],
    ['data', { code: 452 }, 'later', 1],
    ['connect', { code: 554 }, 'stop', 0],
    ['connect', { code: 421 }, 'down', 0],
    ['connect', 'drop', 'down', 0],
    ['mail', 'drop', 'down', 0],
    ['rcpt', 'drop', 'down', 0],
    ['taken', 'drop', 'doubt', 1],
    ['answered', 'drop', 'sent', 1],
  ] as const)('at %s, %j is %s', async (stage, fault, kind, begun) => {
    server.fault = (at) => (at === stage ? fault : undefined);
    const tried = await tryOnce('ada@x.example');
    expect(tried).toMatchObject({ kind, begun });
    expect(tried.why ?? '').not.toMatch(/@|ada|not for/);
    server.fault = () => undefined;
    expect(await tryOnce('ada@x.example')).toMatchObject({ kind: 'sent' });
  });

  it('knows that a message was not sent whose middle was never taken', async () => {
    // More than the buffers of both ends hold.
    const long = Buffer.concat(Array.from({ length: 200 }, () => message));
    server.fault = (stage) => (stage === 'body' ? 'drop' : undefined);
    expect(await tryOnce('ada@x.example', postman(), long)).toMatchObject({
      kind: 'down',
      begun: 1,
    });
    expect(server.taken).toEqual([]);
  });

  it('goes on over a new connection where the server has closed an idle one', async () => {
    const by = postman();
    expect(await tryOnce('ada@x.example', by)).toMatchObject({ kind: 'sent' });
    let first = true;
    server.fault = (stage) => {
      if (stage !== 'mail' || !first) return undefined;
      first = false;
      return 'drop';
    };
    expect(await tryOnce('bo@x.example', by)).toEqual({ kind: 'sent', begun: 1 });
  });

  it('sends no byte of a message whose intent cannot be recorded', async () => {
    const full = new Error('the disk is full');
    const envelope = { from: 'tea@tea.example', to: 'ada@x.example' };
    const sending = postman().deliver(envelope, message, () => {
      throw full;
    });
    await expect(sending).rejects.toBe(full);
    expect(server.taken).toEqual([]);
  });

  it('does not wait for ever for a server that says nothing', async () => {
    server.fault = (stage) => (stage === 'rcpt' ? new Promise(() => undefined) : undefined);
    expect(await tryOnce('ada@x.example', postman({}, 300))).toMatchObject({ kind: 'down' });
    server.fault = (stage) => (stage === 'taken' ? new Promise(() => undefined) : undefined);
    expect(await tryOnce('ada@x.example', postman({}, 300))).toMatchObject({ kind: 'doubt' });
  });

  it('takes no certificate that nobody vouches for, and says no word without TLS', async () => {
    expect(await tryOnce('ada@x.example', postman({ requireTls: true }))).toMatchObject({
      kind: 'stop',
      why: expect.stringContaining('certificate'),
    });
    const bare = await serveMail({ disabledCommands: ['STARTTLS'] });
    const by = postman({ requireTls: true, port: bare.port, login: { user: 'a', pass: 'right' } });
    expect(await tryOnce('ada@x.example', by)).toMatchObject({ kind: 'stop' });
    expect(bare.logins).toEqual([]);
    await bare.close();
    const whole = await serveMail({ secure: true });
    const secure = postman({ secure: true, port: whole.port });
    expect(await tryOnce('ada@x.example', secure)).toMatchObject({ kind: 'stop' });
    await whole.close();
    expect([...server.taken, ...bare.taken, ...whole.taken]).toEqual([]);
  });

  it('stops where name and password are not taken', async () => {
    const own = await serveMail({ allowInsecureAuth: true });
    const wrong = postman({ port: own.port, login: { user: 'tea', pass: 'wrong' } });
    expect(await tryOnce('ada@x.example', wrong)).toMatchObject({
      kind: 'stop',
      why: expect.stringContaining('name and password'),
    });
    const right = postman({ port: own.port, login: { user: 'tea', pass: 'right' } });
    expect(await tryOnce('ada@x.example', right)).toMatchObject({ kind: 'sent' });
    await own.close();
  });

  it('says that nobody is there', async () => {
    const own = await serveMail();
    await own.close();
    expect(await tryOnce('ada@x.example', postman({ port: own.port }))).toMatchObject({
      kind: 'down',
      begun: 0,
    });
  });
});
