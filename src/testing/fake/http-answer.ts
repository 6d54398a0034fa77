import { gzipSync, deflateSync, brotliCompressSync } from "node:zlib";
import { type FailureCode, ModelForgeError } from "../../failure.ts";
import { kind, listOf, record, whole, word } from "../../operations/input-kinds.ts";
import type { Table } from "../../operations/read-input.ts";
import { anyText, anything, byName, bytesOrText, duration, either } from "./kinds.ts";

/** What a server says. Times are those of the fake clock. */
export interface FakeAnswer {
  /** 200 where nothing is said. */
  status?: number;
  headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Sent as JSON. */
  json?: unknown;
  /** Text, bytes, or pieces of them that come one after the other. */
  body?: string | Uint8Array | readonly (string | Uint8Array)[];
  /** Sent along, and answered with 304 where it is asked for anything else. */
  etag?: string;
  /** How the body is compressed. */
  encoding?: "br" | "gzip" | "deflate";
  /** Until the connection is there, in milliseconds; 0. */
  connectMs?: number;
  /** From then until the head of the answer; `Infinity` for a server that never answers. */
  headMs?: number;
  /** Before each piece of the body. */
  pieceMs?: number;
  /** What goes wrong. */
  fails?: HttpFailure;
  /** It goes wrong after so many bytes of the body; before the head where it is left out. */
  failsAfterBytes?: number;
}

/** A failure, one of its codes, or a word of the system for what happened: `ECONNREFUSED`, `CERT_HAS_EXPIRED`. */
export type HttpFailure = FailureCode | ModelForgeError | (string & {});

const answerFields: Table<FakeAnswer> = {
  status: kind(
    "a status from 100 to 999",
    (value) => Number.isInteger(value) && Number(value) >= 100 && Number(value) <= 999,
  ),
  headers: byName(either(anyText, listOf(anyText))),
  json: anything,
  body: either(bytesOrText, listOf(bytesOrText)),
  etag: anyText,
  encoding: word(["br", "gzip", "deflate"]),
  connectMs: duration,
  headMs: duration,
  pieceMs: duration,
  fails: kind(
    "a failure, its code, or a word of the system for it",
    (value) => typeof value === "string" || value instanceof ModelForgeError,
  ),
  failsAfterBytes: whole,
};

export const answerKind = record(answerFields, []);

export function headersOf(answer: FakeAnswer): Map<string, string> {
  const { headers = {}, json, etag, encoding } = answer;
  const known = new Map<string, string>();
  if (json !== undefined) known.set("content-type", "application/json");
  if (etag !== undefined) known.set("etag", etag);
  if (encoding !== undefined) known.set("content-encoding", encoding);
  for (const [name, value] of Object.entries(headers)) {
    known.set(name.toLowerCase(), [value].flat().join(", "));
  }
  return known;
}

/** The pieces of the body as they go over the wire. */
export function piecesOf({ json, body = "", encoding }: FakeAnswer): Uint8Array[] {
  const given = json === undefined ? body : JSON.stringify(json);
  const pieces = [given].flat().map(bytesOf);
  if (encoding === undefined) return pieces;
  const compressed = compressors[encoding](concat(pieces));
  if (pieces.length === 1) return [compressed];
  // as many as there were: where they begin and end is the network's affair
  const length = Math.ceil(compressed.length / pieces.length);
  return pieces.map((_, at) => compressed.subarray(at * length, (at + 1) * length));
}

const compressors = { br: brotliCompressSync, gzip: gzipSync, deflate: deflateSync };

function bytesOf(piece: string | Uint8Array): Uint8Array {
  return typeof piece === "string" ? new TextEncoder().encode(piece) : piece;
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
