import { describe, expect, it } from "vitest";
import { wireModel, wireProvider } from "../stand-in/catalogs.ts";
import { shop } from "./shop.ts";

const cost = { input: 1, output: 2 };
const command = shop(
  {
    acme: wireProvider("acme", [
      wireModel("gpt-9", { cost }),
      wireModel("old", { status: "deprecated", cost }),
    ]),
  },
  {},
);

const speaking = "recommend --kind speech";

describe("a hint", () => {
  it.each([
    ["recommend speech", "--kind speech, audio", speaking],
    ["recommend TTS", "--kind speech", speaking],
    ["recommend video", "--kind video", "recommend --kind video"],
    ["recommend rerank", "--kind rerank", "recommend --kind rerank"],
    ["recommend moderation", "--kind moderation", "recommend --kind moderation"],
    ["recommend transcription", "--kind transcription", "recommend --kind transcription"],
    ["recommend images", "--kind image, image-generation, vision", "recommend --kind image"],
    ["list --status active", "stable", "list --status stable"],
    ["list --status retired", "deprecated", "list --status deprecated"],
    [
      "list --fields prce",
      "price.input, price.output, price.cacheRead",
      "list --fields price.input",
    ],
    ["list --fields contxt", "limits.context", "list --fields limits.context"],
    ["list --all", "--status all", "list --status all"],
    ["list --deprecated", "--status deprecated", "list --status deprecated"],
    ["list --cheap", "--sort price", "list --sort price"],
    ["list --maker acme", "--provider", "list --provider acme"],
    ["list --query gpt", "modelforge search gpt", "search gpt"],
    ["--search gpt", "modelforge search gpt", "search gpt"],
    ["providers gpt-9", "modelforge info gpt-9", "info gpt-9"],
    ["cost gpt-9 --input 1k --cache 50%", "--cached", "cost gpt-9 --input 1k --cached 50%"],
  ])("of %s is %s, and works as it is typed", (line, meant, typed) => {
    const refused = command.run(line.split(" "));
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(`did you mean ${meant}?`);
    expect(command.run(typed.split(" ")).code).toBe(0);
  });

  it("is in the JSON of a failure, too", () => {
    const { code, stderr } = command.run(["list", "--status", "active", "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({ error: { hint: "did you mean stable?" } });
  });

  it("names what there is where a value is called nothing else", () => {
    const { stderr } = command.run(["list", "--status", "zzzzzz"]);
    expect(stderr).toContain("hint: known: alpha, beta, deprecated, stable, all");
    expect(command.run(["recommend", "zzzzzz"]).stderr).toContain("hint: known: coding, ");
    expect(command.run(["list", "--fields", "zzzzzz"]).stderr).toContain("hint: known: ref, ");
  });
});
