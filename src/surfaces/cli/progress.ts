import type { CliContext } from "./context.ts";
import { clean } from "../../catalog/words/clean.ts";
import { drawn } from "./render/drawn.ts";
import { fitNotice } from "./render/fit-lines.ts";
import { showBytes } from "./render/numbers.ts";
import { truncate } from "./render/width.ts";

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
  const { canRedraw, ellipsis } = context.errorStyle;
  const silent: Progress = { onProgress: () => undefined, stop: () => undefined };
  if (!err.isTerminal || context.options.quiet === true) return silent;
  const started = clock.steady();
  let received = 0;
  let total: number | undefined;
  let isDrawn = false;
  const draw = (): void => {
    const seconds = ((clock.steady() - started) / 1000).toFixed(1);
    const of = total === undefined ? "" : ` of ${showBytes(total)}`;
    const line = `fetching ${what}: ${showBytes(received)}${of}, ${seconds} s`;
    // a line that wraps could not be drawn over
    const room = (err.columns ?? 80) - 1;
    const fitted = truncate(clean(line), room, ellipsis, ({ length }) => length);
    if (canRedraw) err.write(drawn`\r\u001b[2K${fitted}`);
    else if (!isDrawn) err.write(fitNotice(drawn`${line}\n`, err.columns));
    isDrawn = true;
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
      if (isDrawn && canRedraw) err.write(drawn`\r\u001b[2K`);
    },
  };
}
