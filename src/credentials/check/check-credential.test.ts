import { describe, expect, it } from "vitest";
import { createFakeSystem, type FakeAnswer, type FakeSystem } from "../../testing/fake-system.ts";
import { rejectionOf } from "../../testing/failures.ts";
import { Secret } from "../secret.ts";
import { trustingOf } from "../where-to.ts";
import { checkCredential } from "./check-credential.ts";
import { listingOf, type Reached } from "./listing.ts";

const key = "sk-planted-0123456789";
const list = "https://api.openai.com/v1/models";

function check(
  machine: FakeSystem,
  provider = "openai",
  reached?: Reached,
  trusted: { provider: string; origin: string }[] = [],
) {
  const listing = listingOf(provider, reached, []);
  if (listing === undefined) throw new Error(`no list of ${provider}`);
  return checkCredential(machine, listing, {
    secret: new Secret(key),
    holder: { provider },
    style: listing.style,
    trusting: trustingOf(machine.environment, trusted),
  });
}

/** A list for whoever has the key. */
const guarded = ({ headers }: { headers: Readonly<Record<string, string>> }): FakeAnswer =>
  Object.values(headers).some((value) => value.includes(key))
    ? { json: { data: [] } }
    : { status: 401, json: {} };

const sent = (machine: FakeSystem) =>
  machine.http.requests.filter(({ headers }) => JSON.stringify(headers).includes(key));

