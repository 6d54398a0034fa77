import { describe, expect, it } from "vitest";
import { failureOf } from "../testing/failures.ts";
import { createFakeSystem } from "../testing/fake-system.ts";
import { ModelForgeError } from "../failure.ts";
import { Configuration } from "./configuration.ts";
import { withPlace } from "./place-of-fault.ts";

const file = "/home/you/.config/model-forge/config.json";

const messageFor = (content: string | Uint8Array): string => {
  const machine = createFakeSystem();
  machine.files.put(file, content);
  const failure = failureOf(() => new Configuration(machine).leaves);
  const placed = withPlace(failure, machine);
  expect(placed).toBeInstanceOf(ModelForgeError);
  return (placed as ModelForgeError).message;
};

describe("a configuration that is none", () => {
  it.each([
    ["a value that is missing", '{\n  "current": ,\n}', "2:14"],
    ["an end that is missing", '{\n  "current": "a"\n', "3:1"],
    ["a name without quotation marks", "{\n  // mine\n  current: 1\n}", "3:3"],
    ["line ends of Windows", '{\r\n  "a": 1,\r\n  b\r\n}', "3:3"],
    ["a mark in front", "\ufeff{a", "1:3"],
  ])("is said where: %s", (_, text, place) => {
    expect(messageFor(text)).toContain(`${file}:${place}: it is no JSON`);
  });

  it("is said from which byte on it is no UTF-8", () => {
    const bytes = new TextEncoder().encode('{\n  "a": "größe?"\n}');
    const at = bytes.indexOf("?".charCodeAt(0));
    expect(messageFor(bytes.with(at, 0xff))).toContain(`${file}:2:14: it is not UTF-8`);
  });

  it("is said from which bracket on it is nested too deep, whatever follows", () => {
    const deep = '{"a":'.repeat(100_000);
    for (const text of [`${deep}1${"}".repeat(100_000)}`, deep, `{"s": "[[[[", // {{{{\n${deep}`])
      expect(messageFor(text)).toMatch(/config\.json:[12]:\d+: it is (?:nested too deep|no JSON)$/);
    expect(messageFor(`${deep}1${"}".repeat(100_000)}`)).toContain(`${file}:1:151: it is nested`);
  });

  it("has no place where it is larger than any, or a list", () => {
    expect(messageFor(`{"a": "${"x".repeat(1_100_000)}"}`)).toBe(
      `cannot read the configuration ${file}: it holds more than 1 MB, the most that is read of one`,
    );
    expect(messageFor("[]")).toContain(`${file}: it is a list`);
  });
});
