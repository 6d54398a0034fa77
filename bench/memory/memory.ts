import type { Measure } from "../report/measure.ts";
import { askRole } from "../setting/roles.ts";
import type { Setting } from "../setting/setting.ts";
import type { HeapGrowth } from "./library-heap.ts";
import { measurePeak } from "./peak.ts";

const mebibyte = 1024 ** 2;

/** What a warm command and a program that opened the catalog hold. */
export async function measureMemory(setting: Setting): Promise<Measure[]> {
  const grown = await askRole<HeapGrowth>("heap", [], {
    env: setting.warm,
    nodeFlags: ["--expose-gc"],
  });
  return [
    await measurePeak(setting),
    {
      name: "library, heap after lookup, filter, search",
      value: grown.heapUsed / 1e6,
      unit: "MB",
      budget: { atMost: 10 },
      detail: `over an empty process, after a collection; import alone ${(grown.imported / 1e6).toFixed(2)} MB`,
    },
    {
      name: "library, memory outside the heap",
      value: grown.external / 1e6,
      unit: "MB",
      detail: `of which array buffers ${(grown.arrayBuffers / 1e6).toFixed(2)} MB; whole process ${(grown.rss / mebibyte).toFixed(0)} MiB more`,
    },
  ];
}
