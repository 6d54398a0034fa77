import { describe, expect, it } from "vitest";
import { mayGoTo, type TrustedOrigin } from "./may-go-to.ts";

interface Asked {
  variable?: string;
  provider?: string;
  trusted?: TrustedOrigin[];
  values?: Record<string, string>;
}

function goes(to: string, asked: Asked = {}) {
  const { variable, provider = "openai", trusted = [], values = {} } = asked;
  return mayGoTo({ provider, variable }, new URL(to), {
    trusted,
    valueOf: (name) => values[name],
    isSecret: () => false,
  });
}

const key = { variable: "OPENAI_API_KEY" };

describe("where a credential may go", () => {
  it("is the hosts of the table, over https at the usual port, however they are written", () => {
    for (const to of [
      "https://api.openai.com/v1/models",
      "https://API.OpenAI.com:443/v1",
      "https://api.openai.com./v1",
      "https://ａｐｉ.openai.com/v1",
    ]) {
      expect(goes(to, key), to).toBe("allowed");
      expect(goes(to), to).toBe("allowed");
    }
  });

  it("is no host that looks like one of the table", () => {
    for (const to of [
      "https://api.openai.com.evil.example/v1",
      "https://evil.example/api.openai.com",
      "https://openai.com/v1",
      "https://x.api.openai.com/v1",
      "https://api-openai.com/v1",
      "https://api.openai.com:8443/v1",
      // a Cyrillic а
      "https://аpi.openai.com/v1",
      "https://api.openai.com../v1",
      "https://evil.example#@api.openai.com/",
      "https://evil.example\\@api.openai.com/",
      "https://127.0.0.1/v1",
    ]) {
      expect(goes(to, key), to).toBe("host");
    }
    expect(goes("https://api.openai.com@evil.example/v1", key)).toBe("names-somebody");
    expect(goes("https://me:pw@api.openai.com/v1", key)).toBe("names-somebody");
    expect(goes("http://api.openai.com/v1", key)).toBe("not-encrypted");
    expect(goes("ftp://api.openai.com/v1", key)).toBe("not-http");
    expect(goes("file:///etc/passwd", key)).toBe("not-http");
  });

  it("goes by the credential, not by the provider that names its variable", () => {
    expect(goes("https://evil.example/v1", { ...key, provider: "evil" })).toBe("host");
    expect(goes("https://api.openai.com/v1", { ...key, provider: "evil" })).toBe("allowed");
    expect(goes("https://api.groq.com/v1", { ...key, provider: "groq" })).toBe("host");
    // a variable in no row is nobody's
    expect(goes("https://api.openai.com/v1", { variable: "BANK_TOKEN" })).toBe("host");
    expect(goes("https://api.openai.com/v1", { provider: "constructor" })).toBe("host");
  });

  it("holds for our own variables of a provider too, under whatever id they are asked for", () => {
    const own = { variable: "MODELFORGE_OPENAI_API_KEY" };
    expect(goes("https://api.openai.com/v1", own)).toBe("allowed");
    expect(goes("https://evil.example/v1", { ...own, provider: "OpenAI" })).toBe("host");
    const wafer = { variable: "MODELFORGE_WAFER_AI_ACCESS_TOKEN", provider: "wafer.ai" };
    expect(goes("https://pass.wafer.ai/v1", wafer)).toBe("allowed");
  });

  it("is any host of any provider that shares the variable, and of an account only its own", () => {
    const shared = { variable: "DASHSCOPE_API_KEY", provider: "alibaba" };
    expect(goes("https://dashscope.aliyuncs.com/v1", shared)).toBe("allowed");
    expect(goes("https://dashscope-intl.aliyuncs.com/v1", shared)).toBe("allowed");
    expect(goes("https://dashscope.aliyuncs.com/v1", { provider: "alibaba" })).toBe("host");
  });

  it("is an origin that was trusted, and no other at that host", () => {
    const trusted = [{ provider: "openai", origin: "https://proxy.example:8443" }];
    expect(goes("https://proxy.example:8443/openai/v1", { ...key, trusted })).toBe("allowed");
    expect(goes("https://proxy.example/openai/v1", { ...key, trusted })).toBe("host");
    expect(goes("http://proxy.example:8443/v1", { ...key, trusted })).toBe("not-encrypted");
    const groq = { variable: "GROQ_API_KEY", provider: "openai", trusted };
    expect(goes("https://proxy.example:8443/v1", groq)).toBe("host");
  });

  it("is plain http to another machine where that very origin was trusted, and nowhere else", () => {
    const trusted = [{ provider: "vllm", origin: "http://10.0.0.5:8000" }];
    expect(goes("http://10.0.0.5:8000/v1", { provider: "vllm", trusted })).toBe("allowed");
    expect(goes("http://10.0.0.5:8001/v1", { provider: "vllm", trusted })).toBe("not-encrypted");
    expect(goes("https://10.0.0.5:8000/v1", { provider: "vllm", trusted })).toBe("host");
  });

  it("is this machine at the port of the table alone, by any of its names", () => {
    const lmstudio = { variable: "LMSTUDIO_API_KEY", provider: "lmstudio" };
    for (const name of ["127.0.0.1", "localhost", "[::1]"]) {
      expect(goes(`http://${name}:1234/v1`, lmstudio), name).toBe("allowed");
      expect(goes(`http://${name}:1235/v1`, lmstudio), name).toBe("host");
      expect(goes(`http://${name}:1234/v1`, key), name).toBe("host");
    }
    expect(goes("http://192.168.0.7:1234/v1", lmstudio)).toBe("not-encrypted");
  });
});

