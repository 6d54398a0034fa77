import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { body } from "../stand-in/answers.ts";
import { smallCatalog } from "../support/catalogs.ts";
import { Place } from "../support/place.ts";
import { expectAnswersFrom, resultsOf } from "../support/questions.ts";
import { answerOf, errorOf } from "../support/run.ts";
import { forget, serveCatalog, startServing } from "../support/serving.ts";

const catalog = smallCatalog();
const standIn = await startServing(catalog);

afterEach(() => {
  forget(standIn);
  serveCatalog(standIn, catalog);
});
afterAll(() => standIn.stop());

function newPlace(): Place {
  return new Place({ MODELFORGE_URL: standIn.url });
}

interface RefreshReport {
  outcome: string;
  digest: string;
  previousDigest: string | null;
  models: number;
}

describe("a request to models.dev", () => {
  it("carries the ETag the bytes came with, and a 304 keeps the catalog and makes it young again", async () => {
    const place = newPlace();
    const first = answerOf<RefreshReport>(await place.run(["refresh-cache", "--json"]));
    expect(first.result.outcome).toBe("changed");
    standIn.requests.length = 0;
    const second = answerOf<RefreshReport>(await place.run(["refresh-cache", "--json"]));
    expect(second.result).toMatchObject({ outcome: "unchanged", digest: first.result.digest });
    expect(second.result.models).toBe(first.result.models);
    const etags = standIn.requests.map(({ headers }) => headers["if-none-match"]);
    expect(etags).toEqual([expect.any(String), expect.any(String)]);
    expect(standIn.count("/api.json", 304)).toBe(1);
    expect(Date.parse(second.catalog?.fetchedAt ?? "")).toBeGreaterThan(
      Date.parse(first.catalog?.fetchedAt ?? ""),
    );
    expectAnswersFrom(catalog, await resultsOf(place));
  });

  it("brings a new catalog when the ETag no longer matches", async () => {
    const place = newPlace();
    const first = answerOf<RefreshReport>(await place.run(["refresh-cache", "--json"]));
    serveCatalog(standIn, smallCatalog(2));
    const second = answerOf<RefreshReport>(await place.run(["refresh-cache", "--json"]));
    expect(second.result).toMatchObject({
      outcome: "changed",
      previousDigest: first.result.digest,
      models: first.result.models + 1,
    });
    expectAnswersFrom(smallCatalog(2), await resultsOf(place));
  });

  it.each([
    ["br", brotliCompressSync],
    ["gzip", gzipSync],
    ["identity", (bytes: Buffer) => bytes],
  ] as const)("reads a body packed as %s", async (encoding, pack) => {
    const headers = { "content-type": "application/json", "content-encoding": encoding };
    standIn.order("/api.json", body(pack(Buffer.from(JSON.stringify(catalog))), headers));
    const place = newPlace();
    expect((await place.run(["refresh-cache"])).code).toBe(0);
    expectAnswersFrom(catalog, await resultsOf(place));
  });

  it("takes a full address of catalog.json, whose facts come with it, and asks for nothing else", async () => {
    const place = new Place({ MODELFORGE_URL: `${standIn.url}/catalog.json` });
    expect((await place.run(["refresh-cache"])).code).toBe(0);
    expect(standIn.requests.map(({ path }) => path)).toEqual(["/catalog.json"]);
    expectAnswersFrom(catalog, await resultsOf(place));
  });

  it("is not made where the catalog at hand is fresh", async () => {
    const place = newPlace();
    await place.run(["refresh-cache"]);
    standIn.requests.length = 0;
    await resultsOf(place);
    expect(standIn.requests).toEqual([]);
  });
});

describe("plain http", () => {
  it.each([
    ["http://192.0.2.1/api.json"],
    ["http://localhost.example"],
    ["http://127.0.0.1.example"],
  ])("is refused to %s before anything is sent", async (url) => {
    const run = await new Place({ MODELFORGE_URL: url }).run(["refresh-cache", "--json"]);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe("");
    expect(errorOf(run)).toMatchObject({ code: "network.insecure", hint: expect.any(String) });
  });
});
