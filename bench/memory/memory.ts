import type { Measure } from "../report/measure.ts";
import { askRole } from "../setting/roles.ts";
import type { Setting } from "../setting/setting.ts";
import type { HeapGrowth } from "./library-heap.ts";

const mebibyte = 1024 ** 2;
const held = "library, heap after lookup, filter, search";
const outside = "library, memory outside the heap";

export const memoryRows = [held, outside];

/** What a program that opened the catalog holds. */
export async function measureMemory({ warm }: Setting): Promise<Measure[]> {
  const grown = await askRole<HeapGrowth>("heap", [], { env: warm, nodeFlags: ["--expose-gc"] });
  return [
    {
      name: held,
      value: grown.heapUsed / 1e6,
      unit: "MB",
      budget: { atMost: 10 },
      detail: `over an empty process, after a collection; import alone ${(grown.imported / 1e6).toFixed(2)} MB`,
    },
    {
      name: outside,
      value: grown.external / 1e6,
      unit: "MB",
      detail: `of which array buffers ${(grown.arrayBuffers / 1e6).toFixed(2)} MB; whole process ${(grown.rss / mebibyte).toFixed(0)} MiB more`,
    },
  ];
}
