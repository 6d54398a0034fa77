import { describe, expect, it } from "vitest";
import { describeRealCatalogs } from "../../testing/real-catalog.ts";
import { isSecretVariable } from "../../catalog/words/secret-variable.ts";
import { mayGoTo } from "./may-go-to.ts";
import { hostTable } from "./table.ts";
import { fillAddress } from "./template.ts";

interface Listed {
  env: string[];
  api?: string;
  models: Record<string, { provider?: { api?: string } }>;
}

/** Providers to which no credential goes by itself, and why. */
const needTrust: Readonly<Record<string, string>> = {
  "sap-ai-core": "the service key is a document that says itself where it belongs",
};

describeRealCatalogs("the hosts of credentials", (catalog) => {
  const providers = Object.entries(catalog.read("api.json") as Record<string, Listed>);

  it("are known of every provider, or it is said why not", () => {
    const missing = providers.filter(([id]) => {
      const row = Object.hasOwn(hostTable, id) ? hostTable[id] : undefined;
      return row === undefined || (row.hosts.length === 0) !== Object.hasOwn(needTrust, id);
    });
    expect(missing.map(([id]) => id)).toEqual([]);
  });

  it("are known by every variable that holds a secret", () => {
    const missing = providers.flatMap(([id, { env }]) =>
      env.filter(
        (name) => isSecretVariable(name) && hostTable[id]?.secrets.includes(name) !== true,
      ),
    );
    expect(missing).toEqual([]);
  });

  it("are those of the addresses that the catalog names, once their variables say something", () => {
    const values: Record<string, string> = {
      DATABRICKS_HOST: "dbc-1.cloud.databricks.com",
      NEON_AI_GATEWAY_BASE_URL: "https://br-1-api.ai.c-2.us-east-2.aws.neon.tech",
      GOOGLE_VERTEX_ENDPOINT: "us-east5-aiplatform.googleapis.com",
    };
    const valueOf = (name: string): string => values[name] ?? "mine1";
    const refused = providers.flatMap(([id, { env, api, models }]) => {
      const all = new Set([api, ...Object.values(models).map((model) => model.provider?.api)]);
      const addresses = [...all].filter((one) => one !== undefined);
      return addresses.flatMap((address) => {
        const filled = fillAddress(id, address, { valueOf, isSecret: () => false });
        if (filled.text === undefined) return [`${id} ${address} ${JSON.stringify(filled.unfit)}`];
        const url = new URL(filled.text);
        const secrets = env.filter(isSecretVariable);
        const verdicts = [undefined, ...secrets].map((variable) =>
          mayGoTo({ provider: id, variable }, url, { trusted: [], valueOf, isSecret: () => false }),
        );
        return verdicts.every((one) => one === "allowed") ? [] : [`${id} ${address}`];
      });
    });
    expect(refused).toEqual([]);
  });
});

describe("the table of hosts", () => {
  it("says hosts as an address would, so that none can match another", () => {
    for (const [id, { hosts }] of Object.entries(hostTable)) {
      for (const host of hosts) {
        if (typeof host !== "string") {
          for (const suffix of host.suffixes) expect(suffix, id).toMatch(/^[.-][a-z.-]+\.[a-z]+$/);
          continue;
        }
        const filled = host.replaceAll(/\$\{\w+\}/g, "x1");
        const url = new URL(filled.includes("://") ? filled : `https://${filled}`);
        const shown = url.protocol === "http:" ? url.origin : url.host;
        expect(filled, id).toBe(url.pathname === "/" ? shown : `${shown}${url.pathname}`);
        // a label of its own may be anybody's, the domain above it is the service's
        expect(host.split("/")[0], id).not.toMatch(/\}$|\}\.[^.]+$/);
      }
    }
  });
});
