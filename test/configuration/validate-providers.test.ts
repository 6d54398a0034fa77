import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/config/finding.ts";
import { answerOf } from "../cli/envelope.ts";
import { commandWith } from "./validated.ts";

const said = (all: readonly Finding[]) => all.map(({ code, message, fix }) => [code, message, fix]);
const codes = (all: readonly Finding[]) => all.map(({ code }) => code);
const providers = (of: object, more: object = {}) => JSON.stringify({ ...more, providers: of });
const model = { models: { a: { name: "a" } } };

describe("config validate without a catalog", () => {
  it("says so whenever something had to be looked up in one", () => {
    const none = { MODELFORGE_URL: "/none/at/all.json" };
    for (const user of ['{"current": "openai/gpt-5"}', providers({ opnai: { enabled: false } })])
      expect(codes(commandWith(user).found("", none))).toEqual(["config.not-checked"]);
    expect(commandWith("{}").found("", none)).toEqual([]);
  });

  it("doubts that there is no such provider where the snapshot says so, and names the catalog", () => {
    const { run } = commandWith(providers({ "routing-run": model }));
    const ran = run("--offline --json", { MODELFORGE_URL: "https://models.dev" });
    const { catalog, result } = JSON.parse(ran.stdout) as {
      catalog: { origin: string };
      result: Finding[];
    };
    expect(catalog.origin).toBe("snapshot");
    expect(result[0]?.message).toMatch(
      /no provider routing-run in the catalog; the snapshot .* is of \d{4}-\d\d-\d\d, and the provider may be newer/,
    );
  });
});

describe("config validate of where a provider is called", () => {
  const house = (baseUrl: string, more: object = {}) =>
    providers({ house: { baseUrl, ...model, ...more } });

  it("names what fills an address, and then it is filled", () => {
    const { found, command, directory } = commandWith(house("https://${ZONE}.g.example/v1"));
    const [one] = found();
    const fix = "modelforge config set providers.house.values.ZONE <value>";
    expect([one?.code, one?.fix]).toEqual(["config.incomplete-provider", fix]);
    expect(command.shellIn(directory, fix.replace("<value>", "eu")).code).toBe(0);
    expect(codes(found())).toEqual(["config.no-credential"]);
  });

  it("names what a header lacks, and what cannot stand in one", () => {
    const headers = {
      "X-Zone": "${ZONE}",
      "X-Key": "${OPENAI_API_KEY}",
      "X-Own": "${HOUSE_API_KEY}",
    };
    const { found } = commandWith(house("https://house.example/v1", { headers }));
    const said = found().filter(({ message }) => message.includes("headers"));
    expect(said.map(({ code, message, fix }) => [code, message, fix])).toEqual([
      [
        "config.bad-header",
        "providers.house.headers.X-Zone is not sent: ZONE is neither a key nor a setting of house",
        "write it without ZONE, or modelforge config set providers.house.values.ZONE <value>",
      ],
      [
        "config.bad-header",
        "providers.house.headers.X-Key is not sent: OPENAI_API_KEY is neither a key nor a setting of house",
        "write it without OPENAI_API_KEY",
      ],
    ]);
  });

  it("advises no value for what is a key by its name", () => {
    const [one] = commandWith(house("https://${OPENAI_API_KEY}.evil.example/v1")).found();
    expect([one?.code, one?.fix]).toEqual([
      "config.incomplete-provider",
      "write its address without OPENAI_API_KEY",
    ]);
  });

  it("finds what an address lacks where no model is named", () => {
    const found = commandWith(
      providers({ house: { baseUrl: "https://${X}.a.example/v1" } }),
    ).found();
    expect(codes(found)).toEqual(["config.incomplete-provider"]);
  });

  it("fills no address of a project with what is the person's", () => {
    const own = providers({ house: { values: { ZONE: "eu" } } });
    const { found } = commandWith(own, house("https://${ZONE}.evil.example/v1"));
    const one = found().find(({ code }) => code === "config.incomplete-provider");
    expect(one?.message).toContain("ZONE is no setting of that provider");
  });

  it.each(["http://10.0.0.5:8000/v1", "http://gpu-box:8000/v1", "http://[fd00::1]/v1"])(
    "wants no credential for a server of one's own: %s",
    (address) => {
      const { found, command } = commandWith(providers({ vllm: { baseUrl: address, ...model } }));
      expect(found()).toEqual([]);
      const status = command.run(["auth", "status", "vllm", "--json"]);
      const { host } = new URL(address);
      expect(answerOf<object[]>(status).result).toEqual([
        expect.objectContaining({ provider: "vllm", found: false, host, missing: [] }),
      ]);
    },
  );

  const reads = "nothing keeps others from reading along there, and";
  it.each([
    [
      "http://gw.example/v1",
      { HOUSE_KEY: "correct-horse" },
      `HOUSE_KEY is not sent to http://gw.example: ${reads} no host is known that it belongs to`,
    ],
    [
      "https://gw.example/v1",
      { HOUSE_KEY: "correct-horse" },
      "HOUSE_KEY is not sent to https://gw.example: no host is known that it belongs to",
    ],
    [
      "http://gw.example/v1",
      {},
      "nothing is sent to http://gw.example: others could read along there",
    ],
  ])("says where a credential does not go: %s with %j", (address, environment, message) => {
    const { found } = commandWith(house(address, { env: ["HOUSE_KEY"] }));
    const one = found("", environment).find(({ code }) => code === "config.untrusted-address");
    expect(one?.message).toBe(message);
    expect(one?.fix).toContain(`modelforge auth trust house ${new URL(address).origin}`);
  });

  it("says it of a project's file, too, and of plain http to the right host", () => {
    for (const address of ["https://evil.example/v1", "http://api.openai.com/v1"]) {
      const { found, project } = commandWith("{}", providers({ openai: { baseUrl: address } }));
      expect(found().map(({ code, file }) => [code, file])).toEqual([
        ["config.untrusted-address", project],
      ]);
    }
  });

  it("is silent where the person trusted the address", () => {
    const { found, command } = commandWith(
      providers({ openai: { baseUrl: "https://gw.example/v1" } }),
    );
    command.run(["auth", "trust", "openai", "https://gw.example", "--yes"]);
    expect(found()).toEqual([]);
  });
});

