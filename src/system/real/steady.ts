/** Milliseconds that count on evenly, from some moment in the past: `performance` takes one to be loaded. */
export const steadyMs = (): number => Number(process.hrtime.bigint()) / 1e6;
