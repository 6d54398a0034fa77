import type { KeptCode } from "./kept-code-port.ts";
import type { Keychain } from "./keychain-port.ts";
import type { Process } from "./process-port.ts";
import type { Sealing } from "./sealing-port.ts";

export type { KeptCode, KeptCodeFound, KeptCodeRemoved } from "./kept-code-port.ts";
export type { Process, ProgramRead } from "./process-port.ts";

/** The machine as ModelForge sees it. Everything with a side effect goes through one of these. */
export interface System {
  clock: Clock;
  files: Files;
  http: Http;
  terminal: Terminal;
  environment: Environment;
  process: Process;
  codec: Codec;
  installation: Installation;
  keptCode: KeptCode;
  keychain: Keychain;
  sealing: Sealing;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds since some moment, which go on evenly whoever sets the clock: for how long something takes. */
  steady(): number;
  /** Resolves after `ms`, or rejects with `cancelled` once the signal is aborted. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** Calls back after `ms` unless stopped; does not keep the process alive. */
  after(ms: number, then: () => void): { stop(): void };
  /** 0 ≤ x < 1, for jitter. */
  random(): number;
}

export interface FileInfo {
  /** What stands at the path itself: a symbolic link is a link, whatever it points to. */
  kind: "file" | "directory" | "link" | "other";
  bytes: number;
  /** Last change of the content, milliseconds since 1970. */
  modifiedMs: number;
  /** Last change of content, names or rights: the system's own note, which nobody can set. 0 where it keeps none. */
  changedMs: number;
  /** Which file it is, as the system numbers them on each device; 0 where it does not. */
  number: number;
  device: number;
  /** How many names the same file has. */
  names: number;
  /** Whose it is, by the rights this process has; where the system keeps no owners it is one's own. */
  owner: "self" | "root" | "another";
  /** Whether users neither its owner nor of its group may write it, whether not even its owner may, whether others may do anything. */
  isOpen: boolean;
  isReadOnly: boolean;
  isShared: boolean;
}

/** How a file is replaced: for the user alone, and as soon as the system pleases, if not told otherwise. */
export interface Replacing {
  /** With the rights that the old one had. */
  rights?: "kept";
  /** Nothing that is done afterwards reaches the disk before it: after a power cut what moved is in one place at least. */
  first?: true;
}

/**
 * Absent is not an error: it is undefined. Everything else throws `file.unreadable` or `file.unwritable`,
 * with the system's word for it in `details.reason`.
 */
