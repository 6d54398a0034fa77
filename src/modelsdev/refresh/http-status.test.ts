import { describe, expect, it } from "vitest";
import { describeStatus, isRetryable, retryAfterMs } from "./http-status.ts";

const url = new URL("https://m.example/api.json");

describe("describeStatus", () => {
  it.each([
    [429, "network.rate-limited", true],
    [500, "network.server-failed", true],
    [502, "network.server-failed", true],
    [503, "network.server-failed", true],
    [408, "network.server-failed", true],
    [425, "network.server-failed", true],
    [401, "network.refused", false],
    [403, "network.refused", false],
    [404, "network.refused", false],
    [410, "network.refused", false],
    [204, "network.refused", false],
  ])("takes %i for %s, worth another try: %s", (status, code, retryable) => {
    const meaning = describeStatus(status, url, undefined);
    expect(meaning.code).toBe(code);
    expect(meaning.message).toContain(`m.example answers ${status}`);
    expect(isRetryable(meaning.code)).toBe(retryable);
  });

  it("says how long the server asks to wait", () => {
    expect(describeStatus(503, url, 1_200).message).toContain("asks to wait 2 s");
    expect(describeStatus(429, url, 60_000).message).toContain("asks to wait 60 s");
  });

  it("names the login that a network wants before it lets anything through", () => {
    const { code, message, hint } = describeStatus(511, url, undefined);
    expect([code, isRetryable(code)]).toEqual(["network.refused", false]);
    expect(message).toContain("511: this network wants a login");
    expect(hint).toBe("open any page in a browser, log in, and try again");
  });

  it("points at credentials where they are wanted, and says where they were refused", () => {
    for (const status of [401, 403, 407]) {
      expect(describeStatus(status, url, undefined).hint).toContain("credentials");
    }
    for (const address of ["https://me:pw@m.example", "https://m.example/?token=1"]) {
      expect(describeStatus(401, new URL(address), undefined).hint).toContain("sent once only");
    }
    expect(describeStatus(404, url, undefined).hint).toContain("MODELFORGE_URL");
  });
});

it("says where plain http may have met a port for TLS", () => {
  const plain = new URL("http://127.0.0.1:8443/api.json");
  expect(describeStatus(400, plain, undefined).hint).toContain("https://");
});

describe("retryAfterMs", () => {
  const now = Date.UTC(2026, 6, 2, 12, 0, 0);

  it.each([
    ["120", 120_000],
    [" 0 ", 0],
    ["Thu, 02 Jul 2026 12:00:30 GMT", 30_000],
    ["Thu, 02 Jul 2026 11:00:00 GMT", 0],
  ])("reads %j as %i milliseconds from now", (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  it.each([
    ["ten years behind", Date.UTC(2016, 6, 2)],
    ["five minutes ahead", Date.UTC(2026, 6, 2, 12, 5)],
  ])("counts from the server's own clock where this one is %s", (_, ours) => {
    const [server, after] = ["Thu, 02 Jul 2026 12:00:00 GMT", "Thu, 02 Jul 2026 12:00:30 GMT"];
    expect(retryAfterMs(after, ours, server)).toBe(30_000);
    expect(retryAfterMs("120", ours, server)).toBe(120_000);
  });

  it("counts from this clock where the server's time cannot be read", () => {
    expect(retryAfterMs("Thu, 02 Jul 2026 12:00:30 GMT", now, "yesterday")).toBe(30_000);
  });

  it.each([undefined, "", "soon", "-5", "1.5", "5 minutes", "after 5"])(
    "knows no time in %j",
    (header) => {
      expect(retryAfterMs(header, now)).toBeUndefined();
    },
  );
});
