import type { CliContext } from "./context.ts";
import { showBytes } from "./render/numbers.ts";

const quietMs = 500;
const redrawMs = 100;

export interface Progress {
  onProgress(receivedBytes: number, totalBytes: number | undefined): void;
  stop(): void;
}

/** Says on a terminal what takes longer than half a second: what, how many bytes, how long. */
export function startProgress(context: CliContext, what: string): Progress {
  const { terminal, clock } = context.machine;
  const { err } = terminal;
  const silent: Progress = { onProgress: () => undefined, stop: () => undefined };
  if (!err.isTerminal || context.options.quiet === true) return silent;
  const started = clock.now();
  let received = 0;
  let total: number | undefined;
  let drawn = false;
  const draw = (): void => {
    const seconds = ((clock.now() - started) / 1000).toFixed(1);
    const of = total === undefined ? "" : ` of ${showBytes(total)}`;
    const line = `fetching ${what}: ${showBytes(received)}${of}, ${seconds} s`;
    if (context.errorStyle.canRedraw) err.write(`\r\u001b[2K${line}`);
    else if (!drawn) err.write(`${line}\n`);
    drawn = true;
    timer = clock.after(redrawMs, draw);
  };
  let timer = clock.after(quietMs, draw);
  return {
    onProgress: (bytes, all) => {
      received = bytes;
      total = all;
    },
    stop: () => {
      timer.stop();
      if (drawn && context.errorStyle.canRedraw) err.write("\r\u001b[2K");
    },
  };
}
