/** Names the slowest tests when all have run: where a suite's minutes go. */
import type { Reporter, TestModule } from 'vitest/node';

const shown = 10;

export default class Slowest implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => ({
        name: `${module.relativeModuleId} > ${test.fullName}`,
        seconds: (test.diagnostic()?.duration ?? 0) / 1000,
      })),
    );
    // A run of a few tests needs no list.
    if (tests.length < 10 * shown) return;
    const slowest = tests.toSorted((a, b) => b.seconds - a.seconds).slice(0, shown);
    const lines = slowest.map(
      ({ name, seconds }) => `  ${seconds.toFixed(1).padStart(5)} s  ${name}`,
    );
    process.stdout.write(`\nThe slowest tests:\n${lines.join('\n')}\n`);
  }
}
