import { describe, expect, it } from "vitest";
import { hostUntrusted } from "./host-untrusted.ts";

describe("a refusal to send a credential", () => {
  it("names both hosts, and the command that lets it", () => {
    const holder = { provider: "evil", variable: "OPENAI_API_KEY" };
    const error = hostUntrusted(holder, new URL("https://evil.example/v1"), "host");
    expect(error.code).toBe("credential.host-untrusted");
    expect(error.exitCode).toBe(4);
    expect(error.message).toBe(
      "OPENAI_API_KEY is not sent to https://evil.example: it belongs to api.openai.com",
    );
    expect(error.hint).toBe(
      "if evil.example is to have it, modelforge auth trust openai https://evil.example",
    );
  });

  it("says so where no host is known, and where others could read along", () => {
    const stored = hostUntrusted(
      { provider: "vllm" },
      new URL("http://10.0.0.5:8000/v1"),
      "not-encrypted",
    );
    expect(stored.message).toBe(
      "the credential stored for vllm is not sent to http://10.0.0.5:8000: nothing keeps others from reading along there, and no host is known that it belongs to",
    );
    expect(stored.hint).toContain("modelforge auth trust vllm http://10.0.0.5:8000");
  });

  it("repeats no name and no password of an address", () => {
    const url = new URL("https://me:pw@api.openai.com/v1");
    const error = hostUntrusted({ provider: "openai" }, url, "names-somebody");
    expect(`${error.message} ${error.hint} ${JSON.stringify(error.details)}`).not.toMatch(/me:|pw/);
  });
});
