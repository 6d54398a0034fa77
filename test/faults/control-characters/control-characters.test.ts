import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { clean } from "../../../src/catalog/words/clean.ts";
import { describeRealCatalogs } from "../../../src/testing/real-catalog.ts";
import { capture, type Setting } from "./captured.ts";
import { expectClean } from "./clean-output.ts";
import { type HostileWire, hostileWire } from "./hostile-wire.ts";
import { payloads } from "./payloads.ts";
import { mistakes, type Question, questions } from "./questions.ts";

const home = mkdtempSync(join(tmpdir(), "modelforge-controls-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Placed {
  name: string;
  payload: string;
  wire: HostileWire;
  environment: Record<string, string>;
}

/** A machine whose catalog says one harmful thing everywhere. */
function place(name: string, payload: string): Placed {
  const directory = join(home, name.replaceAll(/[^a-z]+/g, "-"));
  const wire = hostileWire(payload);
  mkdirSync(directory);
  writeFileSync(join(directory, "api.json"), JSON.stringify(wire.document));
  writeFileSync(join(directory, "models.json"), JSON.stringify(wire.facts));
  const environment = {
    HOME: directory,
    MODELFORGE_URL: join(directory, "api.json"),
    MODELFORGE_CACHE_DIR: join(directory, "cache"),
    MODELFORGE_STATE_DIR: join(directory, "state"),
  };
  return { name, payload, wire, environment };
}

const placed = Object.entries(payloads).map(([name, payload]) => place(name, payload));
const [first] = placed as [Placed];
const asked = questions(first.wire);
const formatCount = asked.reduce((sum, { formats }) => sum + formats.length, 0);
const { fields } = first.wire;

const wordsFor = ({ words }: Question, format: string): string[] => {
  if (format === "text" || format === "table") return [...words];
  return format === "json" ? [...words, "--json"] : [...words, "--format", format];
};

/** Every question in every format, once in a setting. */
async function* answers(wire: HostileWire, setting: Setting) {
  for (const question of questions(wire)) {
    for (const format of question.formats) {
      const words = wordsFor(question, format);
      yield { words, format, ran: await capture(words, setting) };
    }
  }
}

describe.each(placed)("$name", ({ wire, payload, environment }) => {
  const settings: [where: string, setting: Setting][] = [
    ["in a pipe", { environment, isTerminal: false }],
    [
      "in a pipe, coloured",
      { environment: { ...environment, FORCE_COLOR: "1" }, isTerminal: false },
    ],
    ["on a terminal", { environment, isTerminal: true }],
  ];

  it.each(settings)(
    `in ${fields.length} fields × ${asked.length} commands × their formats (${fields.length * formatCount}) is not written %s`,
    async (where, setting) => {
      for await (const { words, ran } of answers(wire, setting)) {
        expect([words, ran.code, ran.code === 0 ? "" : ran.stderr]).toEqual([words, 0, ""]);
        expectClean(ran, words, where !== "in a pipe");
      }
    },
  );

  it.each(settings)(
    "is not written %s by errors that repeat what was typed",
    async (where, setting) => {
      for (const words of mistakes(wire, payload)) {
        for (const all of [words, [...words, "--json"]]) {
          const ran = await capture(all, setting);
          expect([all, ran.code]).not.toEqual([all, 0]);
          expectClean(ran, all, where !== "in a pipe");
        }
      }
    },
  );

  it("comes back exactly from JSON, JSON Lines and YAML", async () => {
    const { provider, model, document } = wire;
    const setting = { environment, isTerminal: false };
    const rows = async (format: string): Promise<unknown> => {
      const { stdout } = await capture(["list", "--status=all", "--format", format], setting);
      if (format === "yaml") return parseYaml(stdout);
      if (format === "json") return (JSON.parse(stdout) as { result: unknown }).result;
      const lines = stdout.trimEnd().split("\n");
      return lines.map((line) => JSON.parse(line) as unknown);
    };
    const json = await rows("json");
    expect(await rows("jsonl")).toEqual(json);
    expect(await rows("yaml")).toEqual(json);
    const info = await capture(["info", `${provider}/${model}`, "--json"], setting);
    const { result } = JSON.parse(info.stdout) as { result: { wire: unknown } };
    // but for halves of characters
    const sent = JSON.stringify(document).replaceAll(/\\ud[89a-f]../g, "\ufffd");
    const received = (JSON.parse(sent) as typeof document)[provider] as {
      models: Record<string, unknown>;
    };
    expect(result.wire).toEqual(received.models[model]);
  });
});

/** Read from the wire and asked for by nobody so far. */
const shownNowhere = [
  "facts.family",
  "facts.knowledge",
  "facts.release_date",
  "facts.last_updated",
  "facts.modalities.input[]",
  "facts.modalities.output[]",
  "facts.links[].type",
  "facts.weights[].quantization",
  "facts.benchmarks[].date",
  "facts.benchmarks[].dataset",
  "facts.benchmarks[].version",
];

describe("what ModelForge itself says", () => {
  const wordsOf = (text: string): string[] => text.match(/[a-z]{4,}/g) ?? [];
  it.each(placed.filter(({ name }) => /without an end|only begin|from one/.test(name)))(
    "in an error is whole beside $name",
    async ({ name, wire, payload, environment }) => {
      // as near to other names as the harmful one
      const seen = clean(payload).trim();
      const harmless = place(`${name} x`, seen);
      const plain = mistakes(harmless.wire, seen);
      const places = [environment, harmless.environment];
      // so that both have a generation
      for (const one of places) await capture(["list"], { environment: one, isTerminal: false });
      for (const [at, words] of mistakes(wire, payload).entries()) {
        const ran = await capture(words, { environment, isTerminal: false });
        const expected = await capture(plain[at] ?? [], {
          environment: harmless.environment,
          isTerminal: false,
        });
        const said = new Set(wordsOf(ran.stderr));
        // which names are near depends on what they hold
        const lost = wordsOf(
          expected.stderr.replaceAll(seen, "").replaceAll(/did you mean.*/g, ""),
        ).filter((word) => !said.has(word));
        expect([words, lost]).toEqual([words, []]);
      }
    },
  );
});

describe("the harmful catalog", () => {
  it("has every field shown by a command, but for those nothing shows", async () => {
    const { wire, environment } = place("in words", "");
    const seen = new Set<number>();
    for await (const { ran } of answers(wire, { environment, isTerminal: false })) {
      const { stdout, stderr } = ran;
      for (const [, field] of `${stdout}${stderr}`.matchAll(/F(\d+)\./gi)) seen.add(Number(field));
    }
    expect(wire.fields.filter((_, field) => !seen.has(field))).toEqual(shownNowhere);
  });
});

/** Paths of all texts below a value, names that are data as a star. */
function* textPaths(value: unknown, path: string, named: readonly string[]): Iterable<string> {
  if (typeof value === "string") yield path;
  else if (Array.isArray(value)) {
    for (const entry of value) yield* textPaths(entry, `${path}[]`, named);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, entry] of Object.entries(value)) {
      yield* textPaths(entry, named.includes(path) ? `${path}.*` : `${path}.${key}`, named);
    }
  }
}

describeRealCatalogs("a real catalog", (catalog) => {
  it("has no field of text that the harmful one lacks", () => {
    const modes = "provider.models.*.experimental.modes";
    const real = new Set<string>();
    for (const provider of Object.values(catalog.read("api.json") as object)) {
      for (const path of textPaths(provider, "provider", ["provider.models", modes]))
        real.add(path);
    }
    for (const facts of Object.values(catalog.read("models.json") as object)) {
      for (const path of textPaths(facts, "facts", [])) real.add(path);
    }
    // the ref is the id: it is where facts are found
    real.delete("facts.id");
    expect([...real].filter((path) => !fields.includes(path))).toEqual([]);
  });
});