describe("a credential that is checked", () => {
  it("is valid where it opens a list that is shut without it", async () => {
    const machine = createFakeSystem();
    machine.http.serve(list, guarded);
    expect(await check(machine)).toEqual({ check: "valid", why: null });
    expect(sent(machine).map(({ url, headers }) => [url, headers.authorization])).toEqual([
      [list, `Bearer ${key}`],
    ]);
  });

  it.each([
    ["anthropic", "https://api.anthropic.com/v1/models", "x-api-key", key],
    ["google", "https://generativelanguage.googleapis.com/v1beta/models", "x-goog-api-key", key],
    ["groq", "https://api.groq.com/openai/v1/models", "authorization", `Bearer ${key}`],
  ])("stands in the header that %s wants", async (provider, address, header, value) => {
    const machine = createFakeSystem();
    machine.http.serve(address, guarded);
    expect((await check(machine, provider)).check).toBe("valid");
    expect(sent(machine)[0]?.headers[header]).toBe(value);
  });

  it.each<[string, string, FakeAnswer, string]>([
    ["refused", "openai", { status: 401 }, "it answers 401"],
    [
      "refused",
      "google",
      { status: 400, json: { error: { details: [{ reason: "API_KEY_INVALID" }] } } },
      "it answers that the key is not valid",
    ],
    ["cannot tell", "openai", { status: 400, body: "API_KEY_INVALID" }, "it answers 400"],
    ["cannot tell", "openai", { json: {} }, "anybody may read the list of that provider"],
    ["cannot tell", "openai", { body: "<html>" }, "what answers there is no list of models"],
    [
      "cannot tell",
      "openai",
      { status: 402 },
      "it takes the key, and answers that there are no funds (402)",
    ],
    [
      "cannot tell",
      "openai",
      { status: 403 },
      "the key may not read the list there, or nobody from here may (403)",
    ],
    ["cannot tell", "openai", { status: 404 }, "it has no list of models (404)"],
    ["cannot tell", "openai", { status: 429 }, "too many requests were made (429)"],
    ["cannot tell", "openai", { status: 503 }, "it answers 503"],
    ["cannot tell", "openai", { fails: "ECONNREFUSED" }, "ECONNREFUSED"],
    ["cannot tell", "openai", { headMs: Number.POSITIVE_INFINITY }, "within 5 s"],
  ])("is %s by what %s answers: %j", async (expected, provider, answer, why) => {
    const machine = createFakeSystem();
    machine.http.serve(/googleapis|openai/, answer);
    const asked = check(machine, provider);
    await machine.clock.advance(20_000);
    const checked = await asked;
    expect(checked.check).toBe(expected);
    expect(checked.why).toContain(why);
  });

  it.each(["HTTP_PROXY", "http_proxy", "ALL_PROXY"])(
    "is read by no proxy on its way over plain http: %s",
    async (name) => {
      const machine = createFakeSystem({ variables: { [name]: "http://127.0.0.1:9" } });
      machine.http.serve("http://10.0.0.5:8000/v1/models", guarded);
      const trusted = [{ provider: "openai", origin: "http://10.0.0.5:8000" }];
      const reached = { api: "http://10.0.0.5:8000/v1", npm: null };
      const failure = await rejectionOf(check(machine, "openai", reached, trusted));
      expect([failure.code, failure.message]).toEqual([
        "credential.host-untrusted",
        expect.stringContaining("the proxy would read it"),
      ]);
      expect(machine.http.requests).toEqual([]);
      const without = createFakeSystem();
      without.http.serve("http://10.0.0.5:8000/v1/models", guarded);
      expect((await check(without, "openai", reached, trusted)).check).toBe("valid");
    },
  );

  it("goes nowhere that a redirect leads to", async () => {
    const machine = createFakeSystem();
    for (const location of ["https://evil.example/v1/models", "http://api.openai.com/", "/v2"]) {
      machine.http.serve(list, { status: 307, headers: { location } });
      machine.http.serve(/evil\.example|http:|v2/, { json: {} });
      const { check: checked, why } = await check(machine);
      expect([checked, why]).toEqual([
        "cannot tell",
        "it redirects elsewhere (307), where no credential is taken",
      ]);
    }
    expect(machine.http.requests.map(({ url }) => url)).toEqual([list, list, list]);
  });

  it("is not sent to an address that a catalog names and that it does not belong to", async () => {
    const machine = createFakeSystem();
    machine.http.serve(/./, { json: {} });
    for (const api of [
      "https://evil.example/v1",
      "http://api.openai.com/v1",
      "https://api.openai.com@evil.example/v1",
      "https://api.openai.com.evil.example/v1",
      "http://127.0.0.1:9/v1",
    ]) {
      const refused = await rejectionOf(check(machine, "openai", { api, npm: null }));
      expect([refused.code, refused.exitCode]).toEqual(["credential.host-untrusted", 4]);
    }
    expect(machine.http.requests).toEqual([]);
  });

  it("goes where nothing but settings of its own provider is filled in, whatever the catalog names", async () => {
    const variables = {
      AZURE_RESOURCE_NAME: "mine",
      AZURE_API_KEY: "4zur3-key-0123456789",
      BANK_TOKEN: "B4nk-Token-0123456789",
      HOME: "/home/me",
      AWS_REGION: "us-east-1",
    };
    const machine = createFakeSystem({ variables });
    machine.http.serve(/./, guarded);
    for (const [provider, api, variable] of [
      ["openai", "https://api.openai.com/v1/${BANK_TOKEN}", "BANK_TOKEN"],
      ["openai", "https://api.openai.com/v1/${HOME}", "HOME"],
      ["openai", "https://api.openai.com/v1?x=${AWS_REGION}", "AWS_REGION"],
      ["openai", "https://api.openai.com/v1/${constructor}", "constructor"],
      [
        "azure",
        "https://${AZURE_RESOURCE_NAME}.openai.azure.com/${AZURE_API_KEY}",
        "AZURE_API_KEY",
      ],
      ["azure", "https://${BANK_TOKEN}.openai.azure.com/v1", "BANK_TOKEN"],
      ["vllm", "https://${BANK_TOKEN}.openai.azure.com/v1", "BANK_TOKEN"],
    ] as const) {
      const refused = await rejectionOf(check(machine, provider, { api, npm: null }));
      expect([refused.code, refused.exitCode]).toEqual(["credential.host-untrusted", 4]);
      expect(refused.message).toContain(`${variable} is no setting of that provider`);
      expect(JSON.stringify([refused.message, refused.hint, refused.details])).not.toMatch(
        /0123456789|home\/me|us-east/i,
      );
    }
    expect(machine.http.requests).toEqual([]);
  });

  it.each([
    ["a key of another provider", "gr0q-key-0123456789", "holds a credential"],
    ["what begins as a key does", "sk-ant-api03-0123456789", "holds a credential"],
    ["a key in base64", "Z3IwcS1rZXktMDEyMzQ1Njc4OQ", "holds a credential"],
    ["two labels", "a.b", "is no single part"],
    ["a path", "a/b", "is no single part"],
    ["a host that ends there", "evil.example/x?", "is no single part"],
    ["a port", "evil.example:443", "is no single part"],
    ["a name", "me@evil.example", "is no single part"],
  ])("is sent to no host of which %s would be a part", async (_, value, why) => {
    const machine = createFakeSystem({
      variables: { AZURE_RESOURCE_NAME: value, GROQ_API_KEY: "gr0q-key-0123456789" },
    });
    machine.http.serve(/./, guarded);
    const told = await check(machine, "azure").then(
      (checked) => checked.why ?? "",
      (error: Error) => error.message,
    );
    expect(told).toContain(`AZURE_RESOURCE_NAME ${why}`);
    expect(told).not.toContain(value);
    expect(machine.http.requests).toEqual([]);
  });

  it("is sent nowhere where a key stands in the address itself, as it is or encoded", async () => {
    const machine = createFakeSystem();
    machine.http.serve(/./, guarded);
    const encoded = Buffer.from(key).toString("hex").replaceAll(/../g, "%$&");
    for (const form of [key, key.toUpperCase(), encoded, btoa(key).replaceAll("=", "")]) {
      const api = `https://api.openai.com/v1/${form}`;
      const refused = await rejectionOf(check(machine, "openai", { api, npm: null }));
      expect([refused.code, refused.details.reason]).toEqual([
        "credential.host-untrusted",
        "secret-in-address",
      ]);
    }
    expect(machine.http.requests).toEqual([]);
  });

  it("says an address as it was written, not what its variables hold", async () => {
    const machine = createFakeSystem({ variables: { AZURE_RESOURCE_NAME: "Whose-Name" } });
    machine.http.serve(/./, { fails: "ECONNREFUSED" });
    const { why } = await check(machine, "azure");
    expect(why).toContain("${AZURE_RESOURCE_NAME}.openai.azure.com");
    expect(why).not.toMatch(/whose-name/i);
    const api = "https://${AZURE_RESOURCE_NAME}.evil.example/v1";
    const refused = await rejectionOf(check(machine, "azure", { api, npm: null }));
    expect(refused.message).toContain(
      "is not sent to https://${AZURE_RESOURCE_NAME}.evil.example:",
    );
    expect(JSON.stringify([refused.message, refused.hint, refused.details])).not.toMatch(
      /whose-name/i,
    );
  });

  it("goes where a template leads once its variables are set", async () => {
    const machine = createFakeSystem();
    expect(await check(machine, "azure")).toEqual({
      check: "cannot tell",
      why: "AZURE_RESOURCE_NAME missing",
    });
    const own = createFakeSystem({ variables: { AZURE_RESOURCE_NAME: "mine" } });
    own.http.serve("https://mine.openai.azure.com/openai/v1/models", guarded);
    expect((await check(own, "azure")).check).toBe("valid");
    expect(sent(own)[0]?.headers["api-key"]).toBe(key);
  });
});
