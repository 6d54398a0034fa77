import { describe, expect, it } from "vitest";
import { openLargeCatalog, recordedCatalog } from "../../../testing/real-catalog.ts";
import { wellKnownHosts } from "./well-known-hosts.ts";
import { isWrapped, wrappers } from "./wrappers.ts";

const isLarge = Boolean(process.env.MODELFORGE_TEST_CATALOG);
const { models } = (isLarge ? openLargeCatalog() : recordedCatalog).open();
const reasons = [
  ...Object.values(wellKnownHosts),
  ...Object.values(wrappers).map(([, why]) => why),
];

describe("well-known hosts and prefixes of wrappers", () => {
  it("each have a reason", () => {
    for (const reason of reasons) expect(reason.length).toBeGreaterThan(10);
  });

  it.skipIf(!isLarge)("are each in the whole catalog", () => {
    const providers = new Set(models.map(({ provider }) => provider));
    expect(Object.keys(wellKnownHosts).filter((id) => !providers.has(id))).toEqual([]);
    const used = (prefix: string): boolean =>
      models.some(({ id }) => id.toLowerCase().startsWith(prefix));
    expect(Object.keys(wrappers).filter((prefix) => !used(prefix))).toEqual([]);
  });

  it("tell a prefix at the beginning of an id alone, in any case", () => {
    expect(isWrapped("TEE/deepseek-v3.2")).toBe(true);
    expect(isWrapped("stealth/claude-opus-4.7")).toBe(true);
    expect(isWrapped("qwen/coding-model")).toBe(false);
    expect(isWrapped("encoding-model")).toBe(false);
  });
});
