import { writeFileSync } from "node:fs";
import { type Measure, summarise } from "../report/measure.ts";
import { resultsPage } from "../report/results-page.ts";
import { plainTable } from "../report/table.ts";
import { questions } from "./questions.ts";
import { closeSetting, openSetting } from "./setting.ts";
import { readWish } from "./wish.ts";

const resultsPath = "bench/results.md";

/** Asks the questions and shows the answers. A missed budget is an answer too: the exit code stays 0. */
export async function runAll(args: readonly string[]): Promise<number> {
  const wish = readWish(args);
  if (typeof wish === "string") {
    console.error(wish);
    return 2;
  }
  const measures: Measure[] = [];
  const setting = await openSetting(wish);
  process.once("SIGINT", () => {
    closeSetting(setting);
    process.exit(130);
  });
  try {
    for (const [name, ask] of Object.entries(questions)) {
      if (!wish.only.includes(name)) continue;
      console.error(`${name} …`);
      measures.push(...(await ask(setting)));
    }
  } finally {
    closeSetting(setting);
  }
  console.log(plainTable(measures));
  console.log(summarise(measures));
  if (wish.isWhole) {
    writeFileSync(resultsPath, resultsPage(measures, args, wish.catalog));
    console.error(`written to ${resultsPath}`);
  } else console.error(`${resultsPath} is left as it is: not every question was asked`);
  return 0;
}
