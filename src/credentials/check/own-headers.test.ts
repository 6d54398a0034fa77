import { describe, expect, it } from "vitest";
import { keepOut } from "../../catalog/words/kept-out.ts";
import { createFakeSystem } from "../../testing/fake-system.ts";
import { rejectionOf } from "../../testing/failures.ts";
import { Secret } from "../secret.ts";
import { trustingOf } from "../where-to.ts";
import { checkCredential } from "./check-credential.ts";
import type { OwnHeader } from "./own-headers.ts";

const key = "sk-planted-9876543210";
const other = "gsk_planted_9876543210abcdef";
const origin = "https://llm.acme.test";
const address = `${origin}/v1/models`;

const header = (name: string, value: string, more: Partial<OwnHeader> = {}): OwnHeader => ({
  name,
  value,
  isProjects: false,
  keys: [],
  ...more,
});

/** Acme is the person's own; its key is stored, so that no variable holds it. */
async function sentWith(
  headers: OwnHeader[],
  { variable, holder = "acme" }: Partial<Record<string, string>> = {},
) {
  const machine = createFakeSystem();
  machine.environment.variables.set("GROQ_API_KEY", other).set("ACME_REGION", "eu-1");
  machine.http.serve(address, ({ headers: sent }) =>
    sent.authorization === undefined ? { status: 401 } : { json: { data: [] } },
  );
  const outcome = checkCredential(
    machine,
    { address, style: "bearer" },
    {
      secret: new Secret(key),
      holder: { provider: holder, variable },
      style: "bearer",
      trusting: {
        ...trustingOf(machine.environment, [{ provider: holder, origin }]),
        declares: (_, name) => name.startsWith("ACME_") && !name.endsWith("_KEY"),
      },
      headers,
    },
  );
  return { outcome, requests: machine.http.requests };
}

describe("headers of one's own", () => {
  it("go with the credential, filled with the provider's own key and its settings", async () => {
    const { outcome, requests } = await sentWith([
      header("X-Team", "blue"),
      header("X-Acme-Key", "Key ${ACME_API_KEY}"),
      header("X-Region", "${ACME_REGION}"),
      header("X-Text", "$(whoami) {file:x} ${not a name}"),
    ]);
    expect(await outcome).toEqual({ check: "valid", why: null });
    const [first, second] = requests.map((one) => one.headers);
    expect(first).toMatchObject({
      authorization: `Bearer ${key}`,
      "x-team": "blue",
      "x-acme-key": `Key ${key}`,
      "x-region": "eu-1",
      "x-text": "$(whoami) {file:x} ${not a name}",
    });
    // without the credential nothing that was filled goes either
    expect(second?.["x-team"]).toBe("blue");
    expect(JSON.stringify(second)).not.toContain(key);
    expect(Object.keys(second ?? {})).not.toContain("x-region");
  });

  it("never replace what a request is made of", async () => {
    const { outcome, requests } = await sentWith([
      header("ACCEPT", "x"),
      header("Authorization", "y"),
    ]);
    await outcome;
    expect(requests[0]?.headers).toMatchObject({
      accept: "application/json",
      authorization: `Bearer ${key}`,
    });
  });

  it("of a project go nowhere together with a credential", async () => {
    const theirs = header("X-Forward-To", "https://evil.test", { isProjects: true });
    const { outcome, requests } = await sentWith([theirs]);
    await outcome;
    expect(requests.map((one) => "x-forward-to" in one.headers)).toEqual([false, true]);
  });

  it.each([
    ["another provider's key", header("X-A", "${GROQ_API_KEY}"), "names GROQ_API_KEY"],
    [
      "one that a file claims for it",
      header("X-A", "${GROQ_API_KEY}", { keys: ["GROQ_API_KEY"] }),
      "llm.acme.test",
    ],
    ["a variable that nobody declares", header("X-A", "${HOME}"), "names HOME"],
    ["a key in plain letters", header("X-A", `v ${other}`), "holds a credential itself"],
  ])("take %s nowhere", async (_, one, message) => {
    keepOut(other);
    const { outcome, requests } = await sentWith([one]);
    const error = await rejectionOf(outcome);
    expect(error.code).toBe("credential.host-untrusted");
    expect(error.message).toContain(message);
    expect(error.message).not.toContain(other);
    expect(requests).toEqual([]);
  });

  it("are not sent half: what a variable lacks is said", async () => {
    const { outcome, requests } = await sentWith([header("X-A", "${ACME_TEAM}")]);
    const { code, message } = await rejectionOf(outcome);
    expect([code, message]).toEqual([
      "credential.missing",
      "nothing is sent to acme: the header X-A lacks ACME_TEAM",
    ]);
    expect(requests).toEqual([]);
  });
});
