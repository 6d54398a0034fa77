import { connect, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { answering, greeting } from "../stand-in/raw-server.ts";

/** What a server says on the wire, and what becomes of it. */
export interface RawAnswer {
  name: string;
  speak: (socket: Socket) => void;
  /** A failure's code, or the status and the body. */
  becomes: string | readonly [status: number, body: string];
  /** In the message, or a header of the answer. */
  says?: string;
}

const ok = "HTTP/1.1 200 OK\r\n";
const chunked = `${ok}transfer-encoding: chunked\r\n\r\n`;
const packed = gzipSync("packed");
const withBody = (head: string, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${head}\r\n`), body]);
const inGzip = (body: Buffer): Buffer =>
  withBody(`${ok}content-encoding: gzip\r\ncontent-length: ${body.length}\r\n`, body);

/** Says one thing in pieces, each once the one before is on its way, and stays. */
const inPieces =
  (...pieces: string[]) =>
  (socket: Socket): void => {
    socket.once("data", () => {
      const say = ([first, ...others]: string[]): void => {
        if (first !== undefined) socket.write(first, () => setImmediate(say, others));
      };
      say(pieces);
    });
  };
const reset =
  (text: string) =>
  (socket: Socket): void => {
    socket.once("data", () =>
      socket.write(text, () => setImmediate(() => socket.resetAndDestroy())),
    );
  };

/** Answers that are right, if odd. */
const odd: RawAnswer[] = [
  {
    name: "without a length, to the end",
    speak: answering(`${ok}\r\nto the end`),
    becomes: [200, "to the end"],
  },
  {
    name: "of HTTP/1.0",
    speak: answering("HTTP/1.0 200 OK\r\n\r\nold"),
    becomes: [200, "old"],
  },
  {
    name: "of no bytes",
    speak: answering(`${ok}content-length: 0\r\n\r\n`),
    becomes: [200, ""],
  },
  {
    name: "in single pieces",
    speak: inPieces("HT", "TP/1.1 2", "00 OK\r\ncontent-le", "ngth: 4\r\n\r", "\nfo", "ur"),
    becomes: [200, "four"],
  },
  {
    name: "in chunks with extensions and a trailer",
    speak: answering(`${chunked}2;a=b\r\nin\r\n3\r\n it\r\n0\r\nx-after: yes\r\n\r\n`),
    becomes: [200, "in it"],
  },
  {
    name: "with more than its length",
    speak: answering(`${ok}content-length: 4\r\n\r\nfour and more`),
    becomes: [200, "four"],
  },
  {
    name: "after an early hint",
    speak: answering(`HTTP/1.1 103 Early\r\nlink: </x>\r\n\r\n${ok}content-length: 2\r\n\r\nhi`),
    becomes: [200, "hi"],
  },
  {
    name: "304 with the length of what it stands for",
    speak: inPieces('HTTP/1.1 304 Not Modified\r\netag: "x"\r\ncontent-length: 5000\r\n\r\n'),
    becomes: [304, ""],
  },
  { name: "204", speak: inPieces("HTTP/1.1 204 No\r\n\r\n"), becomes: [204, ""] },
  {
    name: "with a header twice, and one that is not ASCII",
    speak: answering(`${ok}x-seen: a\r\nx-seen: b\r\nx-name: é\r\ncontent-length: 1\r\n\r\nx`),
    becomes: [200, "x"],
    says: "Ã©",
  },
  {
    name: "with a header twice that Node takes once",
    speak: answering(`${ok}retry-after: 1\r\nretry-after: 2\r\ncontent-length: 1\r\n\r\nx`),
    becomes: [200, "x"],
    says: "1, 2",
  },
  {
    name: "packed as x-gzip",
    speak: answering(
      withBody(`${ok}content-encoding: x-gzip\r\ncontent-length: ${packed.length}\r\n`, packed),
    ),
    becomes: [200, "packed"],
  },
];

const head = (text: string): RawAnswer["speak"] => answering(`${text}content-length: 2\r\n\r\n{}`);

/** Answers that are wrong from the first byte to the end of their head. */
const wrongHeads: RawAnswer[] = [
  { name: "a greeting of ssh", speak: greeting("SSH-2.0-x\r\n"), becomes: "network.not-http" },
  {
    name: "an alert of TLS",
    speak: answering(Buffer.from("15030100020246", "hex")),
    becomes: "network.not-http",
    says: "speaks TLS",
  },
  {
    name: "settings of HTTP/2",
    speak: answering(Buffer.from("000006040000000000000300000064", "hex")),
    becomes: "network.not-http",
    says: "HTTP/2",
  },
  {
    name: "an escape in the head",
    speak: head(`${ok}x: \u001b[31m\r\n`),
    becomes: "network.garbled",
  },
  { name: "a bad name of a header", speak: head(`${ok}x y: 1\r\n`), becomes: "network.garbled" },
  { name: "a bad status", speak: head("HTTP/1.1 2x0 OK\r\n"), becomes: "network.garbled" },
  { name: "two lengths", speak: head(`${ok}content-length: 3\r\n`), becomes: "network.garbled" },
  {
    name: "a length and chunks",
    speak: head(`${ok}transfer-encoding: chunked\r\n`),
    becomes: "network.garbled",
  },
  {
    name: "a length below nothing",
    speak: answering(`${ok}content-length: -1\r\n\r\n`),
    becomes: "network.garbled",
  },
  {
    name: "100 kB of headers",
    speak: head(`${ok}x: ${"y".repeat(100_000)}\r\n`),
    becomes: "network.garbled",
    says: "more headers",
  },
  {
    name: "100",
    speak: inPieces("HTTP/1.1 100 Continue\r\n\r\n"),
    becomes: "network.garbled",
    says: "answers 100",
  },
  {
    name: "101",
    speak: answering("HTTP/1.1 101 Switching\r\n\r\n"),
    becomes: "network.garbled",
    says: "answers 101",
  },
  {
    name: "101 to another protocol",
    speak: answering("HTTP/1.1 101 Go\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n"),
    becomes: "network.garbled",
    says: "answers 101",
  },
  {
    name: "401 with an escape",
    speak: head("HTTP/1.1 401 No\r\nx: \u001b\r\n"),
    becomes: "network.garbled",
  },
  { name: "nothing", speak: answering(""), becomes: "network.interrupted" },
  {
    name: "half a head",
    speak: answering("HTTP/1.1 200 OK\r\nconte"),
    becomes: "network.interrupted",
  },
  { name: "a reset", speak: reset(""), becomes: "network.interrupted" },
];

/** Answers that go wrong after their head. */
const wrongBodies: RawAnswer[] = [
  {
    name: "a bad chunk",
    speak: answering(`${chunked}zz\r\nno\r\n0\r\n\r\n`),
    becomes: "network.garbled",
  },
  {
    name: "half a chunk",
    speak: answering(`${chunked}ff\r\nhalf`),
    becomes: "network.interrupted",
  },
  {
    name: "chunks without an end",
    speak: answering(`${chunked}2\r\nno\r\n`),
    becomes: "network.interrupted",
  },
  {
    name: "less than its length",
    speak: answering(`${ok}content-length: 9\r\n\r\nless`),
    becomes: "network.interrupted",
  },
  {
    name: "a reset in its middle",
    speak: reset(`${ok}content-length: 9\r\n\r\nless`),
    becomes: "network.interrupted",
  },
  {
    name: "gzip that ends early",
    speak: answering(inGzip(packed.subarray(0, 15))),
    becomes: "network.interrupted",
  },
  {
    name: "gzip that is none",
    speak: answering(inGzip(Buffer.from("none at all"))),
    becomes: "catalog.broken",
  },
  {
    name: "an encoding nobody asked for",
    speak: answering(`${ok}content-encoding: zstd\r\ncontent-length: 1\r\n\r\nx`),
    becomes: "catalog.broken",
  },
  {
    name: "more than the limit, packed",
    speak: answering(inGzip(gzipSync(Buffer.alloc(50_000)))),
    becomes: "catalog.too-large",
  },
];

export const rawAnswers: readonly RawAnswer[] = [...odd, ...wrongHeads, ...wrongBodies];

/** A name that nobody but a proxy knows. */
export const mirror = "models.test";

/** A proxy's side of CONNECT: what comes after its 200 goes to a port of this machine and back. */
export function tunnelTo(port: number): (socket: Socket) => void {
  return (socket) => {
    socket.once("data", () => {
      const upstream = connect(port, "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        socket.pipe(upstream).pipe(socket);
      });
      upstream.on("error", () => socket.destroy());
      socket.on("error", () => upstream.destroy());
      socket.on("close", () => upstream.destroy());
    });
  };
}
