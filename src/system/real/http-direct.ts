import type { Agent, ClientRequest, IncomingMessage } from "node:http";
import type { RequestOptions } from "node:https";
import type { Socket } from "node:net";
import type { Answer, Asked } from "./http-answer.ts";
import { secureContext } from "./http-certificates.ts";
import { unreadableAnswer } from "./http-errors.ts";
import { Beginning } from "./http-heard.ts";
import { lookup } from "./http-lookup.ts";
import { openChecked } from "./http-refused-checks.ts";
import { steadyMs } from "./steady.ts";

/** Connections straight to servers, kept for the next request. */
export class DirectConnections {
  readonly #variables: Readonly<Record<string, string | undefined>>;
  #plain: Agent | undefined;
  #secure: Agent | undefined;

  constructor(variables: Readonly<Record<string, string | undefined>>) {
    this.#variables = variables;
  }

  /** Sends a request. Rejects with `file.unreadable` (certificates to trust) and foreign errors. */
  async ask(url: URL, asked: Asked): Promise<Answer> {
    const isSecure = url.protocol === "https:";
    // of an application's settings none may loosen how an answer is read
    const options: RequestOptions = {
      agent: isSecure ? this.#secureAgent() : (this.#plain ??= new (http().Agent)(kept)),
      host: url.hostname.replaceAll(/^\[|\]$/g, ""),
      port: url.port === "" ? (isSecure ? 443 : 80) : Number(url.port),
      path: `${url.pathname}${url.search}`,
      ...(asked.body === undefined ? {} : { method: "POST" }),
      headers: { host: url.host, ...asked.headers },
      insecureHTTPParser: false,
    };
    const { request } = isSecure ? https() : http();
    return new Exchange(
      openChecked(() => request(options)),
      isSecure,
      asked,
    ).answer;
  }

  destroy(): void {
    this.#plain?.destroy();
    this.#secure?.destroy();
    this.#plain = undefined;
    this.#secure = undefined;
  }

  #secureAgent(): Agent {
    this.#secure ??= new (https().Agent)({
      ...kept,
      secureContext: secureContext(this.#variables),
      rejectUnauthorized: true,
      ALPNProtocols: ["http/1.1"],
    });
    return this.#secure;
  }
}

const kept = { keepAlive: true, lookup };
// loaded with the first request: a refresh may find that none is needed
const http = () => process.getBuiltinModule("node:http");
const https = () => process.getBuiltinModule("node:https");

/** One request and its answer, with limits on the silence before and within it. */
class Exchange {
  readonly answer: Promise<Answer>;
  readonly #request: ClientRequest;
  readonly #asked: Asked;
  readonly #beginning = new Beginning();
  #response: IncomingMessage | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(request: ClientRequest, isSecure: boolean, asked: Asked) {
    this.#request = request;
    this.#asked = asked;
    const stop = (): void => this.#end(new Error(String(asked.signal.reason)));
    asked.signal.addEventListener("abort", stop, { once: true });
    request.once("socket", (socket) => this.#watch(socket, isSecure));
    request.once("close", () => {
      clearTimeout(this.#timer);
      asked.signal.removeEventListener("abort", stop);
    });
    this.answer = new Promise((resolve, reject) => {
      const fail = (error: Error): void => {
        const told = readable(error);
        this.#beginning.ended(told);
        reject(told);
        // what comes after the end of an answer is none of it
        if (this.#response?.complete === false) this.#response.destroy(told);
      };
      request.on("error", fail);
      const failUnasked = (socket?: Socket): void => {
        fail(coded("ECONNRESET"));
        request.destroy();
        socket?.destroy();
      };
      // 100 and 101 announce something else than an answer, which nobody asked for
      request.once("continue", () => failUnasked());
      request.once("upgrade", (_, socket) => failUnasked(socket));
      request.once("response", (response) => {
        if (response.statusCode === 101) failUnasked();
        else resolve(this.#begin(response));
      });
    });
  }

  /** Sends the request once there is a connection, to whom it is meant for: its head may hold a password. */
  #watch(socket: Socket, isSecure: boolean): void {
    const { connectMs, idleMs } = this.#asked.limits;
    const hear = (bytes: Buffer): void => {
      this.#beginning.hear(bytes);
      if (this.#response !== undefined) this.#timer?.refresh();
    };
    // before the reader, which may find the bytes wrong
    socket.prependListener("data", hear);
    this.#request.once("close", () => socket.off("data", hear));
    const send = (): void => {
      this.#limit(idleMs, "HEADERS_TIMEOUT");
      this.#request.end(this.#asked.body);
    };
    if (this.#request.reusedSocket) {
      send();
      return;
    }
    const began = steadyMs();
    this.#limit(connectMs, "CONNECT_TIMEOUT");
    socket.once(isSecure ? "secureConnect" : "connect", send);
    if (!isSecure) return;
    socket.once("connect", () => {
      this.#limit(connectMs - (steadyMs() - began), "ERR_TLS_HANDSHAKE_TIMEOUT");
    });
  }

  #begin(response: IncomingMessage): Answer {
    this.#response = response;
    this.#limit(this.#asked.limits.idleMs, "BODY_TIMEOUT");
    response.on("error", () => undefined);
    return {
      status: response.statusCode ?? 0,
      headers: readHeaders(response.rawHeaders),
      body: response,
      // the connection of one that has ended serves the next request
      drop: () => (response.complete ? response.resume() : response.destroy()),
    };
  }

  #limit(ms: number, code: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end(coded(code)), Math.max(1, ms));
  }

  #end(error: Error): void {
    (this.#response ?? this.#request).destroy(error);
  }
}

const coded = (code: string): Error => Object.assign(new Error("ended from here"), { code });

interface ParserError extends NodeJS.ErrnoException {
  rawPacket?: Buffer;
  bytesParsed?: number;
}

/** What Node's reader of HTTP says holds all that was sent; of that only the place where it stopped is told. */
function readable(error: ParserError): Error {
  const { code, rawPacket, bytesParsed } = error;
  if (code === "HPE_HEADER_OVERFLOW") return coded(code);
  if (code?.startsWith("HPE_") !== true) return error;
  return unreadableAnswer(rawPacket?.toString("latin1", bytesParsed) ?? "");
}

/** All of them: Node itself leaves out some of what comes twice. */
function readHeaders(raw: readonly string[]): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at]?.toLowerCase() ?? "";
    const before = headers.get(name);
    const value = raw[at + 1] ?? "";
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return headers;
}
