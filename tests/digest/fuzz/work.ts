/** How much work something is: counted, so that it does not depend on the machine. */
import { Session } from 'node:inspector/promises';

/** Counts calls of functions. */
export interface Counter {
  /**
   * Calls of functions of ours and of packages while something runs. What one call of the engine does (an expression,
   * `slice`) counts as nothing: that expressions are linear, `npm run lint` sees to.
   */
  callsIn(run: () => void): Promise<number>;
  close(): void;
}

/** Begins to count; code runs slower until `close`. */
export async function openCounter(): Promise<Counter> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  const take = async (): Promise<number> => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    let calls = 0;
    for (const { url, functions } of result) {
      if (!url.includes('/') || url.startsWith('node:')) continue;
      for (const { ranges } of functions) calls += ranges[0]?.count ?? 0;
    }
    return calls;
  };
  return {
    async callsIn(run) {
      await take();
      run();
      return take();
    },
    close: () => session.disconnect(),
  };
}
