const isNode = !("bun" in process.versions) && !("deno" in process.versions);
// bytes of a function that V8 may optimise: its own figure, and none
const most = { usual: 60 * 1024, none: 0 };

/**
 * Does what comes but once without V8 optimising its code, which it does on other threads and for longer than the code
 * runs. For a program that is ours: it holds for all that runs meanwhile.
 */
export async function withoutOptimising<Result>(work: () => Promise<Result>): Promise<Result> {
  if (!isNode) return work();
  const { setFlagsFromString } = process.getBuiltinModule("node:v8");
  const allow = (bytes: number) => setFlagsFromString(`--max-optimized-bytecode-size=${bytes}`);
  allow(most.none);
  try {
    return await work();
  } finally {
    // V8 takes back only what was kept under the flags it starts with
    allow(most.usual);
  }
}
