import { describe, expect, it } from "vitest";
import { createFakeSystem, type FakeAnswer, type FakeSystem } from "../../testing/fake-system.ts";
import { rejectionOf } from "../../testing/failures.ts";
import { signInPlaces } from "../hosts/sign-in.ts";
import { signIn } from "./sign-in.ts";

const begins = "https://github.com/login/device/code";
const polled = "https://github.com/login/oauth/access_token";
const begun = {
  device_code: "planted-device-code-0123456789",
  user_code: "ABCD-1234",
  verification_uri: "https://github.com/login/device",
  expires_in: 900,
  interval: 5,
};
const granted = { access_token: "gho_planted0123456789", token_type: "bearer", scope: "read:user" };

/** GitHub says 200 whatever it says. */
const says = (error: string, more: object = {}): FakeAnswer => ({ json: { error, ...more } });

function signingIn(machine: FakeSystem, host?: string, signal?: AbortSignal) {
  const shown: string[] = [];
  const granting = signIn(machine, {
    provider: "github-copilot",
    places: signInPlaces("github-copilot", host),
    clientId: "Ov23liAbCdEfGhIjKlMn",
    show: async ({ code, page }) => void shown.push(`${code} ${page.href}`),
    signal,
  });
  return { granting, shown };
}

/** The machine with these answers to the questions whether the code was entered. */
function machineWith(...answers: [FakeAnswer, ...FakeAnswer[]]): FakeSystem {
  const machine = createFakeSystem();
  machine.http.serve(begins, { json: begun });
  machine.http.serve(polled, ...answers);
  return machine;
}

const failing = async (machine: FakeSystem, host?: string) => {
  const { code, exitCode, message, hint, details } = await rejectionOf(
    signingIn(machine, host).granting,
  );
  expect(JSON.stringify([message, hint, details])).not.toContain("planted");
  return { code, exitCode, message, requests: machine.http.requests.length };
};

