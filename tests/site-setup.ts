/** Builds the founding archive once under `/` and once under `/repo/`, for all tests that look at it. */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { chromiumPath } from './chromium.ts';
import { makeProject } from './project.ts';
import { serve, type StaticServer } from './server.ts';

export interface BuiltSite {
  readonly base: string;
  readonly folder: string;
  readonly url: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    sites: readonly BuiltSite[];
  }
}

export default async function setup(context: TestProject): Promise<() => Promise<void>> {
  chromiumPath();
  const project = await makeProject('site', 'founding');
  const sites: BuiltSite[] = [];
  const servers: StaticServer[] = [];
  for (const [base, name] of [
    ['/', 'dist-root'],
    ['/repo/', 'dist-repo'],
  ] as const) {
    const { code, stdout, stderr } = await project.build(base);
    if (code !== 0) throw new Error(`The build under ${base} failed.\n${stdout}\n${stderr}`);
    const folder = join(project.root, name);
    await cp(project.dist, folder, { recursive: true });
    const server = await serve(folder, base);
    servers.push(server);
    sites.push({ base, folder, url: server.url });
  }
  context.provide('sites', sites);
  return async () => {
    for (const server of servers) await server.close();
  };
}
