/** Delivers messages to a server by SMTP. */
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Delivery, Envelope, Postman } from './send.ts';
import type { Server } from './server.ts';

export interface SmtpOptions {
  readonly server: Server;
  /** Milliseconds for which an answer is waited for. */
  readonly timeout: number;
}

/** What is known of a failure. Its message is never told: servers repeat addresses in theirs. */
interface Failure {
  readonly code: string;
  /** What the server answered, if it did: 550. */
  readonly answer: number;
  readonly command: string;
  readonly isTls: boolean;
}

function failureOf(error: Error): Failure {
  const text = (name: string): string => {
    const value: unknown = Object.entries(error).find(([key]) => key === name)?.[1];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const [code, original] = [text('code'), text('originalCode')];
  return {
    code: original === '' ? code : original,
    answer: Number(text('responseCode')) || 0,
    command: text('command'),
    isTls:
      code === 'ETLS' ||
      /CERT|TLS|SSL|ALTNAME/.test(original) ||
      /certificate|\bSSL|\bTLS/i.test(error.message),
  };
}

const isPermanent = ({ answer }: Failure): boolean => answer >= 500 && answer < 600;
const isPassing = ({ answer }: Failure): boolean => answer >= 400 && answer < 500;

/** What a server said, without its words. */
const said = ({ answer, code, command }: Failure): string =>
  [answer > 0 ? `the server answered ${answer}` : `the connection failed (${code || 'unknown'})`]
    .concat(command === '' || command === 'CONN' ? [] : [`to ${command}`])
    .join(' ');

/** A failure before any message: nobody gets any over this server, now or ever. */
function withoutConnection(failure: Failure): Delivery {
  const why = failure.isTls
    ? `TLS does not come about, or its certificate is not one to be trusted (${failure.code || 'ETLS'})`
    : failure.code === 'EAUTH' || failure.command.startsWith('AUTH')
      ? `it does not take name and password (${failure.answer || failure.code})`
      : said(failure);
  const lasts = failure.isTls || isPermanent(failure) || failure.code === 'ENOAUTH';
  return { kind: lasts ? 'stop' : 'down', why };
}

/** Characters of a message that go out at once. */
const chunk = 16_384;

/** One connection, kept from message to message as long as all goes well. */
export class SmtpPostman implements Postman {
  readonly #options: SmtpOptions;
  #open: SMTPConnection | undefined;

  constructor(options: SmtpOptions) {
    this.#options = options;
  }

  async deliver(envelope: Envelope, message: Buffer, onData: () => void): Promise<Delivery> {
    const isOld = this.#open !== undefined;
    let connection = this.#open;
    if (connection === undefined) {
      try {
        connection = await this.#connect();
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        return withoutConnection(failureOf(error));
      }
    }
    const delivery = await this.#send(connection, envelope, message, onData);
    if (delivery.kind === 'sent') return delivery;
    this.close();
    // Servers close what was long idle or has done enough: that is nobody's fault.
    return isOld && delivery.kind === 'down' ? this.deliver(envelope, message, onData) : delivery;
  }

  close(): void {
    this.#open?.quit();
    this.#open?.close();
    this.#open = undefined;
  }

  #connect(): Promise<SMTPConnection> {
    const { server, timeout } = this.#options;
    const { host, port, secure, requireTls, login } = server;
    const connection = new SMTPConnection({
      host,
      port,
      secure,
      requireTLS: requireTls,
      // On this machine, what it offers is not worth a certificate.
      ignoreTLS: !secure && !requireTls,
      connectionTimeout: timeout,
      greetingTimeout: timeout,
      socketTimeout: timeout,
      dnsTimeout: timeout,
      socketCloseTimeout: 0,
      tls: { minVersion: 'TLSv1.2' },
    });
    return new Promise((resolve, reject) => {
      // Also later: a connection that breaks between two messages is noticed at the next one.
      connection.on('error', (error: Error) => {
        reject(error);
        if (this.#open === connection) this.#open = undefined;
      });
      connection.once('end', () => {
        reject(Object.assign(new Error('closed'), { code: 'ECONNECTION' }));
        if (this.#open === connection) this.#open = undefined;
      });
      connection.connect((error) => {
        if (error) return reject(error);
        const done = (failed?: Error | null): void => {
          if (failed) {
            reject(failed);
            return connection.close();
          }
          this.#open = connection;
          resolve(connection);
        };
        if (login === undefined) return done();
        connection.login({ user: login.user, pass: login.pass }, done);
      });
    });
  }

  #send(
    connection: SMTPConnection,
    { from, to }: Envelope,
    message: Buffer,
    onData: () => void,
  ): Promise<Delivery> {
    const state: { begun: boolean; whole: boolean; failed?: unknown } = {
      begun: false,
      whole: false,
    };
    function* bytes(): Generator<Buffer> {
      // Asked for when the server has said that it waits for the message, and no sooner.
      try {
        onData();
      } catch (error) {
        state.failed = error;
        throw error;
      }
      state.begun = true;
      for (let at = 0; at < message.length; at += chunk) {
        state.whole = at + chunk >= message.length;
        yield message.subarray(at, at + chunk);
      }
    }
    const source = Readable.from(bytes(), { objectMode: false, highWaterMark: 1 });
    return new Promise((resolve, reject) => {
      connection.send({ from, to: [to], size: message.length }, source, (error) => {
        if (state.failed !== undefined) reject(state.failed);
        else resolve(error ? outcome(failureOf(error), state) : { kind: 'sent' });
      });
    });
  }
}

function outcome(
  failure: Failure,
  { begun, whole }: { readonly begun: boolean; readonly whole: boolean },
): Delivery {
  const why = said(failure);
  if (isPassing(failure)) return { kind: 'later', why };
  if (isPermanent(failure))
    return failure.command === 'MAIL FROM' ? { kind: 'stop', why } : { kind: 'refused', why };
  // Such as one that is larger than the server takes, or an address that it has no letters for.
  if (!begun && /^(?:EMESSAGE|EENVELOPE)$/.test(failure.code)) return { kind: 'refused', why };
  // A message whose end was not sent is none. One whose end was may have been taken.
  return whole ? { kind: 'doubt', why } : { kind: 'down', why };
}
