import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Http, HttpLimits, HttpRequest } from "../../src/system/ports.ts";
import type { FakeAnswer } from "../../src/testing/fake-system.ts";

/** A network with one server. */
export interface Network {
  http: Http;
  /** `http://127.0.0.1:4711` */
  server: string;
  /** What the server says at a path from now on. */
  serve(path: string, answer: FakeAnswer): void;
  /** What the server was asked for. */
  readonly seen: {
    path: string;
    /** What was said by POST; undefined for a question. */
    body: string | undefined;
    headers: Readonly<Record<string, string | string[] | undefined>>;
  }[];
  close(): Promise<void>;
}

/** One with places besides where there is none. */
export interface WideNetwork extends Network {
  /** Addresses of a port where nobody listens, of no host, of what speaks no HTTP, and no TLS. */
  nobody: string;
  noHost: string;
  noHttp: string;
  noTls: string;
}

const usual: HttpLimits = { connectMs: 5_000, idleMs: 5_000, totalMs: 5_000, decodedBytes: 10_000 };
const text = "a catalog, ".repeat(100);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** What every machine's network does, whichever way its requests take. */
export function contractOf(name: string, make: () => Promise<Network>): void {
  describe(name, () => {
    let network: Network;
    beforeAll(async () => {
      network = await make();
    });
    afterAll(() => network.close());

    const get = (path: string, more: Partial<HttpRequest> & { limits?: HttpLimits } = {}) =>
      network.http.get({
        url: new URL(path, network.server),
        headers: {},
        limits: usual,
        ...more,
      });
    const bodyOf = async (path: string, more: Partial<HttpRequest> = {}): Promise<Uint8Array> =>
      (await get(path, more)).body();

    it("gives status, headers in lower case and the whole body", async () => {
      network.serve("/plain", {
        status: 203,
        headers: { "X-One": "1", "x-many": ["a", "b"] },
        body: ["in ", "pie", "ces"],
      });
      const { status, headers, body } = await get("/plain");
      expect([status, headers.get("x-one"), headers.get("x-many")]).toEqual([203, "1", "a, b"]);
      expect(textOf(await body())).toBe("in pieces");
    });

    it("sends the headers it is told to, and the query along", async () => {
      network.serve("/asked?a=1", { body: "x" });
      await bodyOf("/asked?a=1", { headers: { accept: "application/json", "x-test": "yes" } });
      const asked = network.seen.at(-1);
      expect(asked?.path).toBe("/asked?a=1");
      expect(asked?.headers).toMatchObject({ accept: "application/json", "x-test": "yes" });
    });

    it("sends what is said along with a request, as it is and with its length", async () => {
      network.serve("/said", { status: 201, body: "heard" });
      const body = "client_id=id%26&n=ä";
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const url = new URL("/said", network.server);
      const answer = await network.http.post({ url, headers, limits: usual, body });
      expect([answer.status, textOf(await answer.body())]).toEqual([201, "heard"]);
      const asked = network.seen.at(-1);
      expect([asked?.path, asked?.body]).toEqual(["/said", body]);
      expect(asked?.headers).toMatchObject(headers);
      await bodyOf("/said");
      expect(network.seen.at(-1)?.body).toBeUndefined();
    });

    it("sends JSON as what it is", async () => {
      network.serve("/json", { json: { lab: { models: {} } } });
      const { headers, body } = await get("/json");
      expect(headers.get("content-type")).toMatch(/^application\/json/);
      expect(JSON.parse(textOf(await body()))).toEqual({ lab: { models: {} } });
    });

    it("confirms what has not changed with 304 and no body", async () => {
      network.serve("/known", { body: text, etag: '"one"' });
      const first = await get("/known", { headers: { "if-none-match": '"other"' } });
      expect([first.status, first.headers.get("etag")]).toEqual([200, '"one"']);
      expect(await first.body()).toHaveLength(text.length);
      const again = await get("/known", { headers: { "if-none-match": '"one"' } });
      expect(again.status).toBe(304);
      expect(await again.body()).toHaveLength(0);
    });

    it("answers with whatever status there is, and follows no redirect", async () => {
      for (const status of [301, 401, 404, 429, 500, 503]) {
        network.serve("/status", { status, headers: { location: "/plain" }, body: "no" });
        const response = await get("/status");
        expect(response.status).toBe(status);
        response.dispose();
      }
      expect((await get("/nothing/is/served/there")).status).toBe(404);
    });

    it.each(["br", "gzip", "deflate"] as const)(
      "decompresses %s, in pieces too",
      async (encoding) => {
        network.serve("/compressed", { body: [text, text], encoding });
        expect(textOf(await bodyOf("/compressed"))).toBe(text + text);
      },
    );

    it("hands on a body as it came where that was brotli, once it was read", async () => {
      for (const encoding of ["br", "gzip", undefined] as const) {
        network.serve("/sent", { body: text, ...(encoding === undefined ? {} : { encoding }) });
        const response = await get("/sent");
        expect(response.brotli()).toBeUndefined();
        await response.body();
        const sent = response.brotli();
        expect(sent !== undefined, String(encoding)).toBe(encoding === "br");
        if (sent !== undefined) expect(textOf(brotliDecompressSync(sent))).toBe(text);
      }
    });

    it("counts what it receives, as it was sent", async () => {
      const counts: number[] = [];
      network.serve("/counted", { body: [text, text], encoding: "gzip" });
      await bodyOf("/counted", { onProgress: (bytes) => counts.push(bytes) });
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
      expect(counts.at(-1)).toBeGreaterThan(0);
      expect(counts.at(-1)).toBeLessThan(text.length);
    });

    it("takes no more than the limit, decompressed", async () => {
      const limits = { ...usual, decodedBytes: text.length - 1 };
      for (const encoding of [undefined, "br", "gzip"] as const) {
        network.serve("/large", { body: text, ...(encoding === undefined ? {} : { encoding }) });
        await expect(bodyOf("/large", { limits })).rejects.toMatchObject({
          code: "catalog.too-large",
          details: { limitBytes: text.length - 1 },
        });
      }
    });

    it("names what cannot be decompressed, is cut off, or comes as nobody asked for", async () => {
      const cases = [
        ["gzip", "no gzip at all", "catalog.broken"],
        ["br", "no brotli at all", "catalog.broken"],
        ["gzip", new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), "network.interrupted"],
        ["zstd", "whatever", "catalog.broken"],
      ] as const;
      for (const [encoding, body, code] of cases) {
        network.serve("/broken", { headers: { "content-encoding": encoding }, body });
        await expect(bodyOf("/broken"), encoding).rejects.toMatchObject({ code });
      }
    });

    it("says that a connection broke off, before the head and in the middle of the body", async () => {
      network.serve("/early", { fails: "network.interrupted" });
      await expect(get("/early")).rejects.toMatchObject({ code: "network.interrupted" });
      network.serve("/late", {
        body: [text, text],
        fails: "network.interrupted",
        failsAfterBytes: text.length,
      });
      const { status, body } = await get("/late");
      expect(status).toBe(200);
      await expect(body()).rejects.toMatchObject({ code: "network.interrupted" });
    });

    it("waits for an answer no longer than the limit of silence", async () => {
      network.serve("/silent", { headMs: Number.POSITIVE_INFINITY });
      const limits = { ...usual, idleMs: 60 };
      await expect(get("/silent", { limits })).rejects.toMatchObject({
        code: "network.timed-out",
        message: expect.stringMatching(/did not answer within 0.1 s/) as string,
      });
    });

    it("names a limit as it was allowed, not what was left of it", async () => {
      network.serve("/silent", { headMs: Number.POSITIVE_INFINITY });
      const limits = { ...usual, idleMs: 60, allowedMs: 10_000 };
      await expect(get("/silent", { limits })).rejects.toMatchObject({
        message: expect.stringMatching(/did not answer within 10 s/) as string,
      });
    });

    it("waits for the rest of a body no longer than the limit of silence", async () => {
      network.serve("/stalls", { body: ["a", "b"], pieceMs: 1_500 });
      const limits = { ...usual, idleMs: 60 };
      await expect(bodyOf("/stalls", { limits })).rejects.toMatchObject({
        code: "network.timed-out",
        message: expect.stringMatching(/went silent for 0.1 s in the middle/) as string,
      });
    });

    it("takes no longer than the limit of all, however often something comes", async () => {
      network.serve("/drips", { body: Array.from({ length: 50 }, () => "x"), pieceMs: 30 });
      const limits = { ...usual, totalMs: 200 };
      await expect(bodyOf("/drips", { limits })).rejects.toMatchObject({
        code: "network.timed-out",
        message: expect.stringMatching(/was not done within 0.2 s/) as string,
      });
    });

    it("ends as cancelled, before it asks, while it waits and while it reads", async () => {
      network.serve("/silent", { headMs: Number.POSITIVE_INFINITY });
      network.serve("/drips", { body: ["a", "b"], pieceMs: 1_000 });
      const before = network.seen.length;
      await expect(get("/silent", { signal: AbortSignal.abort() })).rejects.toMatchObject({
        code: "cancelled",
      });
      expect(network.seen.length).toBe(before);
      const abort = new AbortController();
      const waiting = get("/silent", { signal: abort.signal });
      const late = new AbortController();
      const { body } = await get("/drips", { signal: late.signal });
      const reading = body();
      abort.abort();
      late.abort();
      await expect(waiting).rejects.toMatchObject({ code: "cancelled" });
      await expect(reading).rejects.toMatchObject({ code: "cancelled" });
    });

    it("drops a body that nobody wants, and asks on", async () => {
      network.serve("/unwanted", { body: text });
      for (let at = 0; at < 5; at += 1) (await get("/unwanted")).dispose();
      expect(textOf(await bodyOf("/unwanted"))).toBe(text);
    });

    it("ends what is under way when it is closed, and opens again for the next request", async () => {
      network.serve("/silent", { headMs: Number.POSITIVE_INFINITY });
      network.serve("/again", { body: "again" });
      const waiting = get("/silent").catch((error: unknown) => error);
      await get("/again").then(({ body }) => body());
      await network.http.close();
      expect(await waiting).toMatchObject({ code: "network.interrupted" });
      expect(textOf(await bodyOf("/again"))).toBe("again");
    });
  });
}

/** What every machine's network says of places where there is no server. */
export function contractOfPlaces(name: string, make: () => Promise<WideNetwork>): void {
  describe(`${name}, where there is no server`, () => {
    let network: WideNetwork;
    beforeAll(async () => {
      network = await make();
    });
    afterAll(() => network.close());

    const get = (address: string) =>
      network.http.get({ url: new URL(address), headers: {}, limits: usual });
    const host = (address: string): string => new URL(address).host;

    it("says that nobody listens", async () => {
      await expect(get(network.nobody)).rejects.toMatchObject({
        code: "network.unreachable",
        message: `${host(network.nobody)} refuses the connection (ECONNREFUSED)`,
        details: { reason: "ECONNREFUSED" },
      });
    });

    it("says that there is no such host", async () => {
      await expect(get(network.noHost)).rejects.toMatchObject({
        code: "network.unreachable",
        message: expect.stringContaining(host(network.noHost)) as string,
      });
    });

    it("says of what speaks no HTTP and of what speaks no TLS that it does not", async () => {
      await expect(get(network.noHttp)).rejects.toMatchObject({ code: "network.not-http" });
      await expect(get(network.noTls)).rejects.toMatchObject({ code: "network.tls-failed" });
    });
  });
}
