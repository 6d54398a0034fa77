import { describe, expect, it } from "vitest";
import { capabilities, capabilityWords, findCapability, toMask } from "./capability.ts";

describe("findCapability", () => {
  it.each([
    ["tool_call", "tools"],
    ["function_calling", "tools"],
    ["tool-calling", "tools"],
    ["structured_output", "structured-output"],
    ["multimodal", "vision"],
    ["image", "vision"],
    ["open_weights", "open-weights"],
    ["thinking", "reasoning"],
    [" Vision ", "vision"],
  ])("understands %j as %s", (word, capability) => {
    expect(findCapability(word)).toBe(capability);
  });

  it("knows every capability by its own name", () => {
    expect(capabilities.map(findCapability)).toEqual([...capabilities]);
  });

  it.each(["", "telepathy", "__proto__", "constructor", "toString"])("knows no %j", (word) => {
    expect(findCapability(word)).toBeUndefined();
  });

  it("understands all the words it offers", () => {
    for (const word of capabilityWords()) expect(findCapability(word)).toBeDefined();
  });
});

describe("toMask", () => {
  it("has a bit for each word it knows, whatever their order", () => {
    const known = ["a", "b", "c"];
    expect(toMask(known, ["c", "a", "c", "z"])).toBe(0b101);
    expect(toMask(known, [])).toBe(0);
  });
});
