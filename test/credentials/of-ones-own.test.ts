import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { setUp } from "./set-up.ts";

const key = "hk-planted-0123456789";
let heard: string[] = [];
const server = createServer((request, response) => {
  heard.push(`${request.url} ${request.headers.authorization ?? "nothing"}`);
  const isKnown = request.headers.authorization === `Bearer ${key}`;
  response.writeHead(isKnown ? 200 : 401, { "content-type": "application/json" }).end("{}");
});
let origin = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** The command with a server of the person's own in their file. */
function withHouse(said: Record<string, unknown> = {}) {
  heard = [];
  const made = setUp({
    HOUSE_KEY: key,
    MODELFORGE_URL: join(root, "test/fixtures/recorded-catalog/api.json"),
  });
  const configuration = join(made.command.home, ".config/model-forge");
  mkdirSync(configuration, { recursive: true });
  const house = { baseUrl: `${origin}/v1`, env: ["HOUSE_KEY"], models: { m: {} }, ...said };
  writeFileSync(join(configuration, "config.json"), JSON.stringify({ providers: { house } }));
  return made;
}

interface Row {
  found: boolean;
  source: string | null;
  host: string | null;
  check: string | null;
  why: string | null;
}

describe("a key of a server of one's own", () => {
  it("is found in the variable that the file names, goes where it is trusted, and is called so everywhere", async () => {
    const { command } = withHouse();
    const before = answerOf<Row[]>(await command.ask(["auth", "status", "house", "--json"])).result;
    expect(before).toMatchObject([{ found: true, source: "env:HOUSE_KEY", host: null }]);
    expect(before[0]?.why).toContain("it is called without a credential at 127.0.0.1");
    const trusting = ["auth", "trust", "house", origin, "--yes"];
    expect((await command.ask(trusting)).code).toBe(0);
    const line = ["auth", "status", "house", "--check", "--json"];
    const [row] = answerOf<Row[]>(await command.ask(line)).result;
    expect(row).toMatchObject({ source: "env:HOUSE_KEY", check: "valid" });
    expect(heard).toEqual([`/v1/models Bearer ${key}`, "/v1/models nothing"]);
    const program = ["auth", "exec", "house", "--", "sh", "-c", "echo $HOUSE_KEY"];
    expect((await command.ask(program)).stdout).toBe(`${key}\n`);
    expect((await command.ask(["auth", "token", "house"])).stdout).toBe(`${key}\n`);
    const list = ["list", "--configured", "--provider", "house", "--json"];
    expect(answerOf<unknown[]>(await command.ask(list)).result).toMatchObject([{ ref: "house/m" }]);
  });

  it("is not needed where the server is called without: it is listed by its name, and without", async () => {
    const { command } = withHouse();
    for (const words of [["house"], []]) {
      const line = ["auth", "status", ...words, "--json"];
      const ran = await command.ask(line, { HOUSE_KEY: "" });
      expect(answerOf<Row[]>(ran).result).toMatchObject([
        { provider: "house", found: false, missing: [], why: expect.stringContaining("without") },
      ]);
    }
  });

  it("is looked for in the variable that the file names where there is none", async () => {
    const { command } = withHouse();
    const ran = await command.ask(["auth", "token", "house"], { HOUSE_KEY: "" });
    expect([ran.code, ran.stderr]).toEqual([4, expect.stringContaining("or set HOUSE_KEY")]);
  });

  it("is kept by the provider's name, and where it does not go yet is said", async () => {
    const { command, piped, accounts } = withHouse();
    const ran = piped(key, "auth login house --key-stdin");
    expect([ran.code, ran.stderr]).toEqual([
      0,
      expect.stringContaining(`where its key does not go: modelforge auth trust house ${origin}`),
    ]);
    expect(accounts()).toEqual(["house/default*"]);
    expect((await command.ask(["auth", "status", "house"])).stdout).toContain("nowhere yet");
  });

  it("is sent nowhere while the provider is switched off, not by a check either", async () => {
    const { command } = withHouse({ enabled: false });
    await command.ask(["auth", "trust", "house", origin, "--yes"]);
    const line = ["auth", "status", "house", "--check", "--json"];
    const [row] = answerOf<Row[]>(await command.ask(line)).result;
    expect(row).toMatchObject({ check: "cannot tell", host: null });
    expect(heard).toEqual([]);
  });
});

describe("an address that a project says", () => {
  it("is named where a key of its provider is at hand, and the key goes nowhere by it", () => {
    const { command } = withHouse();
    const project = join(command.home, "project");
    mkdirSync(join(project, ".git"), { recursive: true });
    mkdirSync(join(project, ".model-forge"));
    const said = { providers: { openai: { baseUrl: `${origin}/v1` } } };
    const file = join(project, ".model-forge/config.json");
    writeFileSync(file, JSON.stringify(said));
    const environment = { OPENAI_API_KEY: "sk-planted-0123456789" };
    const ran = command.shellIn(project, "modelforge auth status openai --json", environment);
    const { result, warnings } = answerOf<Row[]>(ran);
    expect(result).toMatchObject([{ found: true, host: null }]);
    expect(warnings).toMatchObject([
      {
        code: "config.project-address",
        message: `${file}: openai is called at ${origin}/v1 here, without its credential`,
      },
    ]);
    expect(heard).toEqual([]);
  });
});
