import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { createCommand } from "../cli/command.ts";
import { expectTyped } from "../cli/typed.ts";
import { documents } from "./documents.ts";
import { prices } from "./prices.ts";
import { rows } from "./rows.ts";

const directory = resolve(process.env.MODELFORGE_TEST_TRIALS ?? "");
const trials = { ...prices, ...rows, ...documents };

it("every small catalog of the directory is tried, and every one that is tried is there", () => {
  const files = readdirSync(directory).filter((name) => name.endsWith(".json"));
  expect(Object.keys(trials).toSorted()).toEqual(files.toSorted());
});

describe.each(Object.entries(trials))("%s", (file, { right, lines }) => {
  it(`is answered right: ${right}`, () => {
    const command = createCommand({ MODELFORGE_URL: join(directory, file) });
    for (const typed of lines) expectTyped(command, typed);
  });
});
