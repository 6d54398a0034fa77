import { isRecord } from "../catalog/parse/values.ts";
import { ModelForgeError } from "../failure.ts";
import { Place } from "../places/place.ts";
import type { Files } from "../system/ports.ts";
import { ourLayout } from "./disk/layout.ts";
import type { Question } from "./question.ts";

/** How answers came about, one letter each in a file that only grows: cache Hit, Miss (the network had to be asked), Snapshot. */
export type AnswerKind = "H" | "M" | "S";

export interface AnswerCounts {
  hits: number;
  misses: number;
  snapshot: number;
}

/** The last attempt at a refresh. */
export interface RefreshAttempt {
  /** ISO 8601. */
  at: string;
  /** `started`: not ended yet, or killed before it could. */
  state: "started" | "done" | "failed";
  /** Null unless it failed. */
  error: { code: string; message: string } | null;
  /** Set where what came could not be kept. */
  lost?: true;
}

/** As it is written down. */
interface NotedAttempt extends RefreshAttempt {
  /** Which question failed, sealed. */
  asked?: string;
}

const longestAnswers = 1 << 20;
const pauseMs = 5 * 60_000;
// credentials that were refused may lock an account, and do not become right by themselves
const pauseOfRefusedMs = 60 * 60_000;
const refusals: readonly string[] = ["network.refused", "network.proxy-refused"];
const longestRefreshMs = 60_000;

/** What is worth remembering about a source besides its catalog. Best effort: a lost note costs nobody an answer. */
export class Journal {
  readonly #place: Place | undefined;
  readonly #names: readonly string[];
  readonly #files: Files;
  readonly #question: Question | undefined;
  /** For a program that goes on where nothing can be written down. */
  #attempt: NotedAttempt | undefined;

  /** Without a question, one that failed is taken for the one that would be asked. */
  constructor(
    stateDirectory: string | undefined,
    sourceKey: string,
    files: Files,
    question?: Question,
  ) {
    this.#question = question;
    this.#place =
      stateDirectory === undefined ? undefined : new Place(stateDirectory, ourLayout, files);
    this.#names = ["catalog", sourceKey];
    this.#files = files;
  }

  noteAnswer(kind: AnswerKind): void {
    this.#tryWrite("answers", (path) => this.#files.append(path, kind));
  }

  answers(): AnswerCounts {
    const counts = { hits: 0, misses: 0, snapshot: 0 };
    const bytes = this.#tryRead("answers");
    for (const code of bytes?.subarray(-longestAnswers) ?? []) {
      if (code === 72) counts.hits += 1;
      else if (code === 77) counts.misses += 1;
      else if (code === 83) counts.snapshot += 1;
    }
    return counts;
  }

  noteAttempt(attempt: RefreshAttempt): void {
    const asked = attempt.state === "failed" ? this.#question?.seal() : undefined;
    this.#attempt = asked === undefined ? attempt : { ...attempt, asked };
    const text = `${JSON.stringify(this.#attempt)}\n`;
    this.#tryWrite("last-refresh.json", (path) => this.#files.replace(path, text));
  }

  lastAttempt(): RefreshAttempt | undefined {
    const noted = this.#lastNoted();
    if (noted === undefined) return undefined;
    const { asked: _, ...attempt } = noted;
    return attempt;
  }

