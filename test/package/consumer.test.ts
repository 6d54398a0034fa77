import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const directory = mkdtempSync(join(tmpdir(), "modelforge-consumer-"));
const environment = {
  PATH: process.env.PATH ?? "",
  HOME: directory,
  MODELFORGE_CACHE_DIR: join(directory, "cache"),
  MODELFORGE_STATE_DIR: join(directory, "state"),
  MODELFORGE_OFFLINE: "1",
};

function run(command: string, args: string[], cwd = directory): string {
  return execFileSync(command, args, { cwd, env: environment, encoding: "utf8" });
}

beforeAll(() => {
  const packed = run(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--pack-destination", directory],
    root,
  );
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  writeFileSync(join(directory, "package.json"), '{ "name": "consumer", "private": true }\n');
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${filename}`]);
}, 120_000);

afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe("the packed package in an empty project", () => {
  it("brings no run-time dependency along but what speaks with the keychain, which it does without", () => {
    const installed = join(directory, "node_modules/modelforge/package.json");
    const said = JSON.parse(readFileSync(installed, "utf8")) as Record<string, unknown>;
    expect([said.dependencies, said.optionalDependencies]).toEqual([
      undefined,
      { "@napi-rs/keyring": "2.1.2" },
    ]);
    // nothing is to be had without a network: all that follows is answered without it
    const tree = JSON.parse(run("npm", ["ls", "--json", "--all"])) as {
      dependencies: Record<string, { dependencies?: Record<string, { version?: string }> }>;
    };
    expect(Object.keys(tree.dependencies)).toEqual(["modelforge"]);
    // an optional peer is named there, without a version where it is not installed
    const named = Object.values(tree.dependencies.modelforge?.dependencies ?? {});
    expect(named.filter(({ version }) => version !== undefined)).toEqual([]);
  });

  it("keeps a key where what speaks with the keychain is not installed", () => {
    const login = "printf sk-0123456789abcdef | npx --no-install modelforge auth login openai";
    const address = "DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere";
    const said = run("sh", ["-c", `export ${address}; ${login} --key-stdin 2>&1`]);
    expect(said).toContain("the optional package @napi-rs/keyring is not installed");
    expect(said).toContain("stored a credential of openai ending in cdef as default");
    const token = run("npx", ["--no-install", "modelforge", "auth", "token", "openai"]);
    expect(token).toBe("sk-0123456789abcdef\n");
  });

  it("answers from its snapshot through the installed command", () => {
    const printed = run("npx", ["--no-install", "modelforge", "info", "openai/gpt-4o", "--json"]);
    const answer = JSON.parse(printed) as { result: { ref: string }; catalog: { origin: string } };
    expect(answer.result.ref).toBe("openai/gpt-4o");
    expect(answer.catalog.origin).toBe("snapshot");
  });

  it("estimates the tokens of a text without gpt-tokenizer, and says so", () => {
    const prompt = join(directory, "prompt.md");
    writeFileSync(prompt, "Tokens are counted where the encoding is at hand.");
    const args = ["cost", "openai/gpt-4o", "--prompt-file", prompt, "--output", "1"];
    const line = `npx --no-install modelforge ${args.join(" ")} 2>&1`;
    expect(run("sh", ["-c", line])).toContain("an estimate");
  });

  it("works through import", () => {
    const script = `import { ModelsDevClient, ModelForgeError } from "modelforge";
const client = new ModelsDevClient({ offline: true });
const models = await client.getModels({ provider: ["openai"], capability: ["tools"] });
const failure = await client.getModelDetails("openai/gpt-4oo").catch((error) => error);
console.log(JSON.stringify({ count: models.length, code: failure.code, isOurs: failure instanceof ModelForgeError }));`;
    writeFileSync(join(directory, "consumer.mjs"), script);
    const printed = JSON.parse(run(process.execPath, ["consumer.mjs"])) as Record<string, unknown>;
    expect(printed).toMatchObject({ code: "model.not-found", isOurs: true });
    expect(printed.count).toBeGreaterThan(5);
  });

  it("works through require", () => {
    const script = `const { ModelsDevCache, ModelsDevClient } = require("modelforge");
new ModelsDevClient({ offline: true }).getProviderConfig("open_ai").catch((error) => error.code).then(async (code) => {
  const status = await new ModelsDevCache().status();
  console.log(JSON.stringify({ code, generations: typeof status.generations }));
});`;
    writeFileSync(join(directory, "consumer.cjs"), script);
    const printed = JSON.parse(run(process.execPath, ["consumer.cjs"])) as unknown;
    expect(printed).toEqual({ code: "provider.not-found", generations: "number" });
  });

  it("has types TypeScript agrees with, for import and for require", () => {
    const source = `import { ModelsDevClient, type ModelInfo, ModelForgeError } from "modelforge";
import { createFakeSystem, type FakeSystem } from "modelforge/testing";
const system: FakeSystem = createFakeSystem({ now: "2026-07-02T12:00:00Z", terminal: { isTerminal: true } });
system.http.serve(/api/, { fails: new ModelForgeError("network.failed", { message: "it was told to" }) });
new ModelsDevClient({ system: { ...system, http: system.startAnother().http } });
// @ts-expect-error a machine has all its parts
new ModelsDevClient({ system: { clock: system.clock } });
export async function cheapest(): Promise<ModelInfo | undefined> {
  const client = new ModelsDevClient({ ttlMs: 1000, offline: true });
  const [first] = await client.getModels({ sort: "price", limit: 1 });
  const price: number | null | undefined = first?.price?.input;
  return price === null ? undefined : first;
}
export const codeOf = (error: ModelForgeError): string => error.code;
// @ts-expect-error a filter knows its fields
new ModelsDevClient().getModels({ nonsense: true });
`;
    for (const name of ["typed.mts", "typed.cts"]) writeFileSync(join(directory, name), source);
    const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
    const flags = ["--noEmit", "--strict", "--module", "nodenext", "--skipLibCheck", "false"];
    const types = ["--target", "es2022", "typed.mts", "typed.cts"];
    expect(run(process.execPath, [tsc, ...flags, ...types])).toBe("");
  });

  it("tests a program without network and disk, through import and through require", () => {
    const script = `
const system = createFakeSystem();
const model = { id: "one", name: "One", cost: { input: 1, output: 2 } };
system.http.serve("https://models.dev/api.json", { json: { lab: { id: "lab", name: "Lab", models: { one: model } } } });
const client = new ModelsDevClient({ system });
client.getModels().then(async ([found]) => {
  system.files.protect("/home/you");
  const failure = await new ModelsDevCache({ system }).clear().catch((error) => error);
  console.log(JSON.stringify([found.ref, failure.code, failure instanceof ModelForgeError]));
});`;
    const names = "{ ModelForgeError, ModelsDevCache, ModelsDevClient }";
    const doors = {
      "testing.mjs": `import ${names} from "modelforge";
import { createFakeSystem } from "modelforge/testing";`,
      "testing.cjs": `const ${names} = require("modelforge");
const { createFakeSystem } = require("modelforge/testing");`,
    };
    for (const [name, door] of Object.entries(doors)) {
      writeFileSync(join(directory, name), door + script);
      const printed = JSON.parse(run(process.execPath, [name])) as unknown;
      expect([name, printed]).toEqual([name, ["lab/one", "file.unwritable", true]]);
    }
  });

  it("does no I/O when it is imported or created", () => {
    const script = `const fs = require("node:fs");
const { ModelsDevClient } = require("modelforge");
const seen = [];
for (const name of ["openSync", "readFileSync", "writeFileSync", "statSync", "mkdirSync", "readdirSync"]) {
  const real = fs[name];
  fs[name] = (...args) => { seen.push(name); return real(...args); };
}
new ModelsDevClient();
console.log(JSON.stringify(seen));`;
    writeFileSync(join(directory, "silent.cjs"), script);
    expect(run(process.execPath, ["silent.cjs"])).toBe("[]\n");
  });

  it("carries its licence", () => {
    const licence = readFileSync(join(directory, "node_modules/modelforge/LICENSE"), "utf8");
    expect(licence).toContain("MIT License");
  });
});
