import { describe, expect, it } from "vitest";
import { answerOf } from "../cli/envelope.ts";
import { wireModel, wireProvider } from "../stand-in/catalogs.ts";
import { shop } from "./shop.ts";

const cost = { input: 0.1, output: 0.4 };
const limits: Record<string, object> = {
  tiny: { context: 8_192, output: 8_192 },
  small: { context: 128_000, output: 8_000 },
  terse: { context: 1_000_000, output: 1_000 },
  big: { context: 1_000_000, output: 64_000 },
};
const maker = wireProvider(
  "acme",
  Object.entries(limits).map(([id, limit]) => wireModel(id, { limit, cost })),
);
const hub = wireProvider("hub", [
  wireModel("acme/big", { limit: { context: 64_000, output: 64_000 }, cost }),
]);
const command = shop({ acme: maker, hub }, { "acme/big": { name: "Big", benchmarks: [] } });

/** The line that a note gives, as words; a model in the place of one that is left to the reader. */
function typedOf(stderr: string): string[] {
  const [, line = ""] = /modelforge (cost .*?) works out/.exec(stderr) ?? [];
  return line.replace("MODEL", "acme/big").split(" ");
}

describe("a total that was given as one request", () => {
  it.each([
    ["cost acme/tiny --input 20k", "--request-size 4k"],
    ["cost acme/tiny --input 20k --output 100k", "--request-size 600"],
    ["cost acme/tiny acme/small --input 1m --output 10m", "--request-size 300"],
    ["cost acme/terse --input 2m --output 2m", "--request-size 1k"],
    ["cost acme/big acme/small --input 50m --output 5m", "--request-size 50k"],
    ["cost acme/tiny --total-input 1m --request-size 20k", "--total-input 1000000"],
    ["offers acme/tiny --input 20k", "cost acme/tiny --total-input"],
    ["offers acme/big --input 2m", "--request-size 30k"],
    ["compare acme/tiny acme/small --input 1m", "cost acme/tiny acme/small --total-input"],
    ["recommend chat --input 50m", "cost MODEL --total-input"],
    ["list --sort cost --input 50m", "cost MODEL --total-input"],
  ])("leads to a line whose requests can be sent: %s", (line, part) => {
    const { stderr } = command.run(line.split(" "));
    expect(stderr).toContain(part);
    const again = command.run([...typedOf(stderr), "--json"]);
    expect(again.code).toBe(0);
    expect(again.stderr).not.toContain("more than any");
    for (const { fits } of answerOf<{ fits: boolean }[]>(again).result) expect(fits).toBe(true);
  });

  it("leads nowhere where not even one token would go with its share of the output", () => {
    const { code, stderr } = command.run([
      "cost",
      "acme/tiny",
      "--input",
      "9k",
      "--output",
      "999g",
    ]);
    expect(code).toBe(0);
    expect(stderr).not.toContain("total-input");
  });

  it("asks for a small size where all models are small", () => {
    const only = wireModel("only", { limit: { context: 4_096, output: 4_096 }, cost });
    const small = shop({ acme: wireProvider("acme", [only]) }, {});
    const { stderr } = small.run(["recommend", "chat", "--input", "20k"]);
    expect(stderr).toContain("--request-size 2k");
  });
});
