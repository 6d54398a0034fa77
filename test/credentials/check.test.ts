import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { mkdirSync, writeFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { answerOf } from "../cli/envelope.ts";
import { key, setUp } from "./set-up.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A model server that has a list for whoever has the key, or sends elsewhere; it keeps what it was sent. */
async function listen(redirect?: string) {
  const heard: IncomingHttpHeaders[] = [];
  const server = createServer(({ headers }, response) => {
    heard.push(headers);
    if (redirect !== undefined) {
      response.writeHead(307, { location: redirect }).end();
      return;
    }
    const isOpen = JSON.stringify(headers).includes(key);
    response.writeHead(isOpen ? 200 : 401, { "content-type": "application/json" }).end("{}");
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, heard, gotKey: () => heard.some((one) => JSON.stringify(one).includes("planted")) };
}

interface Row {
  provider: string;
  check: string | null;
  why: string | null;
}

const rowsOf = (stdout: string): Row[] => answerOf<Row[]>({ code: 0, stdout, stderr: "" }).result;

/** A catalog of somebody who wants keys. */
function hostileCatalog(home: string, api: string): string {
  const path = join(home, "catalog.json");
  const model = (id: string) => ({
    id,
    name: id,
    limit: { context: 1000, output: 1000 },
    cost: { input: 1, output: 1 },
    modalities: { input: ["text"], output: ["text"] },
  });
  const provider = (id: string, env: string[]) => ({
    id,
    name: id,
    env,
    api,
    npm: "@ai-sdk/openai-compatible",
    models: { [`${id}-1`]: model(`${id}-1`) },
  });
  writeFileSync(
    path,
    JSON.stringify({
      openai: provider("openai", ["OPENAI_API_KEY"]),
      evil: provider("evil", ["OPENAI_API_KEY", "BANK_TOKEN"]),
      constructor: provider("constructor", ["GROQ_API_KEY"]),
    }),
  );
  return path;
}

describe("auth status --check", () => {
  it("gives the right host the key, which is the one that was trusted", async () => {
    const server = await listen();
    const { command, piped } = setUp();
    piped(key, `auth login vllm --key-stdin --trust-host ${server.url}`);
    const { code, stdout } = await command.ask(["auth", "status", "vllm", "--check", "--json"]);
    expect(rowsOf(stdout)).toMatchObject([{ provider: "vllm", check: "valid", why: null }]);
    expect([code, server.gotKey(), server.heard.length]).toEqual([0, true, 2]);
  });

  it("asks where the person's own file says that the provider is called, whatever a catalog says", async () => {
    const [own, catalogs] = [await listen(), await listen()];
    const { command, piped } = setUp();
    const url = hostileCatalog(command.home, `${catalogs.url}/v1`);
    const file = join(command.home, ".config/model-forge/config.json");
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, JSON.stringify({ providers: { evil: { baseUrl: `${own.url}/v1` } } }));
    piped(key, `auth login evil --key-stdin --trust-host ${own.url}`);
    const line = ["auth", "status", "evil", "--check", "--json"];
    const { code, stdout } = await command.ask(line, { MODELFORGE_URL: url });
    expect(rowsOf(stdout)).toMatchObject([{ provider: "evil", check: "valid" }]);
    expect([code, own.gotKey(), catalogs.heard]).toEqual([0, true, []]);
  });

  it("ends with 4 where a provider refuses one", async () => {
    const server = await listen();
    const { command, piped } = setUp();
    piped("another-key-0123", `auth login vllm --key-stdin --trust-host ${server.url}`);
    const { code, stdout } = await command.ask(["auth", "status", "vllm", "--check"]);
    expect([code, stdout.includes("refused")]).toEqual([4, true]);
  });

  it("sends nothing to where a redirect leads", async () => {
    const thief = await listen();
    const server = await listen(`${thief.url}/v1/models`);
    const { command, piped } = setUp();
    piped(key, `auth login vllm --key-stdin --trust-host ${server.url}`);
    const { code, stdout } = await command.ask(["auth", "status", "vllm", "--check", "--json"]);
    expect(rowsOf(stdout)[0]?.check).toBe("cannot tell");
    expect([code, server.gotKey(), thief.heard]).toEqual([0, true, []]);
  });

  it("gives no key to a catalog, a project or an environment that want it elsewhere, and names each", async () => {
    const thief = await listen();
    const { command, piped } = setUp({
      OPENAI_API_KEY: key,
      GROQ_API_KEY: key,
      ANTHROPIC_API_KEY: key,
      BANK_TOKEN: key,
      OPENAI_BASE_URL: thief.url,
      ANTHROPIC_BASE_URL: thief.url,
      AWS_ENDPOINT_URL: thief.url,
      HTTPS_PROXY: "http://127.0.0.1:1",
      MODELFORGE_EVIL_API_KEY: key,
      MODELFORGE_CONSTRUCTOR_API_KEY: key,
    });
    piped(key, "auth login openai --key-stdin");
    const project = join(command.home, "project");
    mkdirSync(join(project, ".model-forge"), { recursive: true });
    const wanted = { providers: { openai: { baseUrl: thief.url, env: ["GROQ_API_KEY"] } } };
    writeFileSync(join(project, ".model-forge/config.json"), JSON.stringify(wanted));
    const url = hostileCatalog(command.home, `${thief.url}/v1`);
    const line = "auth status --check --all --json openai evil constructor anthropic".split(" ");
    const ran = await command.ask(line, { MODELFORGE_URL: url }, ["env", "-C", project]);
    const { result, warnings } = answerOf<Row[]>({ ...ran, code: 0 });
    expect(result.filter(({ check }) => check === "valid")).toEqual([]);
    const named = warnings.filter(({ code }) => code === "credential.host-untrusted");
    expect(named.length).toBeGreaterThanOrEqual(3);
    for (const { message } of named) {
      expect(message).toContain(thief.url);
      expect(message).toContain("modelforge auth trust");
    }
    expect([ran.code, thief.heard]).toEqual([4, []]);
    expect(`${ran.stdout}${ran.stderr}`).not.toContain("planted");
  });

  it("puts no variable into an address that a catalog names, to a host that is trusted neither", async () => {
    const server = await listen();
    const secrets = { BANK_TOKEN: "B4nk-Planted-0123456789", ANTHROPIC_API_KEY: key };
    const { command, piped } = setUp({ ...secrets, HARMLESS: "pl4nted" });
    piped(key, `auth login vllm --key-stdin --trust-host ${server.url}`);
    piped(key, `auth trust openai ${server.url} --yes`);
    piped(key, "auth login openai --key-stdin --account other");
    const wanting = [
      "/${BANK_TOKEN}/v1",
      "/v1?x=${ANTHROPIC_API_KEY}",
      "/${HARMLESS}",
      `/v1/${key.toUpperCase()}`,
      `/v1/${Buffer.from(secrets.BANK_TOKEN).toString("base64url")}`,
    ];
    for (const path of wanting) {
      const url = hostileCatalog(command.home, `${server.url}${path}`);
      for (const shown of [[], ["--json"], ["--format", "csv"], ["--verbose"]]) {
        const line = ["auth", "status", "openai", "--check", ...shown];
        const ran = await command.ask(line, { MODELFORGE_URL: url });
        expect([path, ran.code, server.heard]).toEqual([path, 4, []]);
        expect(`${ran.stdout}${ran.stderr}`).not.toMatch(/planted|pl4nted/i);
      }
    }
    // the same without any of it
    const url = hostileCatalog(command.home, `${server.url}/v1`);
    const line = ["auth", "status", "openai", "--check"];
    expect((await command.ask(line, { MODELFORGE_URL: url })).code).toBe(0);
    expect(server.gotKey()).toBe(true);
  });

  it("shows no key that stands in the place of a setting", async () => {
    const { command } = setUp({ AZURE_API_KEY: key, AZURE_RESOURCE_NAME: `Groq-${key}-x` });
    for (const words of [[], ["--check"], ["--json"], ["--check", "--json"]]) {
      const ran = await command.ask(["auth", "status", "azure", ...words]);
      expect(`${ran.stdout}${ran.stderr}`).toContain("AZURE_RESOURCE_NAME");
      expect(`${ran.stdout}${ran.stderr}`).not.toMatch(/planted/i);
    }
  });

  it("asks nobody where offline was asked for", async () => {
    const server = await listen();
    const { command, piped } = setUp();
    piped(key, `auth login vllm --key-stdin --trust-host ${server.url}`);
    const asked = ["auth", "status", "vllm", "--check"];
    expect((await command.ask([...asked, "--offline"])).code).toBe(5);
    expect((await command.ask(asked, { MODELFORGE_OFFLINE: "1" })).code).toBe(5);
    expect(server.heard).toEqual([]);
  });
});
