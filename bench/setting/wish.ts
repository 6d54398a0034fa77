import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { growths, usualGrowths } from "../growth/grown-rows.ts";
import { howToName, namedCatalog } from "./named-catalog.ts";
import { questions } from "./questions.ts";

/** What the command line and the environment ask for. */
export interface Wish {
  pairs: number;
  /** Parts of names of rows, or of the question they belong to; empty for all. */
  only: string[];
  /** Major versions. */
  nodes: string[];
  /** How many times as large catalogs are. */
  grown: number[];
  peers: boolean;
  keptCode: boolean;
  catalog: string;
  /** Labelled queries beside the catalog. */
  queries: string | undefined;
}

const usualPairs = 25;
const fewestPairs = 15;
const usualNodes = ["20", "22", "24"];

const flags = {
  pairs: { type: "string" },
  only: { type: "string", multiple: true },
  node: { type: "string", multiple: true },
  grown: { type: "string", multiple: true },
  peers: { type: "boolean" },
  "kept-code": { type: "boolean" },
} as const;

/** Gives what stands in the way instead, as one sentence. */
export function readWish(args: readonly string[]): Wish | string {
  const asked = readFlags(args);
  if (typeof asked === "string") return asked;
  const catalog = namedCatalog();
  if (catalog === undefined || !existsSync(catalog)) {
    const why = catalog === undefined ? "none is named" : `${catalog} is missing`;
    return `there is no catalog to measure with: ${why}; ${howToName}`;
  }
  if (!existsSync("dist/bin.js")) return "there is no dist/bin.js: run npm run build first";
  const queries = join(dirname(catalog), "search-queries.json");
  return { ...asked, catalog, queries: existsSync(queries) ? queries : undefined };
}

/** What the command line alone asks for. */
export function readFlags(args: readonly string[]): Omit<Wish, "catalog" | "queries"> | string {
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options: flags }));
  } catch (error) {
    return (error as Error).message;
  }
  const pairs = Number(values.pairs ?? usualPairs);
  if (!Number.isInteger(pairs) || pairs < fewestPairs) {
    return `--pairs takes a whole number of at least ${fewestPairs}`;
  }
  const only = listed(values.only);
  const stranger = only.find((text) => !isAnyRow(text));
  if (stranger !== undefined) return `--only: no row has ${stranger} in its name`;
  const nodes = listed(values.node);
  const odd = nodes.find((major) => !/^\d+$/.test(major));
  if (odd !== undefined) return `--node takes major versions like 20,24, not ${odd}`;
  const grown = listed(values.grown).map(Number);
  const sizes = growths.map(({ times }) => times);
  if (!grown.every((times) => sizes.includes(times))) {
    return `--grown takes ${sizes.join(", ")}`;
  }
  return {
    pairs,
    only,
    nodes: nodes.length === 0 ? usualNodes : nodes,
    grown: [...usualGrowths, ...grown],
    peers: values.peers ?? false,
    keptCode: values["kept-code"] ?? false,
  };
}

const listed = (texts: readonly string[] = []): string[] =>
  texts.flatMap((text) => text.split(","));

function isAnyRow(text: string): boolean {
  return Object.entries(questions).some(([question, { names }]) =>
    names.some((name) => isAskedBy([text], question, name)),
  );
}

/** Whether a row is one of those that are asked for, by its name or its question's. */
export function isAskedBy(only: readonly string[], question: string, name: string): boolean {
  return only.length === 0 || only.some((text) => question === text || name.includes(text));
}
