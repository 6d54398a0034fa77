import { beforeAll, expect, it } from "vitest";
import { recordedCatalog } from "../../src/testing/real-catalog.ts";
import type { Command } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { askFor, commandOn } from "./answers.ts";

interface Named {
  ref: string;
  asked?: string;
}

let command: Command;

beforeAll(() => {
  command = commandOn(recordedCatalog);
});

it("has what was typed as asked beside the ref of every answer", () => {
  expect(askFor<Named[]>(command, ["cost", "gpt5", "openai/gpt-5-mini", "--input", "1k"])).toEqual([
    expect.not.objectContaining({ asked: expect.anything() }),
    expect.objectContaining({ ref: "openai/gpt-5", asked: "gpt5" }),
  ]);
  const offers = askFor<{ model: Named; asked?: string }>(command, ["offers", "models/gpt5"]);
  expect([offers.model.ref, offers.asked]).toEqual(["openai/gpt-5", "models/gpt5"]);
  const { models } = askFor<{ models: Named[] }>(command, ["compare", "gpt5", "openai/gpt-5-mini"]);
  expect(models.map(({ asked }) => asked)).toEqual(["gpt5", undefined]);
});

it("has it in info, whose schema has a name of its own, with a warning that has a code", () => {
  const ran = command.run(["info", "gpt-5-2025-08-07", "--json"]);
  const { result, warnings } = answerOf<Named>(ran);
  expect([result.ref, result.asked]).toEqual(["openai/gpt-5", "gpt-5-2025-08-07"]);
  expect(warnings.map(({ code }) => code)).toContain("model.other-spelling");
  expect(ran.code).toBe(0);
});

it("points who searches for the best to what ranks models", () => {
  const { result, warnings } = answerOf<Named[]>(
    command.run(["search", "best", "coding", "model", "--json"]),
  );
  expect(result).toEqual([]);
  expect(warnings.find(({ code }) => code === "search.purpose")?.message).toContain(
    "modelforge recommend coding",
  );
});

it("names the command for a provider where a model was asked for", () => {
  const { code, stderr } = command.run(["info", "openai"]);
  expect(code).toBe(3);
  expect(stderr).toContain("modelforge providers info openai");
});
