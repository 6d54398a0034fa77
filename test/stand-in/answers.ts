import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliCompressSync, constants, createGzip, gzipSync } from "node:zlib";

/** What the stand-in does with a request instead of answering it as models.dev would. */
export type Fault = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;

const json = { "content-type": "application/json" };

/** A status with headers and an empty body. */
export function status(code: number, headers: Record<string, string> = {}): Fault {
  return (_request, response) => response.writeHead(code, headers).end();
}

export function body(text: string | Buffer, headers: Record<string, string> = json): Fault {
  return (_request, response) => response.writeHead(200, headers).end(text);
}

/** The usual answer, once the promise is kept. */
export function heldUntil(release: Promise<void>): Fault {
  return (_request, response, whole) => {
    void release.then(() => response.writeHead(200, json).end(whole));
  };
}

export const faults = {
  noAnswer: (() => undefined) satisfies Fault,
  reset: ((request) => request.socket.resetAndDestroy()) satisfies Fault,
  silenceAfterHeaders: ((_request, response) => {
    response.writeHead(200, { ...json, "content-length": "100000" });
    response.flushHeaders();
  }) satisfies Fault,
  oneByteASecond: ((_request, response) => {
    response.writeHead(200, { ...json, "content-length": "100000" });
    const timer = setInterval(() => response.write("{"), 1_000);
    response.on("close", () => clearInterval(timer));
    response.write("{");
  }) satisfies Fault,
  cutOff: ((_request, response, whole) => {
    response.writeHead(200, { ...json, "content-length": String(whole.length) });
    response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
  }) satisfies Fault,
  cutBetweenChunks: ((request, response, whole) => {
    response.writeHead(200, json);
    response.write(whole.subarray(0, whole.length / 2), () => request.socket.destroy());
  }) satisfies Fault,
  /** Half of it, as if that were the whole. */
  cutUnannounced: ((_request, response, whole) => {
    const half = whole.subarray(0, whole.length / 2);
    response.writeHead(200, { ...json, "content-length": half.length }).end(half);
  }) satisfies Fault,
  brokenGzip: body(Buffer.from("\u001f\u008b\b\0 not gzip at all, not at all", "latin1"), {
    ...json,
    "content-encoding": "gzip",
  }),
  cutGzip: ((_request, response, whole) => {
    const packed = gzipSync(whole);
    response.writeHead(200, { ...json, "content-encoding": "gzip" });
    response.end(packed.subarray(0, packed.length / 2));
  }) satisfies Fault,
  /** A gigabyte of zeros in a megabyte. */
  bomb: ((_request, response) => {
    response.writeHead(200, { ...json, "content-encoding": "gzip" });
    const packer = createGzip({ level: 9 });
    packer.pipe(response);
    packer.on("error", () => response.destroy());
    response.on("close", () => packer.destroy());
    const block = Buffer.alloc(1024 * 1024);
    let left = 1024;
    const more = (): void => {
      left -= 1;
      if (packer.destroyed) return;
      if (left < 0) packer.end();
      else packer.write(block, () => more());
    };
    more();
  }) satisfies Fault,
  /** A quarter of a gigabyte in a few kilobytes. */
  brotliBomb: ((_request, response) => {
    const zeros = Buffer.alloc(256 * 1024 * 1024);
    const bomb = brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
    response.writeHead(200, { ...json, "content-encoding": "br" }).end(bomb);
  }) satisfies Fault,
  html: body("<html>log in</html>", { "content-type": "text/html; charset=utf-8" }),
};