describe("config validate of the model in use", () => {
  it.each<[string, Record<string, string>]>([
    ['{"current": "openai/gpt-5"}', {}],
    ['{"aliases": {"fast": {"model": "openai/gpt-5"}}}', {}],
    ["{}", { MODELFORGE_MODEL: "openai/gpt-5" }],
  ])("finds that nobody could call it: %s", (user, more) => {
    const { found } = commandWith(user);
    expect(said(found("", { OPENAI_API_KEY: "", ...more }))).toEqual([
      [
        "config.no-credential",
        "no credential for openai is at hand",
        "modelforge auth login openai",
      ],
    ]);
    expect(found("", more)).toEqual([]);
  });

  it("finds that a project switched its provider off", () => {
    const off = providers({ openai: { enabled: false } });
    const { found } = commandWith('{"current": "openai/gpt-5"}', off);
    expect(said(found())).toEqual([
      [
        "config.disabled-provider",
        "openai is switched off in the configuration",
        "modelforge config unset providers.openai.enabled --project",
      ],
    ]);
  });

  it("knows no provider of whom nothing but models is said", () => {
    const { found } = commandWith(providers({ opnai: model }));
    expect(said(found())).toEqual([
      ["config.unknown-provider", "no provider opnai in the catalog", "did you mean openai?"],
    ]);
  });
});

describe("config validate of what is said of a model", () => {
  it("compares every way of naming an output with what the model puts out, one's own limit too", () => {
    const parameters = {
      max_tokens: 10,
      extra_body: { max_tokens: 9001 },
      generationConfig: { maxOutputTokens: 9002 },
      thinking: { budget_tokens: 9003 },
    };
    const mine = { limits: { output: 1000 }, parameters: { max_tokens: 5000 } };
    const { found } = commandWith(
      providers({ openai: { models: { "gpt-5": { parameters }, mine } } }),
    );
    expect(found().map(({ code, message }) => [code, message])).toEqual([
      ["config.above-limit", "extra_body.max_tokens is 9001, and openai/gpt-5 takes 8192"],
      [
        "config.above-limit",
        "generationConfig.maxOutputTokens is 9002, and openai/gpt-5 takes 8192",
      ],
      ["config.above-limit", "thinking.budget_tokens is 9003, and openai/gpt-5 takes 8192"],
      ["config.above-limit", "max_tokens is 5000, and openai/mine takes 1000"],
    ]);
  });

  it("takes out with --fix what the catalog says, too, and nothing else", () => {
    const row = { name: "GPT", limits: { context: 128_000, output: 9 }, price: { input: 1 } };
    const { run, found, command } = commandWith(
      providers({ openai: { models: { "gpt-5": row } } }),
    );
    expect(codes(found())).toEqual(["config.same-as-catalog", "config.same-as-catalog"]);
    expect(run("--fix").stderr).toContain(
      "providers.openai.models.gpt-5.limits.context is taken out",
    );
    expect(found()).toEqual([]);
    expect(command.run(["config", "get", "providers.openai.models"]).stdout).toBe(
      '{"gpt-5":{"name":"GPT","limits":{"output":9}}}\n',
    );
  });

  it("says that an alias has the name of a model, also where it is one of one's own", () => {
    const said = { aliases: { "gpt-5": { model: "house/x" } } };
    const house = { baseUrl: "http://127.0.0.1:1/v1", models: { x: {} } };
    const { found } = commandWith(providers({ house }, said));
    expect(codes(found())).toEqual(["config.alias-hides"]);
  });

  it("calls nothing the same that another value would count for once it is gone", () => {
    const catalogs = { price: { input: 1 }, limits: { context: 128_000 } };
    const other = { price: { input: 3 }, limits: { context: 10 } };
    const overrides = { catalog: { overrides: { "openai/gpt-5": other } } };
    const { run, found } = commandWith(
      providers({ openai: { models: { "gpt-5": catalogs } } }, overrides),
    );
    expect(codes(found())).toEqual([]);
    expect(run("--fix").stderr).not.toContain("taken out");
  });

  it("reads no file with --no-config", () => {
    expect(commandWith('{"colour": 1}').found("--no-config")).toEqual([]);
  });
});

describe("config set of where a provider is called", () => {
  it.each(["https://h:99999/v1", "https://[::1/v1"])(
    "refuses what is no address: %s",
    (address) => {
      const { command } = commandWith("{}");
      const ran = command.run(["config", "set", "providers.house.baseUrl", address]);
      expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining("takes an address")]);
    },
  );

  it("takes one with variables", () => {
    const { command } = commandWith("{}");
    for (const address of ["https://${ZONE}.a.example/v1", "${DATABRICKS_HOST}/serving"])
      expect(command.run(["config", "set", "providers.house.baseUrl", address]).code).toBe(0);
  });
});
