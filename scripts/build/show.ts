/** Shows a build: one line on a terminal, a line per stage when the output is piped. */
import { duration, estimate } from '../../src/progress/estimate.ts';
import type { Stage, Step } from '../../src/progress/steps.ts';
import { progressLine } from '../progress.ts';

const things: Readonly<Record<Stage, readonly [noun: string, verb: string]>> = {
  content: ['paper', 'read'],
  pages: ['page', 'made'],
  index: ['paper', 'indexed'],
  offline: ['file', 'kept for offline reading'],
};

const count = (number: number): string => number.toLocaleString('en');

/** What is counted, e.g. `1 paper indexed`. */
function counted({ stage, total }: Step, of = ''): string {
  const [noun, verb] = things[stage];
  return `${of}${count(total)} ${noun}${total === 1 ? '' : 's'} ${verb}`;
}

/** The line of progress; `since` is seconds since the stage began. */
function lineOf(step: Step, since: number): string {
  const { share, left } = estimate(step, since);
  const of = step.total > 0 ? `, ${counted(step, `${count(step.done)} of `)}` : '';
  const time = left === undefined ? '' : `, about ${duration(Math.ceil(left))} left`;
  return `Building: ${Math.floor(share * 100)} %${of}${time}`;
}

export interface BuildView {
  step(step: Step): void;
  end(): void;
}

/** @param now milliseconds on a clock that only goes forward */
export function showBuild(now: () => number = () => performance.now()): BuildView {
  const line = progressLine();
  let stage: Stage | undefined;
  let began = now();
  return {
    step: (step) => {
      if (step.stage !== stage) {
        stage = step.stage;
        began = now();
      }
      const seconds = (now() - began) / 1000;
      line.show(lineOf(step, seconds));
      if (process.stdout.isTTY || step.total === 0 || step.done < step.total) return;
      process.stdout.write(`${counted(step)} in ${duration(seconds)}\n`);
    },
    end: () => line.clear(),
  };
}
