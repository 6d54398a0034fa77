import { describe, expect, it } from "vitest";
import type { CatalogView } from "../../catalog/view.ts";
import { isSecretVariable } from "../../catalog/words/secret-variable.ts";
import { hostTable } from "../../credentials/hosts/table.ts";
import { mayGoTo } from "../../credentials/hosts/may-go-to.ts";
import { ModelForgeError } from "../../failure.ts";
import { notNeeded, withoutTemplate } from "../../providers/known-addresses.ts";
import { createFakeSystem } from "../../testing/fake-system.ts";
import { describeRealCatalogs } from "../../testing/real-catalog.ts";
import type { OperationContext } from "../operation.ts";
import type { ConfigAdded } from "../config-added.ts";
import { configAdd } from "./config-add.ts";

/** Whole hosts, of which the service's own suffix counts. */
const hosts: Readonly<Record<string, string>> = {
  DATABRICKS_HOST: "dbc-1.cloud.databricks.com",
  NEON_AI_GATEWAY_BASE_URL: "https://br-1-api.ai.c-2.us-east-2.aws.neon.tech",
};

function contextWith(view: CatalogView): OperationContext {
  const access = {
    ask: async (_options: unknown, question: (asked: CatalogView) => unknown) => ({
      result: question(view),
      catalog: undefined,
      warnings: [],
    }),
  };
  return { access, machine: createFakeSystem() } as unknown as OperationContext;
}

describeRealCatalogs("config add", (catalog) => {
  const { view } = catalog.open();
  const context = contextWith(view);
  const providers = view.providers();

  const modelOf = (id: string): string => {
    const row = view.columns.provider.findIndex((at) => view.columns.providers[at] === id);
    return view.modelAt(row).id;
  };

  const add = async (id: string, values: string[]): Promise<ConfigAdded | ModelForgeError> => {
    try {
      const input = { model: modelOf(id), provider: id, values, dryRun: true };
      return (await configAdd(context, input, {})).result;
    } catch (error) {
      if (error instanceof ModelForgeError) return error;
      throw error;
    }
  };

  it("sets up every provider with whole values, or says why not", async () => {
    const others: string[] = [];
    let added = 0;
    for (const { id } of providers) {
      const first = await add(id, []);
      const missing = first instanceof ModelForgeError ? first.details.missing : [];
      const values = (Array.isArray(missing) ? (missing as string[]) : []).map(
        (name) => `${name}=${hosts[name] ?? "mine1"}`,
      );
      const found = values.length === 0 ? first : await add(id, values);
      if (found instanceof ModelForgeError) {
        others.push(id);
        expect([id, found.code, found.message]).toEqual([
          id,
          "usage.bad-value",
          expect.stringContaining(withoutTemplate[id] ?? "no reason is known"),
        ]);
        continue;
      }
      added += 1;
      const { template } = found.added;
      expect([id, template.missing, template.why]).toEqual([id, [], null]);
      expect(template.url).toMatch(/^https?:\/\/[^$]+$/);
      expect([id, found.changes.length]).toEqual([id, 1]);
      expect([id, template.credentials.length > 0]).toEqual([id, true]);
    }
    const known = providers.filter(({ id }) => Object.hasOwn(withoutTemplate, id));
    expect(others).toEqual(known.map(({ id }) => id));
    expect(added).toBe(providers.length - others.length);
  });

  it("gives addresses to which the provider's own key may go", async () => {
    const valueOf = (name: string): string => hosts[name] ?? "mine1";
    for (const { id } of providers) {
      if (Object.hasOwn(withoutTemplate, id)) continue;
      const names = (await add(id, [])) as { details?: { missing?: string[] } };
      const values = (names.details?.missing ?? []).map((name) => `${name}=${valueOf(name)}`);
      const { added } = (await add(id, values)) as ConfigAdded;
      const trusting = { trusted: [], valueOf, isSecret: () => false };
      const verdict = mayGoTo({ provider: id }, new URL(added.template.url as string), trusting);
      expect([id, verdict]).toEqual([id, "allowed"]);
    }
  });

  it("knows of every variable of a provider what it is for", async () => {
    for (const { id, env } of providers) {
      const first = await add(id, []);
      const missing = first instanceof ModelForgeError ? (first.details.missing ?? []) : [];
      const unknown = env.filter(
        (name) =>
          !isSecretVariable(name) &&
          hostTable[id]?.secrets.includes(name) !== true &&
          !(missing as string[]).includes(name) &&
          !Object.hasOwn(notNeeded[id] ?? {}, name),
      );
      expect([id, unknown]).toEqual([id, []]);
    }
  });
});

describe("the tables of addresses", () => {
  it("have a row in the table of hosts for each of theirs", () => {
    const ids = [...Object.keys(withoutTemplate), ...Object.keys(notNeeded)];
    expect(ids.filter((id) => !Object.hasOwn(hostTable, id))).toEqual([]);
  });
});
