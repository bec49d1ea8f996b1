/** Whether this process has told of anything that is wrong. Vite loads modules of its own: only the environment is one. */
const variable = 'OFFPRINT_TOLD';

/** Notes that an error or a warning was told. */
export function noteTold(): void {
  process.env[variable] = 'yes';
}

/** Whether one was: what was made is then to be made again, so that it is told again. */
export const hasTold = (): boolean => process.env[variable] !== undefined;
