import { describe, expect, it } from "vitest";
import { mutatedBytes } from "../faults/mutated-bytes.ts";
import { randomNumbers, repeats } from "../faults/random-numbers.ts";
import { ModelForgeError } from "../../src/failure.ts";
import { createFakeSystem } from "../../src/testing/fake-system.ts";
import { Configuration } from "../../src/config/configuration.ts";
import { editedText } from "../../src/config/edit.ts";
import { withPlace } from "../../src/config/place-of-fault.ts";
import { readPlainJson } from "../../src/config/plain-json.ts";
import { problemWarnings } from "../../src/config/problem-warnings.ts";
import { writeConfig } from "../../src/config/write.ts";

const { count, seed } = repeats("MODELFORGE_TEST_MUTATIONS", 5_000);
const file = "/home/you/.config/model-forge/config.json";
const encoder = new TextEncoder();

const whole = [
  '{\n  // mine\n  "current": "fast",\n  "aliases": { "fast": { "model": "openai/gpt-5" }, "größe": {"model": "a/b"} },\n  "catalog": { "ttl": "12h", "allowSnapshot": true, },\n}\n',
  '\ufeff{\r\n\t"version": 1,\r\n\t"features": {"background-refresh": false},\r\n\t"catalog": {"source": "./catalog.json"}\r\n}',
  '{"current":"openai/gpt-5","aliases":{},"unknown":[1,2,{"deep":{"er":null}}]}',
].map((text) => encoder.encode(text));

const pieces = [
  '"',
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "//",
  "/*",
  "*/",
  "\\",
  "\0",
  "\u202e",
  "null",
  "1e999",
  '"__proto__":',
  '"version": 2',
  "\n",
];

const stateOf = (machine: ReturnType<typeof createFakeSystem>): unknown => {
  const text = machine.files.text(file) ?? "";
  return readPlainJson(text);
};

describe(`any of ${count} mutated configurations (seed ${seed})`, () => {
  it("is read, or refused with its file and its line; nothing is lost by a change", async () => {
    const random = randomNumbers(seed);
    const ended = { read: 0, refused: 0, changed: 0, left: 0 };
    for (let nth = 0; nth < count; nth += 1) {
      const machine = createFakeSystem();
      const bytes = mutatedBytes(random, whole, pieces);
      machine.files.put(file, bytes);
      const why = `mutation ${nth}`;
      const before = readOf(machine, why);
      ended[before === undefined ? "refused" : "read"] += 1;
      const change = writeConfig(
        machine,
        { scope: "user", command: "config set", dryRun: false },
        (text, at) => editedText(text ?? "", ["catalog", "ttl"], "6h", at),
      );
      const failure = await change.then(
        () => undefined,
        (error: unknown) => error,
      );
      if (failure === undefined) {
        ended.changed += 1;
        expect([why, before === undefined]).toEqual([why, false]);
        // all else says what it said
        const now = stateOf(machine) as Record<string, unknown>;
        const { $schema, version } = now;
        const added = Object.keys(before ?? {}).length === 0 ? { $schema, version } : {};
        const catalog = { ...(before?.catalog as object | undefined), ttl: "6h" };
        expect([why, now]).toEqual([why, { ...before, ...added, catalog }]);
      } else {
        ended.left += 1;
        expect([why, failure]).toEqual([why, expect.any(ModelForgeError)]);
        expect([why, machine.files.read(file)]).toEqual([why, bytes]);
        expect((failure as ModelForgeError).message).toContain(file);
      }
    }
    // the mutations are of all sorts
    for (const [what, times] of Object.entries(ended))
      expect([what, times > count / 50]).toEqual([what, true]);
  }, 120_000);
});

/** What it says; undefined where it was refused as it should be. */
function readOf(
  machine: ReturnType<typeof createFakeSystem>,
  why: string,
): Record<string, unknown> | undefined {
  const configuration = new Configuration(machine);
  try {
    for (const { message } of problemWarnings(configuration)) expect(message).toContain(file);
    return stateOf(machine) as Record<string, unknown>;
  } catch (error) {
    expect([why, error]).toEqual([why, expect.any(ModelForgeError)]);
    const { code, message } = withPlace(error, machine) as ModelForgeError;
    expect([why, code]).toEqual([why, "config.unreadable"]);
    const hasPlace = message.includes(`${file}:`) && /config\.json:\d+:\d+: /.test(message);
    // of a list, or of what is nested too deep, there is no one place
    expect([why, hasPlace || /it is (?:a |null|nested)/.test(message), message]).toEqual([
      why,
      true,
      message,
    ]);
    return undefined;
  }
}
