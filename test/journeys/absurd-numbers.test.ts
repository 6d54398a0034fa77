import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { answerOf } from "../cli/envelope.ts";
import { createCommand } from "../cli/command.ts";
import { wireModel, wireProvider } from "../stand-in/catalogs.ts";

const { home } = createCommand({});
// a float takes each of them for a number
const absurd = ["0.0e999999999", "0.0e99999999999999999999", `1.${"0".repeat(100_000)}1`];

it.each(absurd.map((text, at) => [at, text]))(
  "a number that nobody can work out (%i) costs its row a value, and no other anything",
  (at, context) => {
    const path = join(home, `absurd-${at}.json`);
    const odd = wireModel("odd", { limit: { context, output: 1 } });
    writeFileSync(path, JSON.stringify({ a: wireProvider("a", [wireModel("good"), odd]) }));
    const command = createCommand({ MODELFORGE_URL: path });
    for (const words of [
      ["cost", "a/good", "--input", "1k"],
      ["cost", "a/odd", "--input", "1k"],
      ["list"],
      ["recommend", "chat"],
      ["refresh-cache"],
    ]) {
      expect([words, command.run(words).code]).toEqual([words, 0]);
    }
    const { result } = answerOf<{ limits: { context: number | null } }>(
      command.run(["info", "a/odd", "--json"]),
    );
    expect(result.limits.context).toBeNull();
  },
);

it("what is typed like that is read at once, or refused", () => {
  const path = join(home, "plain.json");
  writeFileSync(path, JSON.stringify({ a: wireProvider("a", [wireModel("good")]) }));
  const command = createCommand({ MODELFORGE_URL: path });
  const [zero = "", , long = ""] = absurd;
  expect(command.run(["list", "--min-context", zero]).code).toBe(0);
  expect(command.run(["cost", "a/good", "--input", zero, "--output", "1"]).code).toBe(0);
  expect(command.run(["cost", "a/good", "--input", "1", "--requests", `${zero}/day`]).code).toBe(2);
  expect(command.run(["list", "--min-context", long]).code).toBe(2);
  expect(command.run(["list"], { MODELFORGE_TTL: `${zero}s` }).code).toBe(0);
});
