import { Readable } from "node:stream";
import { ModelForgeError } from "../../failure.ts";
import { badValue, type Kind, missing } from "../../operations/input-kinds.ts";
import type { Clock, Http, HttpLimits, HttpRequest, HttpResponse } from "../../system/ports.ts";
import { readUrl } from "../../system/url.ts";
import { readDecoded } from "../../system/real/decode.ts";
import {
  answerKind,
  type FakeAnswer,
  type HttpFailure,
  headersOf,
  piecesOf,
} from "./http-answer.ts";
import { httpFailure, overTime } from "./http-failure.ts";
import { isA } from "./kinds.ts";

/** A request that was made. */
export interface FakeRequest {
  /** The whole address. */
  url: string;
  /** What was said besides; undefined where it was only asked. */
  body: string | undefined;
  headers: Readonly<Record<string, string>>;
  limits: HttpLimits;
  /** When, by the fake clock. */
  atMs: number;
  /** What it was answered with; undefined until there is a head. */
  status: number | undefined;
}

/** An answer, or what works one out for a request. */
export type Answering = FakeAnswer | ((request: FakeRequest) => FakeAnswer | Promise<FakeAnswer>);

/** The network of a fake machine. A host of which nothing is served does not exist. */
export interface FakeHttp extends Http {
  /**
   * Answers requests for an address from now on, one after the other, the last of them for ever. A query is part of
   * the address. A pattern is looked for in the whole address.
   *
   * @throws ModelForgeError `usage.bad-value` for what is no address or no answer; that of a function when it is given.
   */
  serve(address: string | RegExp, ...answers: readonly [Answering, ...Answering[]]): void;
  /** What has been asked for, in its order. */
  readonly requests: FakeRequest[];
}

interface Route {
  address: string | RegExp;
  answers: Answering[];
}

/** A whole address without credentials, or a pattern. */
const addressKind: Kind = {
  takes: 'an address like "https://models.dev/api.json", or a pattern',
  read: (value, field): string | RegExp => {
    if (isA("RegExp", value)) return value as RegExp;
    const url = typeof value === "string" ? readUrl(value) : undefined;
    if (url !== undefined) return withoutCredentials(url);
    throw badValue(field, value, `it takes ${addressKind.takes}`);
  },
};

const answeringKind: Kind = {
  takes: `${answerKind.takes}, or a function that gives one`,
  read: (value, field) =>
    typeof value === "function"
      ? async (asked: FakeRequest) => answerKind.read(await value(asked), "answer")
      : answerKind.read(value, field),
};

const notThere: FakeAnswer = { status: 404 };
const noSuchHost: FakeAnswer = { fails: "ENOTFOUND" };

export function createFakeHttp(clock: Clock): FakeHttp {
  // the newest first
  const routes: Route[] = [];
  const requests: FakeRequest[] = [];
  let closing = new AbortController();

  const answerFor = (asked: FakeRequest): FakeAnswer | Promise<FakeAnswer> => {
    const route = routes.find(({ address }) =>
      typeof address === "string" ? address === asked.url : asked.url.search(address) >= 0,
    );
    if (route === undefined) {
      const { host } = new URL(asked.url);
      const isHost = routes.some(
        ({ address }) => typeof address === "string" && new URL(address).host === host,
      );
      return isHost ? notThere : noSuchHost;
    }
    const [first = notThere, ...others] = route.answers;
    if (others.length > 0) route.answers = others;
    return typeof first === "function" ? first(asked) : first;
  };

  return {
    requests,
    serve: (address, ...answers) => {
      const known = addressKind.read(address, "address") as string | RegExp;
      if (answers.length === 0) throw missing("answers", answeringKind);
      const read = answers.map((one, at) => answeringKind.read(one, `answers[${at}]`) as Answering);
      routes.unshift({ address: known, answers: read });
    },
    get: (wanted) => send(wanted),
    post: (wanted) => send(wanted, wanted.body),
    proxyFor: () => undefined,
    close: async () => {
      closing.abort();
      closing = new AbortController();
    },
  };

  async function send(wanted: HttpRequest, body?: string): Promise<HttpResponse> {
    const way = new Way(clock, wanted, closing.signal);
    way.check();
    const { headers, limits } = wanted;
    const asked: FakeRequest = {
      url: withoutCredentials(wanted.url),
      body,
      headers: { ...headers },
      limits,
      atMs: clock.now(),
      status: undefined,
    };
    requests.push(asked);
    const answer = await way.answer(answerFor(asked));
    const isKnown = answer.etag !== undefined && valueOf(headers, "if-none-match") === answer.etag;
    asked.status = await way.head(answer, isKnown);
    return responseOf(isKnown ? { ...answer, status: 304 } : answer, way, wanted);
  }
}

