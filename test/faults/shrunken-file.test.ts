import { utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type Command, createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";

let command: Command;
let file: string;

beforeEach(() => {
  command = createCommand({});
  file = join(command.home, "catalog-file.json");
});

/** A catalog of so many models, with a date that is long past. */
function write(count: number): void {
  const models = Array.from({ length: count }, (_, at) => wireModel(`m-${at}`));
  writeFileSync(file, JSON.stringify(wireCatalog(wireProvider("acme", models))));
  const longAgo = new Date(Date.UTC(2020, 1, 2, 2, 2, count));
  utimesSync(file, longAgo, longAgo);
}

async function warned(...args: string[]): Promise<string[]> {
  const ran = await command.ask([...args, "--json"], { MODELFORGE_URL: file });
  return answerOf(ran)
    .warnings.filter(({ code }) => code === "catalog.shrunken")
    .map(({ message }) => message);
}

const list = (): Promise<string[]> => warned("list", "--limit", "1");

describe("a file that lost more than half of its models", () => {
  it("is said to have with every answer and every refresh, until that is accepted", async () => {
    write(10);
    expect(await list()).toEqual([]);
    write(4);
    const said = `${file} offers 4 models of 1 providers where there were 10 models of 1 providers; modelforge refresh-cache --accept-shrink takes it as it is`;
    expect(await list()).toEqual([said]);
    expect(await list()).toEqual([said]);
    expect(await warned("refresh-cache")).toEqual([said]);
    expect(await list()).toEqual([said]);
    expect(await warned("refresh-cache", "--accept-shrink")).toEqual([]);
    expect(await list()).toEqual([]);
  });

  it("is compared with what it held before, whatever becomes of the rest", async () => {
    write(10);
    await list();
    write(4);
    await list();
    // half of four is no accident of its own, but less than half of ten is
    write(3);
    expect(await list()).toEqual([
      expect.stringContaining("offers 3 models of 1 providers where there were 10"),
    ]);
    write(6);
    expect(await list()).toEqual([]);
    write(5);
    expect(await list()).toEqual([]);
  });
});