export interface Files {
  /** A plain file of ours: no link is followed, no pipe or device waited for, nothing above `mostBytes` (16 MiB) read. */
  read(path: string, mostBytes?: number): Uint8Array | undefined;
  /**
   * A file that somebody named: links are followed; `-`, `/dev/stdin` and `/dev/fd/3` may be pipes.
   * Throws `file.too-large` beyond `mostBytes`, and `file.unreadable` for pipes elsewhere, devices, directories.
   */
  readGiven(path: string, mostBytes: number): Uint8Array | undefined;
  /** A plain file of ours, opened for reading pieces of it. Closed at the latest when nobody holds it any more. */
  open(path: string): OpenFile | undefined;
  /** What stands at the path itself. */
  info(path: string): FileInfo | undefined;
  /** What a path leads to, links followed: never a link. */
  target(path: string): FileInfo | undefined;
  /** The path itself with all links on the way and at its end followed; undefined where that leads nowhere. */
  follow(path: string): string | undefined;
  /** Names in a directory, sorted; undefined where there is none. */
  list(path: string): string[] | undefined;
  /** Creates the directory and those above it, for the user alone (0700); whether it was missing. */
  makeDirectory(path: string): boolean;
  /** Writes a new file for the user alone (0600); parts are written one after the other. */
  write(path: string, bytes: Uint8Array | string): void;
  /** Beside the target, then renamed: old or new, whole; never over a link. */
  replace(path: string, bytes: Uint8Array | string, how?: Replacing): void;
  /**
   * Throws `file.unwritable` where a path names a descriptor, as `/dev/fd/3` does, that whoever started the process did not
   * hand over. To be asked before any other file is opened.
   */
  checkGiven(path: string): void;
  /**
   * A file that somebody named, whole or not at all; links are followed, pipes and devices take it as it is.
   * `onWait` is called before a pipe is waited for that nobody reads yet. Throws `file.unwritable`, also for one that is
   * there unless `isReplaced`.
   */
  writeGiven(
    path: string,
    bytes: Uint8Array | string,
    isReplaced: boolean,
    onWait?: () => void,
  ): void;
  /** Adds to a plain file; refuses links, also where the file has a second name. */
  append(path: string, text: string): void;
  rename(from: string, to: string): void;
  /** Removes one file; absent is fine. A link is removed, never what it points to. */
  removeFile(path: string): void;
  /** Removes a directory if it is empty; whether it is gone. */
  removeDirectory(path: string): boolean;
  /**
   * Absolute, with `~` and symbolic links left alone. Throws `file.not-found`, with `workingDirectory: null` in the
   * details, for a relative path where the working directory has been removed.
   */
  resolve(...parts: string[]): string;
  /** Takes the lock of a path or gives undefined where somebody holds it. */
  lock(path: string): Promise<Lock | undefined>;
  /** Whether somebody holds the lock of a path; one that a killed process left is held by nobody. Takes nothing. */
  isLocked(path: string): Promise<boolean>;
}

/** What reads: an answer from what is there needs no more. */
export type ReadingFiles = Pick<
  Files,
  "read" | "open" | "info" | "target" | "follow" | "list" | "resolve"
>;

export interface OpenFile {
  readonly size: number;
  /** Fewer bytes than asked for where the file ends before. */
  read(offset: number, length: number): Uint8Array;
  /** The same into memory the caller has; gives how many bytes there were. */
  readInto(bytes: Uint8Array, offset: number): number;
  close(): void;
}

export interface Lock {
  release(): Promise<void>;
}

export interface HttpLimits {
  connectMs: number;
  /** Longest silence before and between the bytes of an answer. */
  idleMs: number;
  /** Everything together. */
  totalMs: number;
  /** What was allowed in the first place, where these are of what is left of it: named where one of them runs out. */
  allowedMs?: number;
  /** Most bytes of a body after decompression. */
  decodedBytes: number;
}

export interface HttpRequest {
  url: URL;
  headers: Record<string, string>;
  limits: HttpLimits;
  signal?: AbortSignal;
  onProgress?: (receivedBytes: number, totalBytes: number | undefined) => void;
}

/** One that says something: a form, a document. */
interface HttpPost extends HttpRequest {
  body: string;
}

export interface HttpResponse {
  status: number;
  /** Names in lower case; several values joined by commas. */
  headers: ReadonlyMap<string, string>;
  /** The whole body, decompressed. Not called: the body is dropped. */
  body(): Promise<Uint8Array>;
  /** The body as it came, once it was asked for: undefined where it is not brotli. */
  brotli(): Uint8Array | undefined;
  /** Frees the connection where the body is not wanted. */
  dispose(): void;
}

/**
 * Follows no redirect. Throws `network.*`, `file.unreadable` (certificates to trust), `catalog.too-large`,
 * `catalog.broken` (bytes that cannot be decompressed), `cancelled`.
 */
export interface Http {
  get(request: HttpRequest): Promise<HttpResponse>;
  /** The same with a body. It is sent once: nothing tells whether a request that broke off was heard. */
  post(request: HttpPost): Promise<HttpResponse>;
  /** The proxy by way of which an address is asked; undefined for none. Throws `network.bad-setting`. */
  proxyFor(url: URL): HttpProxy | undefined;
  close(): Promise<void>;
}

