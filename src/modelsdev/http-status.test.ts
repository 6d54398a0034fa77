import { describe, expect, it } from "vitest";
import { describeStatus, isRetryable, retryAfterMs } from "./http-status.ts";

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
    const meaning = describeStatus(status, "m.example", undefined);
    expect(meaning.code).toBe(code);
    expect(meaning.message).toContain(`m.example answers ${status}`);
    expect(isRetryable(meaning.code)).toBe(retryable);
  });

  it("says how long the server asks to wait", () => {
    expect(describeStatus(503, "m.example", 1_200).message).toContain("asks to wait 2 s");
    expect(describeStatus(429, "m.example", 60_000).message).toContain("asks to wait 60 s");
  });

  it("points at credentials where they are wanted", () => {
    for (const status of [401, 403, 407]) {
      expect(describeStatus(status, "m.example", undefined).hint).toContain("credentials");
    }
    expect(describeStatus(404, "m.example", undefined).hint).toContain("MODELFORGE_URL");
  });
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

  it.each([undefined, "", "soon", "-5", "1.5", "5 minutes", "after 5"])(
    "knows no time in %j",
    (header) => {
      expect(retryAfterMs(header, now)).toBeUndefined();
    },
  );
});
