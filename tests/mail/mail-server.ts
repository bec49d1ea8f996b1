/** A real SMTP server on this machine, that tests tell how to fail. */
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { certificate, privateKey } from './certificate.ts';

/** Where in a session something happens; `taken`: the server has the message, and has not said so. */
export const stages = ['connect', 'mail', 'rcpt', 'data', 'body', 'taken', 'answered'] as const;
export type Stage = (typeof stages)[number];

/** What happens there: an answer of the server's, the connection dropped, or nothing out of the ordinary. */
export type Fault = { readonly code: number; readonly text?: string } | 'drop' | undefined;

export interface MailServer {
  readonly port: number;
  /** Asked at each stage, with the recipient where one is known; may take its time. */
  fault: (stage: Stage, to: string) => Fault | Promise<Fault>;
  /** Messages that were taken, in order. */
  readonly taken: { readonly to: string; readonly from: string; readonly message: Buffer }[];
  /** Whether each connection had TLS when a message came. */
  readonly encrypted: boolean[];
  readonly logins: string[];
  close(): Promise<void>;
}

class Refused extends Error {
  readonly responseCode: number;

  constructor(code: number, text: string) {
    super(text);
    this.responseCode = code;
  }
}

/** Starts it. @param options of `smtp-server`; without, it takes everything from everybody */
export async function serveMail(options: SMTPServerOptions = {}): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const dropAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const state: Omit<MailServer, 'port' | 'close'> = {
    fault: () => undefined,
    taken: [],
    encrypted: [],
    logins: [],
  };
  const at = async (
    stage: Stage,
    to: string,
    go: (error?: Error | null) => void,
  ): Promise<void> => {
    const fault = await state.fault(stage, to);
    if (fault === 'drop') dropAll();
    else if (fault) go(new Refused(fault.code, fault.text ?? `not for <${to}>`));
    else go();
  };
  const server = new SMTPServer({
    key: privateKey,
    cert: certificate,
    authOptional: true,
    disableReverseLookup: true,
    ...options,
    onAuth({ username = '', password = '' }, _, done) {
      state.logins.push(`${username}:${password}`);
      if (password === 'right') done(null, { user: username });
      else done(new Refused(535, 'no'));
    },
    onConnect: (_, done) => void at('connect', '', done),
    onMailFrom: (_, __, done) => void at('mail', '', done),
    onRcptTo: ({ address }, _, done) => void at('rcpt', address, done),
    onData(stream, { envelope, secure }, done) {
      const to = envelope.rcptTo.map(({ address }) => address).join();
      const { mailFrom } = envelope;
      const from = mailFrom === false ? '' : mailFrom.address;
      void (async () => {
        const early = await state.fault('data', to);
        if (early === 'drop') {
          stream.resume();
          return dropAll();
        }
        stream.on('error', () => undefined);
        const begins = once(stream, 'readable').catch(() => undefined);
        if ((await begins.then(() => state.fault('body', to))) === 'drop') return dropAll();
        // Who leaves before the end has sent nothing.
        const message = await buffer(stream).catch(() => undefined);
        if (message === undefined) return;
        if (early) return done(new Refused(early.code, early.text ?? `not for <${to}>`));
        state.taken.push({ to, from, message });
        state.encrypted.push(secure);
        await at('taken', to, (error) => done(error));
        // The answer is on its way.
        await sleep(0);
        if ((await state.fault('answered', to)) === 'drop') dropAll();
      })();
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return Object.assign(state, {
    port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        dropAll();
      }),
  });
}
