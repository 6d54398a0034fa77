import type { Readable, Transform } from "node:stream";
import { ModelForgeError } from "../../failure.ts";
import type { HttpRequest } from "../ports.ts";

// loaded with the first compressed body: who is told that nothing is newer needs none
const zlib = () => process.getBuiltinModule("node:zlib");

const decoders: Readonly<Record<string, () => Transform>> = {
  br: () => zlib().createBrotliDecompress(),
  gzip: () => zlib().createGunzip(),
  "x-gzip": () => zlib().createGunzip(),
  deflate: () => zlib().createInflate(),
};

/** Reads a body to its end, decompressing as it comes; stops as soon as it exceeds the limit. */
export async function readDecoded(
  body: Readable,
  headers: ReadonlyMap<string, string>,
  wanted: HttpRequest,
): Promise<Uint8Array> {
  const { limits, onProgress } = wanted;
  const length = Number(headers.get("content-length"));
  const total = Number.isSafeInteger(length) && length > 0 ? length : undefined;
  let received = 0;
  body.on("data", (chunk: Uint8Array) => {
    received += chunk.length;
    onProgress?.(received, total);
  });
  const decoder = decoderFor(headers.get("content-encoding"));
  const decoded = decoder === undefined ? body : body.pipe(decoder);
  // pipe does not carry errors over
  if (decoder !== undefined) body.on("error", (error) => decoder.destroy(error));
  let whole: Buffer = Buffer.allocUnsafe(Math.min(firstBytes, limits.decodedBytes));
  let bytes = 0;
  try {
    for await (const chunk of decoded as AsyncIterable<Uint8Array>) {
      if (bytes + chunk.length > limits.decodedBytes) throw tooLarge(wanted);
      if (bytes + chunk.length > whole.length) whole = larger(whole, bytes, chunk.length);
      whole.set(chunk, bytes);
      bytes += chunk.length;
    }
  } finally {
    decoder?.destroy();
  }
  return whole.subarray(0, bytes);
}

const firstBytes = 64 * 1024;

// pieces kept as they come would take a hundred times their size where a server sends single bytes
function larger(whole: Buffer, bytes: number, more: number): Buffer {
  const grown = Buffer.allocUnsafe(Math.max(2 * whole.length, bytes + more));
  whole.copy(grown, 0, 0, bytes);
  return grown;
}

function decoderFor(encoding: string | undefined): Transform | undefined {
  const name = (encoding ?? "identity").trim().toLowerCase();
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