  #lastNoted(): NotedAttempt | undefined {
    const bytes = this.#tryRead("last-refresh.json");
    if (bytes === undefined) return this.#attempt;
    return attemptIn(new TextDecoder().decode(bytes));
  }

  /** Whether the same question failed within the last minutes, or was refused within the last hour: it most likely would again. */
  hasJustFailed(now: number): boolean {
    return this.failure(now) !== null;
  }

  /** What the same question came to within the last minutes, or the last hour where it was refused. */
  failure(now: number): RefreshAttempt["error"] {
    const last = this.#lastNoted();
    const { error = null, asked } = last ?? {};
    const isRefusal = error !== null && refusals.includes(error.code);
    if (!isRecent(last, "failed", now, isRefusal ? pauseOfRefusedMs : pauseMs)) return null;
    const isSame =
      asked === undefined || this.#question === undefined || this.#question.isSealedBy(asked);
    return isSame ? error : null;
  }

  /** What was said within the last hour where credentials were refused; asking again by itself could lock an account. */
  refusal(now: number): RefreshAttempt["error"] {
    const error = this.failure(now);
    return error !== null && refusals.includes(error.code) ? error : null;
  }

  /** Whether a refresh may be under way in another process. */
  isUnderWay(now: number): boolean {
    return isRecent(this.#lastNoted(), "started", now, longestRefreshMs);
  }

  /** Whether a refresh went well a moment ago and could not be kept: nor will the next. */
  cameToNothing(now: number): boolean {
    const last = this.#lastNoted();
    return last?.lost === true && isRecent(last, "done", now, pauseMs);
  }

  /** When the last answer was given, milliseconds since 1970; 0 where that is not known. */
  lastAnswerMs(): number {
    if (this.#place === undefined) return 0;
    try {
      return this.#files.info(this.#pathOf("answers"))?.modifiedMs ?? 0;
    } catch (error) {
      if (error instanceof ModelForgeError) return 0;
      throw error;
    }
  }

  /** Removes the notes of this source. */
  forget(): void {
    this.#attempt = undefined;
    try {
      this.#place?.remove(this.#names);
    } catch (error) {
      if (!(error instanceof ModelForgeError)) throw error;
    }
  }

  #tryWrite(name: string, write: (path: string) => void): void {
    if (this.#place === undefined) return;
    try {
      this.#place.checkWay(...this.#names);
      if (this.#place.isOurs || this.#mayBeOurs(name)) this.#write(name, write, this.#place);
    } catch (error) {
      // a home that is read-only or another's: the counts are then not kept
      if (!(error instanceof ModelForgeError)) throw error;
    }
  }

  /** In somebody's directory a file of that name need not be ours: its content tells. */
  #mayBeOurs(name: string): boolean {
    const bytes = this.#files.read(this.#pathOf(name));
    if (bytes === undefined) return true;
    const text = new TextDecoder().decode(bytes);
    return name === "answers" ? /^[HMS]+$/.test(text) : attemptIn(text) !== undefined;
  }

  #pathOf(name: string): string {
    return [this.#place?.root, ...this.#names, name].join("/");
  }

  #write(name: string, write: (path: string) => void, place: Place): void {
    const directory = [place.root, ...this.#names].join("/");
    try {
      write(`${directory}/${name}`);
    } catch (error) {
      const isThere =
        !(error instanceof ModelForgeError) || this.#files.info(directory) !== undefined;
      if (isThere) throw error;
      place.makeDirectory(...this.#names);
      write(`${directory}/${name}`);
    }
  }

  #tryRead(name: string): Uint8Array | undefined {
    if (this.#place === undefined) return undefined;
    try {
      return this.#files.read(this.#pathOf(name));
    } catch (error) {
      if (error instanceof ModelForgeError) return undefined;
      throw error;
    }
  }
}

function isRecent(
  last: RefreshAttempt | undefined,
  state: RefreshAttempt["state"],
  now: number,
  withinMs: number,
): boolean {
  const sinceMs = now - Date.parse(last?.at ?? "");
  return last?.state === state && sinceMs >= 0 && sinceMs < withinMs;
}

function attemptIn(text: string): NotedAttempt | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return isAttempt(value) ? value : undefined;
  } catch {
    // half-written or edited: as good as no note
    return undefined;
  }
}

function isAttempt(value: unknown): value is NotedAttempt {
  if (!isRecord(value) || typeof value.at !== "string") return false;
  const { error, state, asked } = value;
  if (asked !== undefined && typeof asked !== "string") return false;
  if (state !== "started" && state !== "done" && state !== "failed") return false;
  return error === null || (isRecord(error) && typeof error.code === "string");
}