export interface HttpProxy {
  /** Address to connect to, without credentials. */
  origin: string;
  /** `name:password`; undefined where none are given. */
  credentials: string | undefined;
}

export interface Output {
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where it is none or does not say. */
  readonly columns: number | undefined;
  readonly rows: number | undefined;
  /**
   * Text, or bytes that are UTF-8 already. False once nobody reads any more.
   * Standard output throws `file.unwritable` where it cannot take them; standard error is silent then.
   */
  write(text: string | Uint8Array): boolean;
}

export type PromptKind = "plain" | "masked" | "choice";

export interface Terminal {
  out: Output;
  err: Output;
  /** Whether somebody is there to answer: both ends of the conversation are a terminal. */
  readonly canPrompt: boolean;
  /** Whether keys can be read and a screen be drawn: input is a terminal, and output is or the terminal can be opened. */
  readonly canTakeOver: boolean;
  /**
   * Asks for one line; undefined where the person ends the conversation instead.
   * `plain` never moves the cursor: the terminal itself does the editing. `masked` shows nothing of what is typed or pasted.
   * At a `choice` Esc ends the conversation, too.
   */
  prompt(question: string, how?: PromptKind): Promise<string | undefined>;
  /** Every key as it is typed, and the whole screen; `release` gives the terminal back as it was. */
  takeOver(listener: TerminalListener): Promise<TakenOver>;
  /** Shows a long text page by page and resolves when the person has left it; false where there is no pager. */
  page(text: string, command: string): Promise<boolean>;
}

export interface TerminalListener {
  /** What the terminal sent: keys, or parts of their sequences. */
  onInput(text: string): void;
  onResize(): void;
}

export interface TakenOver {
  /** What is drawn on: standard output, or the terminal itself where that goes elsewhere. */
  readonly screen: Output;
  /** Whether a shell could continue the process. */
  readonly canSuspend: boolean;
  /** Gives the terminal back and stops, as Ctrl-Z does. Continued, it takes the screen again and calls `onResize`. */
  suspend(): void;
  release(): void;
}

export interface Environment {
  /** A variable, undefined where it is unset or empty. */
  get(name: string): string | undefined;
  /** Names of all variables that are set, be they empty. */
  names(): string[];
  readonly home: string | undefined;
  readonly currentDirectory: string;
  readonly platform: string;
}

export interface Codec {
  /** Lower-case hexadecimal. */
  sha256(bytes: Uint8Array | string): string;
  /** Random bytes that nobody can guess, in hexadecimal. */
  randomHex(bytes: number): string;
  /** 32 bits that tell whether bytes are as they were written, fast enough for every read. No protection from attackers. */
  checksum(bytes: Uint8Array | string): number;
  /** The same for consecutive blocks of `blockBytes`, a multiple of 4; the last may be shorter. */
  checksums(bytes: Uint8Array, blockBytes: number): Uint32Array;
  /** The same for pieces of bytes, each from a multiple of 4 up to an end. */
  checksumsOf(
    bytes: Uint8Array,
    pieces: readonly (readonly [start: number, end: number])[],
  ): number[];
  /** Whether the second says the same as the first with every eight bytes the other way round. Changes the second. */
  isMirrored(first: Uint8Array, second: Uint8Array): boolean;
  /** Of UTF-8; what is none becomes U+FFFD. A mark in front belongs to the text. */
  text(bytes: Uint8Array): string;
  isUtf8(bytes: Uint8Array): boolean;
  compress(bytes: Uint8Array): Uint8Array;
  /** Undefined where the bytes cannot be decompressed or exceed `mostBytes`. */
  decompress(bytes: Uint8Array, mostBytes: number): Uint8Array | undefined;
}

/** What came with the program. */
export interface Installation {
  readonly version: string;
  /** A file of the shipped snapshot; undefined where the package was built without. */
  readSnapshot(name: string): Uint8Array | undefined;
}
