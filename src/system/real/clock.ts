import { ModelForgeError } from "../../failure.ts";
import type { Clock } from "../ports.ts";
import { steadyMs } from "./steady.ts";

export const realClock: Clock = {
  now: () => Date.now(),
  steady: steadyMs,
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      const cancelled = (): ModelForgeError =>
        new ModelForgeError("cancelled", { message: "cancelled" });
      if (signal?.aborted === true) {
        reject(cancelled());
        return;
      }
      const stop = (): void => {
        clearTimeout(timer);
        reject(cancelled());
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", stop);
        resolve();
      }, ms);
      signal?.addEventListener("abort", stop, { once: true });
    }),
  after: (ms, then) => {
    const timer = setTimeout(then, ms);
    timer.unref();
    return { stop: () => clearTimeout(timer) };
  },
  random: () => Math.random(),
};
