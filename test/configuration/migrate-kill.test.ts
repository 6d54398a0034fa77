import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ended } from "../cli/command.ts";
import { randomNumbers } from "../faults/random-numbers.ts";
import {
  accessToken,
  asPython,
  copy,
  movedConfig,
  openaiKey,
  plainKey,
  pythonConfig,
  pythonHome,
  refreshToken,
  usual,
} from "./python-home.ts";

const kills = Number(process.env.MODELFORGE_TEST_KILLS ?? 40);
const seed = Number(process.env.MODELFORGE_TEST_SEED ?? 20261129);
const older = ".config/model-forge/models.json";
const secrets = [openaiKey, accessToken, refreshToken, plainKey];
const migrate = ["config", "migrate", "--yes"];
const whole = asPython(pythonConfig);

/** Where a secret is, in any of its forms. */
function holds(text: string, secret: string): boolean {
  const base64 = [0, 1, 2].map((before) =>
    Buffer.from("x".repeat(before) + secret)
      .toString("base64")
      .slice(8, 24),
  );
  return [secret, encodeURIComponent(secret), ...base64].some((form) => text.includes(form));
}

describe("the secrets of a file that is taken over", () => {
  it("are in the store and in no other file, and in nothing that was said", () => {
    const home = pythonHome({ [usual]: whole, [older]: whole });
    const traces = (): string[][] =>
      home.files().map((file) => [file, readFileSync(file, "latin1")]);
    const found = (): string[] =>
      traces().flatMap(([file = "", text = ""]) =>
        secrets.some((one) => holds(text, one)) ? [file] : [],
      );
    // what is looked for can be found
    expect(found().toSorted()).toEqual([home.at(usual), home.at(older)].toSorted());
    const lines = [
      [...migrate, "--dry-run", "--verbose"],
      migrate.slice(0, 2),
      [...migrate, "--json", "--verbose"],
      migrate,
      ["config", "history", "--json"],
      ["config", "diff", "--json"],
      ["config", "rollback", "--json"],
      [...migrate, "--json"],
      ["config", "diff", "2"],
      ["config", "show", "--json"],
    ];
    const said = lines.map((line) => home.command.run(line)).map((ran) => ran.stdout + ran.stderr);
    for (const text of said) {
      for (const secret of secrets) expect([holds(text, secret), text]).toEqual([false, text]);
    }
    expect(found()).toEqual([home.store]);
    for (const secret of secrets) expect(holds(home.kept().join("\n"), secret)).toBe(true);
  });

  it(`are all there after a kill at any of ${kills} random moments (seed ${seed}), and the next run ends the work`, async () => {
    const random = randomNumbers(seed);
    const home = pythonHome({ [usual]: whole, [older]: whole });
    const started = Date.now();
    expect((await home.command.ask(migrate)).code).toBe(0);
    const usualMs = Date.now() - started;
    const states = new Set<string>();
    for (let round = 0; round < kills; round += 1) {
      const { command, at, store, text, said, kept } = pythonHome({
        [usual]: whole,
        [older]: whole,
      });
      const child = command.start(migrate);
      const timer = setTimeout(() => child.kill("SIGKILL"), random() * usualMs * 1.2);
      await ended(child);
      clearTimeout(timer);
      const places = [usual, older, copy].map(at).concat(store).filter(existsSync);
      const all = places.map((path) => readFileSync(path, "utf8")).join("\n");
      for (const secret of secrets) expect([round, all.includes(secret)]).toEqual([round, true]);
      // whole, whatever they are
      for (const path of places) JSON.parse(readFileSync(path, "utf8"));
      states.add(places.map((path) => readFileSync(path, "utf8").includes("planted")).join());
      expect((await command.ask(migrate)).code).toBe(0);
      expect(said()).toMatchObject(movedConfig);
      expect(kept()).toHaveLength(4);
      expect(text(usual) + text(older) + text(copy)).not.toContain("planted");
    }
    expect(states.size).toBeGreaterThan(1);
  }, 240_000);

  it("are struck out by the next run where only the store had been written", () => {
    const home = pythonHome({ [usual]: whole });
    expect(home.command.run(migrate).code).toBe(0);
    const kept = home.kept();
    writeFileSync(home.at(usual), whole);
    expect(home.command.run(migrate).code).toBe(0);
    expect([home.kept(), home.text(usual).includes("planted")]).toEqual([kept, false]);
  });
});