describe("a template", () => {
  const azure = { variable: "AZURE_API_KEY", provider: "azure" };

  it("is filled by one label of the person's own variables, and is that host alone", () => {
    const values = { AZURE_RESOURCE_NAME: "Mine" };
    expect(goes("https://mine.openai.azure.com/openai", { ...azure, values })).toBe("allowed");
    expect(goes("https://theirs.openai.azure.com/openai", { ...azure, values })).toBe("host");
    expect(goes("https://mine.openai.azure.com/openai", azure)).toBe("host");
  });

  it("takes no value that is more than a label", () => {
    for (const value of [
      "evil.example/",
      "evil.example#",
      "evil.example?",
      "a.b",
      "-",
      "",
      "me@evil",
      "a:1",
    ]) {
      const values = { AZURE_RESOURCE_NAME: value };
      for (const to of [
        `https://${value}.openai.azure.com/`,
        "https://evil.example/.openai.azure.com",
        "https://evil.example/",
      ]) {
        if (!URL.canParse(to)) continue;
        expect(goes(to, { ...azure, values }), `${value} at ${to}`).not.toBe("allowed");
      }
    }
  });

  it("fixes the beginning of a path where strangers share the host", () => {
    const values = { CLOUDFLARE_ACCOUNT_ID: "0a1b", CLOUDFLARE_GATEWAY_ID: "mine" };
    const asked = { variable: "CLOUDFLARE_API_TOKEN", provider: "cloudflare-ai-gateway", values };
    const gateway = "https://gateway.ai.cloudflare.com/v1";
    expect(goes(`${gateway}/0a1b/mine/compat/models`, asked)).toBe("allowed");
    for (const path of [
      "0a1b/theirs/compat",
      "ffff/mine/compat",
      "0a1b/mine2/x",
      "0a1b/mine/../theirs/x",
      "0a1b/mine/%2e%2e/theirs/x",
      "0a1b/mine/..%2ftheirs/x",
      "0a1b/mine/%252e%252e%252ftheirs",
      "0a1b/mine;/../theirs",
    ]) {
      expect(goes(`${gateway}/${path}`, asked), path).toBe("host");
    }
  });

  it("is the host that a variable names where it ends as the service's own do", () => {
    const of = (DATABRICKS_HOST: string) => ({
      variable: "DATABRICKS_TOKEN",
      provider: "databricks",
      values: { DATABRICKS_HOST },
    });
    const to = "https://adb-1.2.azuredatabricks.net/ai-gateway/mlflow/v1";
    expect(goes(to, of("adb-1.2.azuredatabricks.net"))).toBe("allowed");
    expect(goes(to, of("https://adb-1.2.azuredatabricks.net/"))).toBe("allowed");
    expect(goes(to, of("adb-3.4.azuredatabricks.net"))).toBe("host");
    expect(goes("https://evil.example/", of("evil.example"))).toBe("host");
    expect(goes("https://xazuredatabricks.net/", of("xazuredatabricks.net"))).toBe("host");
    expect(goes("http://a.azuredatabricks.net/", of("a.azuredatabricks.net"))).toBe(
      "not-encrypted",
    );
  });
});
