import { describe, expect, it } from "vitest";
import { Configuration } from "../../config/configuration.ts";
import { isConfigured, whyNotCallable } from "../../credentials/from-environment.ts";
import { hostTable } from "../../credentials/hosts/table.ts";
import { ModelForgeError } from "../../failure.ts";
import { createFakeSystem } from "../../testing/fake-system.ts";
import { atHand, ofHosts } from "../at-hand.ts";
import { leftOut } from "../left-out.ts";
import type { OperationContext } from "../operation.ts";
import { authStatus } from "./auth-status.ts";

const providers = {
  azure: ["AZURE_RESOURCE_NAME", "AZURE_API_KEY"],
  "amazon-bedrock": ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION"],
  "github-copilot": ["GITHUB_TOKEN"],
  openai: ["OPENAI_API_KEY"],
  openrouter: ["OPENROUTER_API_KEY"],
  mine: [],
};
type Provider = keyof typeof providers;

interface Setting {
  variables?: Record<string, string>;
  user?: object;
  accounts?: object[];
  trusted?: object[];
}

const access = {
  settings: { offline: false },
  ask: () => Promise.reject(new ModelForgeError("catalog.off", { message: "none" })),
};

function start({ variables = {}, user = {}, accounts = [], trusted = [] }: Setting) {
  const machine = createFakeSystem();
  for (const [name, value] of Object.entries(variables))
    machine.environment.variables.set(name, value);
  machine.files.put("/home/you/.config/model-forge/config.json", JSON.stringify(user));
  const store = JSON.stringify({ format: 1, accounts, trusted });
  machine.files.put("/home/you/.local/share/model-forge/credentials/store.json", store);
  const configuration = new Configuration(machine);
  return { machine, configuration, access } as unknown as OperationContext & {
    machine: ReturnType<typeof createFakeSystem>;
    configuration: Configuration;
  };
}

async function both(id: Provider, setting: Setting) {
  const context = start(setting);
  const { result } = await authStatus(context, { providers: [id] }, {});
  const active = result.find((one) => one.active) ?? result[0];
  const provider = { id, env: providers[id] };
  const having = await atHand(context);
  const against = whyNotCallable(provider, having);
  const why = against && leftOut([against])[0];
  return { status: active, configured: isConfigured(provider, having), why };
}

const baseUrl = (id: string, url: string) => ({ providers: { [id]: { baseUrl: url } } });
const placed = "http://127.0.0.1:8472/v1";
const key = { OPENAI_API_KEY: "sk-planted-0123456789" };
const signedIn = (host: string, endsAt: string | null = null) => ({
  provider: "github-copilot",
  account: "default",
  active: true,
  secret: "{}",
  signedIn: { host, expiresAt: null, endsAt },
});
const work = { provider: "openai", account: "work", env: "WORK_KEY" };
const home = { provider: "openai", account: "home", active: true, secret: "sk-home" };

describe("a credential that auth status says goes nowhere", () => {
  it.each<[what: string, provider: Provider, setting: Setting, why: RegExp]>([
    [
      "as its resource is no part of a host",
      "azure",
      { variables: { AZURE_API_KEY: "x", AZURE_RESOURCE_NAME: "a.b/c" } },
      /AZURE_RESOURCE_NAME is no single part of a host/,
    ],
    [
      "as its resource, in the person's own file, is none",
      "azure",
      {
        variables: { AZURE_API_KEY: "x" },
        user: { providers: { azure: { values: { AZURE_RESOURCE_NAME: "a.b" } } } },
      },
      /AZURE_RESOURCE_NAME is no single part of a host/,
    ],
    [
      "as its region is no part of a host",
      "amazon-bedrock",
      {
        variables: {
          AWS_ACCESS_KEY_ID: "x",
          AWS_SECRET_ACCESS_KEY: "x",
          AWS_REGION: "evil.com/x",
        },
      },
      /AWS_REGION is no single part of a host/,
    ],
    [
      "as a key stands in place of its resource",
      "azure",
      { variables: { AZURE_API_KEY: "x", AZURE_RESOURCE_NAME: "sk-planted-0123456789abcdef" } },
      /AZURE_RESOURCE_NAME holds a credential/,
    ],
    [
      "as it was got by signing in elsewhere",
      "github-copilot",
      {
        accounts: [signedIn("https://octo.ghe.com")],
        user: baseUrl("github-copilot", "https://api.githubcopilot.com"),
      },
      /may not go where providers.github-copilot.baseUrl says/,
    ],
    [
      "as its address holds a name and a password",
      "openai",
      { variables: key, user: baseUrl("openai", "http://127.0.0.1:8472@evil:80/v1") },
      /may not go where providers.openai.baseUrl says/,
    ],
    [
      "as its address is none",
      "openai",
      { variables: key, user: baseUrl("openai", "http://${NOT_SET}/v1") },
      /may not go where providers.openai.baseUrl says/,
    ],
    [
      "as a cloud's own programs find it, and none is to be found",
      "amazon-bedrock",
      {
        variables: { AWS_REGION: "eu-west-1", AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: "/v2" },
        user: { settings: { autoDetect: false } },
      },
      /settings.autoDetect has none found/,
    ],
  ])("is not configured: %s", async (_, id, setting, why) => {
    const { status, configured, why: against } = await both(id, setting);
    expect([status?.host, status?.why]).toEqual([null, expect.stringMatching(why)]);
    expect([configured, against]).toEqual([false, expect.stringMatching(why)]);
  });
});

