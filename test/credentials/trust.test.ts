import { describe, expect, it } from "vitest";
import { key, setUp } from "./set-up.ts";

describe("auth trust", () => {
  it("says of a provider of one's own that its name is a slip away from another", () => {
    const { command, piped } = setUp();
    const trust = (provider: string) =>
      command.run(["auth", "trust", provider, "proxy.example", "--yes"]).stderr;
    expect(trust("opnai")).toContain("opnai is a provider of your own now; did you mean openai?");
    for (const own of ["vllm", "ollama", "my-server", "openai"]) expect(trust(own)).toBe("");
    const { stderr } = piped(key, "auth login antropic --key-stdin --trust-host proxy.example");
    expect(stderr).toContain("did you mean anthropic?");
  });

  it("asks first, counts scheme, host and port, and can be taken back", () => {
    const { command } = setUp();
    const trust = (...words: string[]) => command.run(["auth", "trust", ...words]);
    expect(trust("openai", "proxy.example").stderr).toContain("add --yes");
    for (const [address, origin] of [
      ["proxy.example", "https://proxy.example"],
      ["PROXY.example:443/v1?x", "https://proxy.example"],
      ["proxy.example:8443", "https://proxy.example:8443"],
      ["http://10.0.0.5:8000/v1", "http://10.0.0.5:8000"],
    ] as const) {
      trust("openai", address, "--yes");
      expect(trust().stdout).toContain(`openai ${origin}\n`);
    }
    expect(trust().stdout.split("\n")).toHaveLength(4);
    expect(trust("openai", "http://10.0.0.6:8000", "--yes").stderr).toContain(
      "whoever is on the way to http://10.0.0.6:8000 can read credentials",
    );
    expect(trust("openai", "proxy.example", "--remove").code).toBe(0);
    expect(trust().stdout).not.toContain("openai https://proxy.example\n");
    for (const wrong of [
      "proxy",
      "ftp://x.example",
      "https://me:pw@x.example",
      "",
      "a b.example",
      "*.example.com",
      "https://*.example.com/v1",
    ]) {
      const { code, stderr } = trust("openai", wrong, "--yes");
      expect([wrong, code]).toEqual([wrong, 2]);
      expect(stderr).not.toContain("pw");
    }
  });
});
