import { Readable } from "node:stream";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ModelForgeError } from "../../failure.ts";
import { readDecoded } from "./decode.ts";

const text = JSON.stringify({ openai: { models: { "gpt-5": { name: "通义".repeat(2_000) } } } });

interface Answer {
  encoding?: string;
  length?: number | string;
  mostBytes?: number;
  onProgress?: (received: number, total: number | undefined) => void;
}

function decode(body: Readable, { encoding, length, mostBytes, onProgress }: Answer = {}) {
  const headers = new Map<string, string>();
  if (encoding !== undefined) headers.set("content-encoding", encoding);
  if (length !== undefined) headers.set("content-length", String(length));
  return readDecoded(body, headers, {
    url: new URL("https://m.example/api.json"),
    headers: {},
    limits: { connectMs: 1, idleMs: 1, totalMs: 1, decodedBytes: mostBytes ?? 1_000_000 },
    ...(onProgress === undefined ? {} : { onProgress }),
  });
}

/** A body that comes in pieces. */
function inPieces(bytes: Uint8Array, size = 100): Readable {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return Readable.from(pieces);
}

async function bytesOf(body: Readable, answer?: Answer): Promise<Uint8Array> {
  return (await decode(body, answer)).bytes;
}

async function codeOf(action: Promise<unknown>): Promise<string | undefined> {
  const error: unknown = await action.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof ModelForgeError ? error.code : undefined;
}

describe("readDecoded", () => {
  it.each<[string | undefined, (text: string) => Uint8Array]>([
    [undefined, Buffer.from],
    ["identity", Buffer.from],
    ["", Buffer.from],
    ["gzip", gzipSync],
    [" GZIP ", gzipSync],
    ["x-gzip", gzipSync],
    ["br", brotliCompressSync],
    ["deflate", deflateSync],
  ])("reads a body encoded as %j", async (encoding, encode) => {
    const answer = encoding === undefined ? {} : { encoding };
    const bytes = await bytesOf(inPieces(encode(text)), answer);
    expect(new TextDecoder().decode(bytes)).toBe(text);
  });

  it("reads a body of any size in pieces of any size", async () => {
    const long = text.repeat(40);
    for (const size of [1, 7, 65_536, 1_000_000]) {
      const bytes = await bytesOf(inPieces(Buffer.from(long), size), { mostBytes: 10_000_000 });
      expect(new TextDecoder().decode(bytes)).toBe(long);
    }
  });

  it("reads an empty body", async () => {
    expect(await bytesOf(Readable.from([]))).toHaveLength(0);
  });

  it.each(["zstd", "gzip, br", "__proto__", "constructor"])(
    "refuses the encoding %s",
    async (encoding) => {
      expect(await codeOf(decode(inPieces(Buffer.from(text)), { encoding }))).toBe(
        "catalog.broken",
      );
    },
  );

  it("stops as soon as more comes than is allowed, however small it was packed", async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    const mostBytes = 100_000;
    const body = inPieces(bomb);
    expect(await codeOf(decode(body, { encoding: "gzip", mostBytes }))).toBe("catalog.too-large");
    const plain = inPieces(Buffer.alloc(200_000));
    expect(await codeOf(decode(plain, { mostBytes }))).toBe("catalog.too-large");
    expect(await bytesOf(inPieces(Buffer.alloc(100_000)), { mostBytes })).toHaveLength(100_000);
  });

  it("fails where the compressed bytes are cut short or damaged", async () => {
    const packed = gzipSync(text);
    await expect(decode(inPieces(packed.subarray(0, -20)), { encoding: "gzip" })).rejects.toThrow();
    const damaged = Uint8Array.from(packed);
    damaged.fill(0x55, 20, 60);
    await expect(decode(inPieces(damaged), { encoding: "gzip" })).rejects.toThrow();
  });

  it("fails where the body breaks off, encoded or not", async () => {
    for (const answer of [{}, { encoding: "gzip" }]) {
      const body = new Readable({
        read() {
          this.push(gzipSync(text).subarray(0, 50));
          this.destroy(new Error("socket hang up"));
        },
      });
      await expect(decode(body, answer)).rejects.toThrow("socket hang up");
    }
  });

  it("hands on brotli as it came, and nothing that is more or less than that", async () => {
    const packed = brotliCompressSync(text);
    const { brotli } = await decode(inPieces(packed), { encoding: "BR" });
    expect(brotli).toEqual(packed);
    const more = Buffer.concat([packed, Buffer.from("more")]);
    const followed = await decode(inPieces(more), { encoding: "br" }).catch(() => undefined);
    expect(followed?.brotli).toBeUndefined();
    for (const [encoding, encode] of [
      ["gzip", gzipSync],
      ["identity", Buffer.from],
    ] as const) {
      expect((await decode(inPieces(encode(text)), { encoding })).brotli).toBeUndefined();
    }
  });

  it("fails where the body is closed before its end", async () => {
    const body = new Readable({ read: () => undefined });
    const reading = decode(body);
    body.push(Buffer.from("half"));
    body.destroy();
    await expect(reading).rejects.toThrow("Premature close");
  });

  it("says how much has come over the wire, and of how much where that is known", async () => {
    const packed = gzipSync(text);
    const seen: [number, number | undefined][] = [];
    const onProgress = (received: number, total: number | undefined) =>
      seen.push([received, total]);
    await decode(inPieces(packed), { encoding: "gzip", length: packed.length, onProgress });
    expect(seen.at(-1)).toEqual([packed.length, packed.length]);
    seen.length = 0;
    await decode(inPieces(packed), { encoding: "gzip", length: "many", onProgress });
    expect(seen.at(-1)).toEqual([packed.length, undefined]);
  });
});
