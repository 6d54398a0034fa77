import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Measure } from "../report/measure.ts";
import { environmentFor } from "../setting/environment.ts";
import type { Setting } from "../setting/setting.ts";
import { measurePairs } from "../whole-process/pairs.ts";

/** Commands that wait for the network, which is a server on this machine. */
export async function measureRefresh(setting: Setting): Promise<Measure[]> {
  const { wish, bin, directory, server } = setting;
  const env = environmentFor(directory, "refresh", { MODELFORGE_URL: server.url });
  const common = { pairs: wish.pairs, env, cwd: directory };
  return [
    await measurePairs({
      ...common,
      name: "refresh, changed catalog",
      command: [bin, "refresh-cache"],
      budget: { atMost: 6 },
      expected: /new catalog/,
      before: () => server.change(),
    }),
    await measurePairs({
      ...common,
      name: "refresh, unchanged (304)",
      command: [bin, "refresh-cache"],
      budget: { atMost: 3 },
      expected: /nothing newer/,
    }),
    await measurePairs({
      ...common,
      name: "first command, empty cache",
      command: [bin, "info", "openai/gpt-5"],
      budget: { atMost: 7 },
      expected: /openai\/gpt-5/,
      before: () => rmSync(join(directory, "refresh"), { recursive: true, force: true }),
    }),
  ];
}