describe("a credential that is kept", () => {
  it("does not count once the sign-in is over, and does until then", async () => {
    const over = { accounts: [signedIn("https://github.com", "2001-01-01T00:00:00Z")] };
    const { status, configured } = await both("github-copilot", over);
    expect([status?.why, configured]).toEqual([expect.stringContaining("is over since"), false]);
    const good = { accounts: [signedIn("https://github.com", "2999-01-01T00:00:00Z")] };
    expect(await both("github-copilot", good)).toMatchObject({
      configured: true,
      status: { why: null },
    });
  });

  it("counts where it was got, when its provider is called there", async () => {
    const there = {
      accounts: [signedIn("https://octo.ghe.com")],
      user: baseUrl("github-copilot", "https://copilot-api.octo.ghe.com"),
    };
    expect(await both("github-copilot", there)).toMatchObject({ configured: true });
  });

  it("counts by the account that is asked for, and no other does in its place", async () => {
    const accounts = [home, work];
    const asked = (account: string, more = {}) =>
      both("openai", { accounts, variables: { MODELFORGE_ACCOUNT: account, ...more } });
    expect(await asked("work")).toMatchObject({
      configured: false,
      status: { active: true, account: "work", missing: ["WORK_KEY"] },
    });
    expect(await asked("work", { WORK_KEY: "x" })).toMatchObject({ configured: true });
    expect(await asked("home")).toMatchObject({ configured: true });
    expect(await asked(" ")).toMatchObject({ configured: true });
    expect(await asked("zzz")).toMatchObject({
      configured: false,
      status: { active: false, why: "the account asked for is zzz" },
    });
  });
});

describe("a server of one's own", () => {
  it.each<[Provider, Setting, host: string | null]>([
    ["mine", { user: baseUrl("mine", placed) }, "127.0.0.1:8472"],
    // what is not trusted there stays here
    ["openai", { user: baseUrl("openai", placed), variables: key }, null],
  ])("is called without a credential, and is configured: %s", async (id, setting, host) => {
    const { status, configured } = await both(id, setting);
    expect(status).toMatchObject({
      host,
      why: "it is called without a credential at 127.0.0.1:8472",
    });
    expect(configured).toBe(true);
  });

  it("is not while it is switched off, or where others could read along", async () => {
    const off = { providers: { mine: { baseUrl: placed, enabled: false } } };
    expect((await both("mine", { user: off })).configured).toBe(false);
    const far = baseUrl("mine", "https://llm.example.com/v1");
    expect((await both("mine", { user: far })).configured).toBe(false);
  });
});

describe("a check", () => {
  it.each([
    ["http://127.0.0.1:8472@evil:80/v1", "providers.openai.baseUrl holds a name or a password"],
    ["http://u:p@127.0.0.1:8472/v1", "providers.openai.baseUrl holds a name or a password"],
    ["http://${NOT_SET}/v1", expect.stringContaining("providers.openai.baseUrl: NOT_SET")],
    ["nonsense", "providers.openai.baseUrl is no address"],
  ])("asks nobody in place of an address that is spoilt: %s", async (url, why) => {
    const context = start({ variables: key, user: baseUrl("openai", url) });
    const { result } = await authStatus(context, { providers: ["openai"], check: true }, {});
    expect(result[0]).toMatchObject({ host: null, check: "cannot tell", why });
    expect(context.machine.http.requests).toEqual([]);
  });

  it("asks where the person says, also of a provider whose list is everybody's", async () => {
    const { machine, ...context } = start({
      variables: { OPENROUTER_API_KEY: "sk-planted-0123456789" },
      user: baseUrl("openrouter", placed),
      trusted: [{ provider: "openrouter", origin: "http://127.0.0.1:8472" }],
    });
    machine.http.serve(`${placed}/models`, () => ({ json: { data: [] } }));
    const input = { providers: ["openrouter"], check: true };
    const { result } = await authStatus({ machine, ...context }, input, {});
    expect(result[0]?.host).toBe("127.0.0.1:8472");
    expect(new Set(machine.http.requests.map(({ url }) => url))).toEqual(
      new Set([`${placed}/models`]),
    );
  });
});

it("every setting that the table of hosts has is one that is looked at", () => {
  const hosts = Object.values(hostTable).flatMap((row) => row.hosts);
  const names = hosts.flatMap((host) =>
    typeof host === "string"
      ? [...host.matchAll(/\$\{(\w+)\}/g)].map(([, name = ""]) => name)
      : host.variable,
  );
  expect(names.filter((name) => !ofHosts.test(name))).toEqual([]);
});
