import { visible } from '../src/diagnostics/visible.ts';

/** One line of progress on a terminal; nothing when the output is piped. */
export interface ProgressLine {
  show(text: string): void;
  clear(): void;
}

/** @param stream where to show it; standard error, so that standard output stays clean */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: (text) =>
      void stream.write(`\r\x1B[2K${visible(text).slice(0, (stream.columns || 80) - 1)}`),
    clear: () => void stream.write('\r\x1B[2K'),
  };
}
