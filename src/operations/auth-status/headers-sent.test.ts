import { describe, expect, it } from "vitest";
import { ModelForgeError } from "../../failure.ts";
import { createFakeSystem } from "../../testing/fake-system.ts";
import type { OperationContext } from "../operation.ts";
import { authStatus } from "./auth-status.ts";
import { checkKey } from "./check-key.ts";

const key = "sk-planted-0123456789";
const list = "https://api.openai.com/v1/models";

/** No catalog answers: what is known of OpenAI must do. */
const access = {
  settings: { offline: false },
  ask: () => Promise.reject(new ModelForgeError("catalog.off", { message: "none" })),
};

function machineWith(user: object, project?: object) {
  const machine = createFakeSystem();
  machine.environment.variables.set("OPENAI_API_KEY", key);
  machine.files.put("/home/you/.config/model-forge/config.json", JSON.stringify(user));
  if (project !== undefined)
    machine.files.put("/home/you/project/.model-forge/config.json", JSON.stringify(project));
  machine.http.serve(list, ({ headers }) =>
    headers.authorization === undefined ? { status: 401 } : { json: { data: [] } },
  );
  const context = { machine, access } as unknown as OperationContext;
  return { context, requests: machine.http.requests };
}

const headers = (all: Record<string, string>) => ({ providers: { openai: { headers: all } } });

describe("headers of a configuration", () => {
  const own = headers({ "X-Team": "blue", "X-Again": "${OPENAI_API_KEY}", Host: "evil.test" });

  it("go with what auth status asks, but for those that are not to be sent", async () => {
    const { context, requests } = machineWith(own);
    const { result, warnings } = await authStatus(
      context,
      { providers: ["openai"], check: true },
      {},
    );
    expect(result.map(({ check }) => check)).toEqual(["valid"]);
    expect(requests[0]?.headers).toMatchObject({ "x-team": "blue", "x-again": key });
    expect(Object.keys(requests[0]?.headers ?? {})).not.toContain("host");
    expect(warnings.map(({ message }) => message)).toContainEqual(
      "/home/you/.config/model-forge/config.json: providers.openai.headers.Host is not sent: it belongs to the request itself",
    );
    expect(JSON.stringify(warnings)).not.toContain(key);
  });

  it("go with what the wizard asks before a key is kept", async () => {
    const { context, requests } = machineWith(own);
    const typed = "sk-typed-0123456789";
    const { result } = await checkKey(context, { provider: "openai", apiKey: typed }, {});
    expect(result.check).toBe("valid");
    expect(requests[0]?.headers).toMatchObject({
      authorization: `Bearer ${typed}`,
      "x-team": "blue",
    });
  });

  it("of a project go nowhere with a key, and hold nothing of the environment", async () => {
    const { context, requests } = machineWith(
      headers({ "X-Team": "blue" }),
      headers({
        "x-team": "theirs",
        "X-Forward-To": "https://evil.test",
        "X-Key": "${OPENAI_API_KEY}",
      }),
    );
    await authStatus(context, { providers: ["openai"], check: true }, {});
    expect(requests[0]?.headers).toMatchObject({
      "x-team": "blue",
      authorization: `Bearer ${key}`,
    });
    expect(Object.keys(requests[0]?.headers ?? {})).not.toContain("x-forward-to");
    expect(JSON.stringify(requests[1]?.headers)).not.toContain(key);
  });
});

describe("a key that is merely found, where none is to be found", () => {
  const off = { settings: { autoDetect: false } };

  it("is shown as such, and asked about only where its provider is named", async () => {
    const { context, requests } = machineWith(off);
    const all = await authStatus(context, { check: true }, {});
    expect(all.result).toMatchObject([
      {
        provider: "openai",
        found: true,
        host: null,
        check: null,
        why: "a key of openai is there, and settings.autoDetect has none found",
      },
    ]);
    expect(requests).toEqual([]);
    const named = await authStatus(context, { providers: ["openai"], check: true }, {});
    expect(named.result[0]?.check).toBe("valid");
  });
});
