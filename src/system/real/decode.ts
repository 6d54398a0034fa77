import type { Readable } from "node:stream";
import { ModelForgeError } from "../../failure.ts";
import type { HttpRequest } from "../ports.ts";
import { steadyMs } from "./steady.ts";

// loaded with the first compressed body: who is told that nothing is newer needs none
const zlib = () => process.getBuiltinModule("node:zlib");

const stream = () => process.getBuiltinModule("node:stream");

interface DecodeOptions {
  maxOutputLength: number;
  chunkSize: number;
  info: boolean;
  /** What is to come of bytes that are not the whole. */
  finishFlush?: number;
}

type Decode = (bytes: Uint8Array, options: DecodeOptions) => unknown;

const decoders: Readonly<Record<string, () => Decode>> = {
  br: () => zlib().brotliDecompressSync,
  gzip: () => zlib().gunzipSync,
  "x-gzip": () => zlib().gunzipSync,
  deflate: () => zlib().inflateSync,
};

/** A body, and the same as it came where that was brotli and nothing else. */
export interface Decoded {
  bytes: Uint8Array;
  brotli: Uint8Array | undefined;
}

/** Reads a body to its end and decompresses it; stops as soon as either exceeds the limit. */
export async function readDecoded(
  body: Readable,
  headers: ReadonlyMap<string, string>,
  wanted: HttpRequest,
): Promise<Decoded> {
  const encoding = (headers.get("content-encoding") ?? "identity").trim().toLowerCase();
  const decode = decoderFor(encoding);
  const length = Number(headers.get("content-length"));
  const total = Number.isSafeInteger(length) && length > 0 ? length : undefined;
  const received = await readAll(body, total, wanted, (begun) => {
    if (decode !== undefined) lookInto(decode, begun, encoding, wanted);
  });
  if (decode === undefined) return { bytes: received, brotli: undefined };
  const { buffer, engine } = decompress(decode, received, wanted);
  const isWhole = encoding === "br" && engine.bytesWritten === received.length;
  return { bytes: buffer, brotli: isWhole ? received : undefined };
}

/** One look at the whole takes half the time of many at its pieces, and less than reading what comes out. */
function decompress(decode: Decode, received: Uint8Array, wanted: HttpRequest) {
  const maxOutputLength = wanted.limits.decodedBytes;
  // a catalog becomes fifteen times as long
  const chunkSize = Math.min(Math.max(16 * received.length, firstBytes), largestChunk);
  try {
    const decoded = decode(received, { maxOutputLength, chunkSize, info: true });
    return decoded as { buffer: Uint8Array; engine: { bytesWritten: number } };
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(wanted);
    throw error;
  }
}

/** Stops at more than is allowed in what has come so far; what else is wrong shows when all has. */
function lookInto(decode: Decode, begun: Uint8Array, encoding: string, wanted: HttpRequest): void {
  const { BROTLI_OPERATION_FLUSH, Z_SYNC_FLUSH } = zlib().constants;
  const finishFlush = encoding === "br" ? BROTLI_OPERATION_FLUSH : Z_SYNC_FLUSH;
  try {
    decompress((bytes, options) => decode(bytes, { ...options, finishFlush }), begun, wanted);
  } catch (error) {
    if (error instanceof ModelForgeError) throw error;
  }
}

/** `look` is shown what has come where that takes long. */
function readAll(
  body: Readable,
  total: number | undefined,
  wanted: HttpRequest,
  look: (begun: Uint8Array) => void,
): Promise<Uint8Array> {
  const { limits, onProgress } = wanted;
  let whole: Buffer = Buffer.allocUnsafe(Math.min(total ?? firstBytes, limits.decodedBytes));
  let bytes = 0;
  const patientUntil = steadyMs() + patienceMs;
  let nextLook = 0;
  const take = (chunk: Uint8Array): void => {
    if (bytes + chunk.length > limits.decodedBytes) throw tooLarge(wanted);
    if (bytes + chunk.length > whole.length) whole = larger(whole, bytes, chunk.length);
    whole.set(chunk, bytes);
    bytes += chunk.length;
    onProgress?.(bytes, total);
    if (bytes < nextLook || steadyMs() < patientUntil) return;
    nextLook = 2 * bytes;
    look(whole.subarray(0, bytes));
  };
  return new Promise((resolve, reject) => {
    body.on("data", (chunk: Uint8Array) => {
      try {
        take(chunk);
      } catch (error) {
        body.pause();
        reject(error);
      }
    });
    // it may have failed before anybody listened
    stream().finished(body, { writable: false }, (error) => {
      if (error === undefined || error === null) resolve(whole.subarray(0, bytes));
      else reject(error);
    });
  });
}

const firstBytes = 64 * 1024;
// whoever takes longer may be sending without end what becomes a thousand times as much
const patienceMs = 500;
const largestChunk = 4 * 1024 * 1024;

// pieces kept as they come would take a hundred times their size where a server sends single bytes
function larger(whole: Buffer, bytes: number, more: number): Buffer {
  const grown = Buffer.allocUnsafe(Math.max(2 * whole.length, bytes + more));
  whole.copy(grown, 0, 0, bytes);
  return grown;
}

function decoderFor(name: string): Decode | undefined {
  if (name === "identity" || name === "") return undefined;
  const create = Object.hasOwn(decoders, name) ? decoders[name] : undefined;
  if (create !== undefined) return create();
  throw new ModelForgeError("catalog.broken", {
    message: `the server sent the catalog in an encoding that was not asked for: ${name}`,
    hint: "let the server or mirror send gzip, br or no compression",
    details: { encoding: name },
  });
}

function tooLarge({ url, limits }: HttpRequest): ModelForgeError {
  const mebibytes = Math.round(limits.decodedBytes / 1024 ** 2);
  return new ModelForgeError("catalog.too-large", {
    message: `${url.host} sent more than ${mebibytes} MiB where a catalog was expected`,
    hint: "check that MODELFORGE_URL points at a models.dev catalog",
    details: { limitBytes: limits.decodedBytes },
  });
}
