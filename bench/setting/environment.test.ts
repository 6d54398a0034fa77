import { expect, it } from "vitest";
import { ownVariables } from "../../src/system/own-variables.ts";
import { environmentFor } from "./environment.ts";

it("sets no variable that means nothing: a command has a word to say of it, and takes the long way", () => {
  const names = Object.keys(environmentFor("/tmp", "warm", {}));
  const ours = names.filter((name) => name.startsWith("MODELFORGE_"));
  expect(ours.length).toBeGreaterThan(0);
  expect(ours.filter((name) => !ownVariables.includes(name))).toEqual([]);
});
