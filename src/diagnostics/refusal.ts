import type { Diagnostic } from './diagnostic.ts';
import { toTerminal } from './reporters/terminal.ts';

/** Thrown where work cannot begin or go on: its message is the table's, and a stack would tell nobody more. */
export class Refusal extends Error {
  readonly problems: readonly Diagnostic[];

  constructor(problems: readonly Diagnostic[]) {
    super(problems.map((problem) => toTerminal(problem, false)).join('\n'));
    this.name = 'Refusal';
    this.problems = problems;
    this.stack = '';
  }
}