describe("signing in by a code", () => {
  it("shows the code, and gets the token once it was entered", async () => {
    const machine = machineWith(says("authorization_pending"), { json: granted });
    const { granting, shown } = signingIn(machine);
    const { token, expiresMs } = await granting;
    expect([token.reveal(), expiresMs]).toEqual([granted.access_token, undefined]);
    expect(shown).toEqual(["ABCD-1234 https://github.com/login/device"]);
    expect(
      machine.http.requests.map(({ url, body }) => [
        url,
        Object.fromEntries(new URLSearchParams(body)),
      ]),
    ).toEqual([
      [begins, { client_id: "Ov23liAbCdEfGhIjKlMn", scope: "read:user" }],
      ...[1, 2].map(() => [
        polled,
        {
          client_id: "Ov23liAbCdEfGhIjKlMn",
          device_code: begun.device_code,
          grant_type: "urn:ietf:params:oauth:grant-type:device_code",
        },
      ]),
    ]);
  });

  it("says who it is, and takes no other program's name", async () => {
    const machine = machineWith({ json: granted });
    await signingIn(machine).granting;
    for (const { headers } of machine.http.requests) {
      expect(Object.keys(headers).toSorted()).toEqual([
        "accept",
        "accept-encoding",
        "content-type",
        "user-agent",
      ]);
      expect(headers["user-agent"]).toMatch(/^modelforge\//);
    }
  });

  it("asks as often as it may, and more slowly once it is told to", async () => {
    const machine = machineWith(
      says("authorization_pending"),
      says("slow_down"),
      says("slow_down", { interval: 30 }),
      says("authorization_pending"),
      { json: granted },
    );
    await signingIn(machine).granting;
    const times = machine.http.requests.map(({ atMs }) => atMs / 1000);
    const pauses = times.slice(1).map((time, at) => time - (times[at] ?? 0));
    expect(pauses).toEqual([5, 5, 10, 30, 30]);
  });

  it("keeps asking while the network fails in passing, and says so when it stays away", async () => {
    const machine = machineWith(
      { fails: "ECONNRESET" },
      { status: 503 },
      says("authorization_pending"),
      { fails: "ECONNRESET" },
      { json: granted },
    );
    expect((await signingIn(machine).granting).token.lastFour).toBe("6789");
    const gone = machineWith({ fails: "ECONNREFUSED" });
    expect(await failing(gone)).toMatchObject({
      code: "network.unreachable",
      exitCode: 5,
      requests: 4,
    });
  });

  it.each<[string, FakeAnswer, string, number]>([
    ["declined", says("access_denied"), "credential.refused", 4],
    ["run out, as it says", says("expired_token"), "credential.expired", 4],
    ["an application that may not", says("device_flow_disabled"), "credential.no-application", 4],
    ["another application's", says("incorrect_client_credentials"), "credential.no-application", 4],
    ["no word of OAuth", says("\u001b[2Jplanted"), "credential.refused", 4],
    ["a page", { body: "<html>planted</html>" }, "network.garbled", 5],
    [
      "a page that calls itself JSON",
      { body: "<html>", headers: { "content-type": "application/json" } },
      "network.garbled",
      5,
    ],
    ["no token", { json: { token_type: "bearer" } }, "network.garbled", 5],
    [
      "a token that no header carries",
      { json: { ...granted, access_token: "a\r\nplanted" } },
      "network.garbled",
      5,
    ],
    ["an odd kind of token", { json: { ...granted, token_type: "mac" } }, "network.garbled", 5],
    ["an odd time", { json: { ...granted, expires_in: "soon" } }, "network.garbled", 5],
    ["far too much", { body: "x".repeat(100_000) }, "network.garbled", 5],
    ["nothing", { status: 204 }, "network.garbled", 5],
    [
      "a redirect",
      { status: 307, headers: { location: "https://evil.example/" } },
      "network.redirected",
      5,
    ],
    ["a refusal without a word", { status: 400, json: {} }, "network.garbled", 5],
  ])("ends with a word of its own where the answer is %s", async (_, answer, code, exitCode) => {
    const machine = machineWith(answer);
    machine.http.serve(/evil\.example/, { json: granted });
    expect(await failing(machine)).toMatchObject({ code, exitCode });
    expect(machine.http.requests.some(({ url }) => url.includes("evil"))).toBe(false);
  });

  it("repeats no word of a server but those that it may say", async () => {
    const own = `gho_${"a1B2".repeat(9)}`;
    expect((await failing(machineWith(says(own)))).message).toBe(
      "github.com refuses the sign-in with an error of its own",
    );
    expect((await failing(machineWith(says("invalid_scope")))).message).toBe(
      "github.com refuses the sign-in: invalid_scope",
    );
  });

  it.each<[string, FakeAnswer, string]>([
    [
      "an id that nobody knows",
      { status: 404, json: { error: "Not Found" } },
      "credential.no-application",
    ],
    [
      "a page at another host",
      { json: { ...begun, verification_uri: "https://evil.example/login/device" } },
      "network.garbled",
    ],
    [
      "a page that is none",
      { json: { ...begun, verification_uri: "javascript:alert(1)" } },
      "network.garbled",
    ],
    [
      "a code that does more than be read",
      { json: { ...begun, user_code: "\u001b[2J\nyes" } },
      "network.garbled",
    ],
    ["no code", { json: { ...begun, device_code: "" } }, "network.garbled"],
    ["a time before now", { json: { ...begun, expires_in: -1 } }, "network.garbled"],
    ["too many requests", { status: 429 }, "network.rate-limited"],
    ["a list", { json: [] }, "network.garbled"],
    ["no server", { fails: "ECONNREFUSED" }, "network.unreachable"],
    [
      "a redirect",
      { status: 302, headers: { location: "https://evil.example/" } },
      "network.redirected",
    ],
  ])("does not begin where the answer is %s", async (_, answer, code) => {
    const machine = machineWith({ json: granted });
    machine.http.serve(begins, answer);
    expect(await failing(machine)).toMatchObject({ code, requests: 1 });
  });

  it("ends when the code has run out, whatever is answered", async () => {
    const machine = machineWith(says("authorization_pending"));
    machine.http.serve(begins, { json: { ...begun, expires_in: 12 } });
    const ended = await failing(machine);
    expect(ended).toMatchObject({ code: "credential.expired", exitCode: 4, requests: 3 });
    expect(ended.message).toContain("github.com ran out");
  });

  it("ends at once when it is given up", async () => {
    const machine = machineWith(says("authorization_pending"));
    const abort = new AbortController();
    machine.http.serve(polled, () => {
      abort.abort();
      return says("authorization_pending");
    });
    const { granting } = signingIn(machine, undefined, abort.signal);
    const { code, exitCode } = await rejectionOf(granting);
    expect([code, exitCode]).toEqual(["cancelled", 130]);
  });

  it("goes to the host that was named, and to none besides", async () => {
    const machine = createFakeSystem();
    const page = "https://octo.ghe.com/login/device";
    machine.http.serve("https://octo.ghe.com/login/device/code", {
      json: { ...begun, verification_uri: page },
    });
    machine.http.serve("https://octo.ghe.com/login/oauth/access_token", {
      json: { ...granted, expires_in: 60 },
    });
    const { granting, shown } = signingIn(machine, "https://octo.ghe.com");
    const { expiresMs = 0 } = await granting;
    expect([shown, expiresMs - machine.clock.now()]).toEqual([[`ABCD-1234 ${page}`], 60_000]);
    expect(new Set(machine.http.requests.map(({ url }) => new URL(url).host))).toEqual(
      new Set(["octo.ghe.com"]),
    );
  });
});
