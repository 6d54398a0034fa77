import { rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Measure } from "../report/measure.ts";
import { environmentFor } from "../setting/environment.ts";
import { askRole } from "../setting/roles.ts";
import type { Setting } from "../setting/setting.ts";
import { measurePairs } from "../whole-process/pairs.ts";
import { runProcess } from "../whole-process/run-process.ts";

interface Growth {
  times: number;
  info: number;
  search?: number;
}

const growths: Growth[] = [
  { times: 10, info: 1.2, search: 2.5 },
  { times: 100, info: 1.4 },
];

interface InfoDocument {
  catalog: { models: number; providers: number };
  result: { offers: unknown[] };
}

/** The heap it takes to read the largest. */
const forReading = { NODE_OPTIONS: "--max-old-space-size=8192" };

/** Whether a warm question stays cheap when the catalog does not stay small. */
export async function measureGrowth(setting: Setting): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const growth of growths) {
    const directory = join(setting.directory, `grown-${growth.times}`);
    measures.push(...(await measureGrown(setting, growth)));
    rmSync(directory, { recursive: true, force: true });
  }
  return measures;
}

async function measureGrown(setting: Setting, growth: Growth): Promise<Measure[]> {
  const { directory, bin, wish } = setting;
  const catalog = join(directory, `catalog-${growth.times}x.json`);
  const env = environmentFor(directory, `grown-${growth.times}`, {
    MODELFORGE_URL: catalog,
    MODELFORGE_MAX_CACHE_SIZE: "8GB",
  });
  await askRole("grow", [resolve(wish.catalog), catalog, String(growth.times)], { env });
  const megabytes = statSync(catalog).size / 1e6;
  const run = { env, cwd: directory };
  const reading: Measure = {
    name: `first command, catalog × ${growth.times}, from a file`,
    unit: "s",
    detail: `${megabytes.toFixed(0)} MB of JSON`,
  };
  const measures = [reading];
  try {
    const first = await runProcess([bin, "info", "openai/gpt-5", "--json"], {
      ...run,
      env: { ...env, ...forReading },
      expected: /openai\/gpt-5/,
    });
    reading.value = first.milliseconds / 1000;
    reading.detail += `, ${describe(JSON.parse(first.stdout) as InfoDocument)}`;
  } catch (error) {
    reading.detail += `; ${(error as Error).message.replaceAll(directory, "").slice(0, 300)}`;
  }
  for (const question of questionsOf(growth)) {
    if (reading.value === undefined) {
      const { name, budget } = question;
      const detail = "the catalog could not be read";
      measures.push({ name, unit: "× node -e 0", ...(budget ? { budget } : {}), detail });
      continue;
    }
    const { args, ...wanted } = question;
    measures.push(
      await measurePairs({ ...run, ...wanted, command: [bin, ...args], pairs: wish.pairs }),
    );
  }
  rmSync(catalog);
  return measures;
}

function describe({ catalog, result }: InfoDocument): string {
  const { models, providers } = catalog;
  return `${models} models of ${providers} providers, ${result.offers.length} of which sell gpt-5`;
}

function questionsOf({ times, info, search }: Growth) {
  const filters = ["--capability", "tools", "--min-context", "200k", "--max-price", "1"];
  return [
    {
      name: `info openai/gpt-5, catalog × ${times}`,
      args: ["info", "openai/gpt-5"],
      budget: { atMost: info },
      expected: /openai\/gpt-5/,
    },
    {
      name: `search "claude sonnet", catalog × ${times}`,
      args: ["search", "claude sonnet"],
      ...(search === undefined ? {} : { budget: { atMost: search } }),
      expected: /claude.*sonnet/,
    },
    {
      name: `list, three filters, sorted, 20 rows, catalog × ${times}`,
      args: ["list", ...filters, "--sort", "price", "--limit", "20"],
      expected: /^(.*\n){20}/,
    },
  ] as { name: string; args: string[]; budget?: { atMost: number }; expected: RegExp }[];
}
