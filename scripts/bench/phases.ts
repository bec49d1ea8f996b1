/** What a long bench is at: a line that changes on a terminal; where the output is piped, one for each phase. */
import { duration } from '../../src/progress/estimate.ts';
import { progressLine } from '../progress.ts';

export interface Phases {
  /** @param line the last line that the phase's command wrote */
  show(phase: string, line?: string): void;
  end(): void;
}

export function phases(): Phases {
  const progress = progressLine();
  let now = '';
  let begun = 0;
  const end = (): void => {
    progress.clear();
    const took = duration((performance.now() - begun) / 1000);
    if (now !== '' && !process.stderr.isTTY) process.stderr.write(`${now}: ${took}\n`);
    now = '';
  };
  return {
    show: (phase, line = '') => {
      if (phase !== now) {
        end();
        [now, begun] = [phase, performance.now()];
      }
      progress.show(line === '' ? phase : `${phase}: ${line}`);
    },
    end,
  };
}
