import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { howToName, namedCatalog } from "./named-catalog.ts";
import { questions } from "./questions.ts";

/** What the command line and the environment ask for. */
export interface Wish {
  pairs: number;
  only: string[];
  catalog: string;
  /** Labelled queries beside the catalog. */
  queries: string | undefined;
  isWhole: boolean;
}

const defaultPairs = 25;
const fewestPairs = 15;

/** Gives what stands in the way instead, as one sentence. */
export function readWish(args: readonly string[]): Wish | string {
  const values = readFlags(args);
  if (typeof values === "string") return values;
  const pairs = Number(values.pairs ?? defaultPairs);
  if (!Number.isInteger(pairs) || pairs < fewestPairs) {
    return `--pairs takes a whole number of at least ${fewestPairs}`;
  }
  const all = Object.keys(questions);
  const only = values.only?.flatMap((names) => names.split(",")) ?? all;
  const stranger = only.find((name) => !all.includes(name));
  if (stranger !== undefined) return `--only knows ${all.join(", ")}, not ${stranger}`;
  const catalog = namedCatalog();
  if (catalog === undefined || !existsSync(catalog)) {
    const why = catalog === undefined ? "none is named" : `${catalog} is missing`;
    return `there is no catalog to measure with: ${why}; ${howToName}`;
  }
  if (!existsSync("dist/bin.js")) return "there is no dist/bin.js: run npm run build first";
  const queries = join(dirname(catalog), "search-queries.json");
  return {
    pairs,
    only,
    catalog,
    queries: existsSync(queries) ? queries : undefined,
    isWhole: all.every((name) => only.includes(name)),
  };
}

function readFlags(args: readonly string[]): { pairs?: string; only?: string[] } | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { pairs: { type: "string" }, only: { type: "string", multiple: true } },
    });
    return values;
  } catch (error) {
    return (error as Error).message;
  }
}
