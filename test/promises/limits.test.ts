import { describe, expect, it } from "vitest";
import { parseCatalog } from "../../src/catalog/parse/catalog.ts";
import { fetchDocument } from "../../src/modelsdev/refresh/fetch.ts";
import { failureOf } from "../../src/testing/failures.ts";
import type { HttpRequest } from "../../src/system/ports.ts";

describe("a catalog", () => {
  it("of more than 600,000 models is broken, and one of as many is not", () => {
    const models: Record<string, object> = {};
    for (let at = 0; at < 600_000; at += 1) models[`m${at}`] = {};
    expect(parseCatalog({ p: { models } }).models).toHaveLength(600_000);
    models.more = {};
    expect(failureOf(() => parseCatalog({ p: { models } }))).toMatchObject({
      code: "catalog.broken",
      message: expect.stringContaining("600,000 models") as string,
    });
  });

  it("may take 64 MiB on its way, whatever it was packed to", async () => {
    const requests: HttpRequest[] = [];
    const machine = {
      http: {
        get: async (request: HttpRequest) => {
          requests.push(request);
          const headers = new Map([["content-type", "application/json"]]);
          const body = async () => new Uint8Array();
          return { status: 200, headers, body, brotli: () => undefined, dispose: () => undefined };
        },
        post: () => Promise.reject(new Error("nothing is said to a source")),
        proxyFor: () => undefined,
        close: async () => undefined,
      },
      clock: {
        now: () => 0,
        steady: () => 0,
        wait: async () => undefined,
        after: () => ({ stop: () => undefined }),
        random: () => 0,
      },
    };
    const url = new URL("https://m.example/api.json");
    await fetchDocument(machine, {
      url,
      etag: undefined,
      userAgent: "test",
      deadline: 1,
      allowedMs: 1,
    });
    expect(requests.map(({ limits }) => limits.decodedBytes)).toEqual([64 * 1024 ** 2]);
  });
});