/** The way of one request, which may be too long for its limits. */
class Way {
  readonly #clock: Clock;
  readonly #wanted: HttpRequest;
  readonly #closing: AbortSignal;
  readonly #start: number;

  constructor(clock: Clock, wanted: HttpRequest, closing: AbortSignal) {
    this.#clock = clock;
    this.#wanted = wanted;
    this.#closing = closing;
    this.#start = clock.steady();
  }

  fail(fails: HttpFailure, phase: "head" | "body"): never {
    throw httpFailure(fails, this.#wanted, phase);
  }

  check(phase: "head" | "body" = "head"): void {
    if (this.#wanted.signal?.aborted === true) this.fail("cancelled", phase);
    if (this.#closing.aborted) this.fail("ECONNRESET", phase);
  }

  /** Waits for a test that works out an answer: time does not pass by itself for that. */
  async answer(wanted: FakeAnswer | Promise<FakeAnswer>): Promise<FakeAnswer> {
    const { limits, signal } = this.#wanted;
    const { idleMs, totalMs } = limits;
    const done = new AbortController();
    const failing = new Promise<never>((_, reject) => {
      const fail = (fails: HttpFailure): void => reject(httpFailure(fails, this.#wanted, "head"));
      const late = idleMs < totalMs ? "HEADERS_TIMEOUT" : overTime;
      const timer = this.#clock.after(Math.min(idleMs, totalMs), () => fail(late));
      const once = { signal: done.signal };
      signal?.addEventListener("abort", () => fail("cancelled"), once);
      this.#closing.addEventListener("abort", () => fail("ECONNRESET"), once);
      done.signal.addEventListener("abort", () => timer.stop());
    });
    return Promise.race([wanted, failing]).finally(() => done.abort());
  }

  /** Waits for the head of an answer; gives its status. */
  async head(answer: FakeAnswer, isKnown: boolean): Promise<number> {
    const { connectMs, idleMs } = this.#wanted.limits;
    await this.pass(answer.connectMs, connectMs, "CONNECT_TIMEOUT", "head");
    await this.pass(answer.headMs, idleMs, "HEADERS_TIMEOUT", "head");
    this.check();
    const { fails, failsAfterBytes, status = 200 } = answer;
    if (fails !== undefined && failsAfterBytes === undefined) this.fail(fails, "head");
    return isKnown ? 304 : status;
  }

  /** Lets time pass; fails where it is more than a limit, or than is left of all of it. */
  async pass(ms = 0, limitMs: number, word: string, phase: "head" | "body"): Promise<void> {
    const leftMs = this.#start + this.#wanted.limits.totalMs - this.#clock.steady();
    const waitMs = Math.min(ms, limitMs, leftMs);
    if (waitMs > 0) {
      const { signal } = this.#wanted;
      const signals = signal === undefined ? [this.#closing] : [this.#closing, signal];
      await this.#clock.wait(waitMs, AbortSignal.any(signals)).catch(() => this.check(phase));
    }
    if (ms <= limitMs && ms < leftMs) return;
    this.fail(leftMs <= limitMs ? overTime : word, phase);
  }

  /** The body as it comes. */
  async *body(answer: FakeAnswer): AsyncGenerator<Uint8Array> {
    const { fails, failsAfterBytes = Number.POSITIVE_INFINITY, pieceMs } = answer;
    let sent = 0;
    for (const piece of piecesOf(answer)) {
      await this.pass(pieceMs, this.#wanted.limits.idleMs, "BODY_TIMEOUT", "body");
      this.check("body");
      const rest = piece.subarray(0, failsAfterBytes - sent);
      sent += rest.length;
      if (rest.length > 0) yield rest;
      if (fails !== undefined && sent >= failsAfterBytes) this.fail(fails, "body");
    }
  }
}

function responseOf(answer: FakeAnswer, way: Way, wanted: HttpRequest): HttpResponse {
  const { status = 200 } = answer;
  const headers = headersOf(answer);
  const hasBody = status !== 304 && status !== 204;
  let brotli: Uint8Array | undefined;
  return {
    status,
    headers,
    body: async () => {
      const sent = Readable.from(hasBody ? way.body(answer) : []);
      try {
        const decoded = await readDecoded(sent, headers, wanted);
        ({ brotli } = decoded);
        return decoded.bytes;
      } catch (error) {
        sent.on("error", () => undefined).destroy();
        if (error instanceof ModelForgeError) throw error;
        const { code = "EFAILED" } = error as { code?: string };
        throw httpFailure(code, wanted, "body");
      }
    },
    brotli: () => brotli,
    dispose: () => undefined,
  };
}

function valueOf(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(headers).find(([one]) => one.toLowerCase() === name)?.[1];
}

function withoutCredentials(url: URL): string {
  const bare = new URL(url);
  bare.username = "";
  bare.password = "";
  bare.hash = "";
  return bare.href;
}
