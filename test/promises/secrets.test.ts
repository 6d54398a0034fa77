import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { filesBelow } from "../faults/harms.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const secret = "planted-5f0c36a1";
const credentials = {
  OPENAI_API_KEY: `${secret}-1`,
  MODELFORGE_OPENAI_API_KEY: `${secret}-2`,
  MODELFORGE_OPENAI_ACCESS_TOKEN: `${secret}-3`,
};
let standIn: StandIn;
let command: Command;

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve("/api.json", smallCatalog());
  const mirror = standIn.url.replace("//", `//name:${secret}@`);
  command = createCommand({ MODELFORGE_URL: mirror, ...credentials });
  expect((await command.ask(["refresh-cache"])).code).toBe(0);
});

afterAll(() => standIn.stop());

const questions = [
  ["providers"],
  ["providers", "--configured"],
  ["providers", "info", "openai"],
  ["info", "openai/gpt-5"],
  ["list", "--configured", "--limit", "1"],
  ["offers", "openai/gpt-5"],
  ["recommend", "chat", "--configured"],
  ["cache", "status"],
  ["cache", "history"],
  ["cache", "verify"],
  ["refresh-cache"],
  ["info", "openai/gpt-55"],
];

describe("a credential", () => {
  it("is found in the variables that the catalog names for a provider", async () => {
    const providers = answerOf<{ id: string }[]>(
      await command.ask(["providers", "--configured", "--json"]),
    );
    expect(providers.result.map(({ id }) => id)).toEqual(["openai"]);
    const page = (await command.ask(["providers", "info", "openai"])).stdout;
    for (const name of Object.keys(credentials)) expect(page).toMatch(new RegExp(`${name} +set`));
  });

  it.each(questions)("is never printed: %s %s", async (...args) => {
    for (const flags of [[], ["--verbose"], ["--json"]]) {
      const { stdout, stderr } = await command.ask([...args, ...flags]);
      expect(`${stdout}${stderr}`).not.toBe("");
      expect(`${stdout}${stderr}`).not.toContain(secret);
    }
  });

  it("is printed by no failure of the mirror it is for, and written to no file", async () => {
    const { home, ask } = command;
    const gone = "http://name:planted-5f0c36a1@127.0.0.1:1";
    for (const flags of [["--verbose"], ["--json"]]) {
      const ran = await ask(["refresh-cache", ...flags], { MODELFORGE_URL: gone });
      expect([ran.code, ran.stderr.includes(secret)]).toEqual([5, false]);
    }
    const holding = filesBelow(home).filter((file) =>
      readFileSync(join(home, file)).includes(secret),
    );
    expect(holding).toEqual([]);
  });
});
