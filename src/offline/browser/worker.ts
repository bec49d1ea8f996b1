/** Talks to the service worker. */
import { withBase } from '../../base.ts';
import type { OfflineState, Request, Told } from '../messages.ts';
import { allow } from './consent.ts';

const scope = withBase('');

const isTold = (value: unknown): value is Told =>
  typeof value === 'object' && value !== null && 'type' in value;

/** The worker; it is registered where it was not yet. */
async function registered(): Promise<ServiceWorker | null> {
  const { serviceWorker } = navigator;
  if ((await serviceWorker.getRegistration(scope)) === undefined)
    await serviceWorker.register(`${scope}sw.js`, { scope, updateViaCache: 'none' });
  return (await serviceWorker.ready).active;
}

function send(worker: ServiceWorker, asked: Request): Promise<OfflineState> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data }: MessageEvent<OfflineState>) => {
      resolve(data);
      port1.close();
    });
    port1.addEventListener('messageerror', reject);
    port1.start();
    worker.postMessage(asked, [port2]);
  });
}

/** What is kept; undefined if nothing is, because there is no worker yet. */
export async function offlineState(): Promise<OfflineState | undefined> {
  const worker = (await navigator.serviceWorker.getRegistration(scope))?.active;
  return worker ? send(worker, { type: 'state' }) : undefined;
}

/** Has the worker do something, and answers when it is done or has failed. */
export async function tell(asked: Request): Promise<OfflineState | undefined> {
  allow(asked.type !== 'clear');
  const worker = await registered();
  return worker ? send(worker, asked) : undefined;
}

/** Has the worker go on with what is not there yet. */
export async function goOn(): Promise<void> {
  (await navigator.serviceWorker.getRegistration(scope))?.active?.postMessage({ type: 'opened' });
}

/** Calls back whenever something more is there. */
export function onState(show: (state: OfflineState) => void): void {
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isTold(data) && data.type === 'offline') show(data.state);
  });
}
