import { ModelForgeError } from "../failure.ts";
import { exactlyOneOf } from "../places/layout.ts";
import { Place } from "../places/place.ts";
import { addTo, listed, lookedAt, nothingRemoved, type Removed } from "../places/remove-ours.ts";
import type { Files } from "../system/ports.ts";
import { ourLayout, sourceKeyPattern } from "./disk/layout.ts";
import {
  attemptIn,
  isRecent,
  isRefusal,
  isWithin,
  type NotedAttempt,
  type RefreshAttempt,
  type Refusal,
} from "./noted-attempt.ts";
import type { Question } from "./question.ts";

export type { RefreshAttempt } from "./noted-attempt.ts";

/** How answers came about, one letter each in a file that only grows: cache Hit, Miss (the network had to be asked), Snapshot. */
export type AnswerKind = "H" | "M" | "S";

export interface AnswerCounts {
  hits: number;
  misses: number;
  snapshot: number;
}

const longestAnswers = 1 << 20;
const pauseMs = 5 * 60_000;
// credentials that were refused may lock an account, and do not become right by themselves
const pauseOfRefusedMs = 60 * 60_000;
const mostRefusals = 8;
const longestRefreshMs = 60_000;

const noteNames = ["answers", "last-refresh.json"] as const;
type NoteName = (typeof noteNames)[number];

function isNote(name: NoteName, bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  return name === "answers" ? /^[HMS]+$/.test(text) : attemptIn(text) !== undefined;
}

/** Whose notes there are, by the keys of their sources. */
export function notedSources(stateDirectory: string | undefined, files: Files): string[] {
  if (stateDirectory === undefined) return [];
  const directory = `${stateDirectory}/catalog`;
  const unseen = nothingRemoved();
  if (lookedAt(directory, files, unseen)?.kind !== "directory") return [];
  return listed(directory, files, unseen).filter((key) => sourceKeyPattern.test(key));
}

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
    const bytes = this.#isUnlike("answers") ? undefined : this.#tryRead("answers");
    for (const code of bytes?.subarray(-longestAnswers) ?? []) {
      if (code === 72) counts.hits += 1;
      else if (code === 77) counts.misses += 1;
      else if (code === 83) counts.snapshot += 1;
    }
    return counts;
  }

  noteAttempt(attempt: RefreshAttempt): void {
    const asked = attempt.state === "failed" ? this.#question?.seal("whole") : undefined;
    const refused = this.#refusalsAfter(attempt);
    this.#attempt = {
      ...attempt,
      ...(asked === undefined ? {} : { asked }),
      ...(refused.length === 0 ? {} : { refused }),
    };
    const text = `${JSON.stringify(this.#attempt)}\n`;
    this.#tryWrite("last-refresh.json", (path) => this.#files.replace(path, text));
  }

  /** What was refused before stays noted, unless it has been let in since. */
  #refusalsAfter({ at, state, error }: RefreshAttempt): Refusal[] {
    const known = this.#lastNoted()?.refused ?? [];
    const isNews = state === "done" || (error !== null && isRefusal(error));
    const others = known.filter(
      (one) => isWithin(one.at, Date.parse(at), pauseOfRefusedMs) && !(isNews && this.#isSame(one)),
    );
    if (state !== "failed" || error === null || !isRefusal(error)) return others;
    const asked = this.#question?.seal("credentials");
    const refusal = { at, error, ...(asked === undefined ? {} : { asked }) };
    return [...others, refusal].slice(-mostRefusals);
  }

  #isSame({ asked }: Refusal): boolean {
    const question = this.#question;
    return (
      asked === undefined || question === undefined || question.isSealedBy(asked, "credentials")
    );
  }

  lastAttempt(): RefreshAttempt | undefined {
    const noted = this.#lastNoted();
    if (noted === undefined) return undefined;
    const { asked: _, refused: __, ...attempt } = noted;
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
    const isFresh = isRecent(last, "failed", now, pauseMs);
    if (error !== null && isFresh && !isRefusal(error)) {
      const isSame = asked === undefined || (this.#question?.isSealedBy(asked, "whole") ?? true);
      if (isSame) return error;
    }
    return this.refusal(now);
  }

  /** What was said within the last hour where credentials were refused; asking again by itself could lock an account. */
  refusal(now: number): RefreshAttempt["error"] {
    const refused = this.#lastNoted()?.refused ?? [];
    const last = refused.findLast(
      (one) => isWithin(one.at, now, pauseOfRefusedMs) && this.#isSame(one),
    );
    return last?.error ?? null;
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

  /** Removes the notes of this source; in somebody's directory those whose content proves them. */
  forget(): Removed {
    this.#attempt = undefined;
    const removed = nothingRemoved();
    const place = this.#place;
    if (place === undefined) return removed;
    try {
      if (!place.isOurs) {
        for (const name of noteNames) {
          const layout = { files: exactlyOneOf(this.#isProven(name) ? [name] : []) };
          place.removeNamed(layout, [...this.#names, name]);
        }
      }
      addTo(removed, place.remove(this.#names));
      if (!place.isOurs) place.removeEmpty(["catalog"]);
    } catch (error) {
      if (!(error instanceof ModelForgeError)) throw error;
    }
    return removed;
  }

  /** Paths where notes would be and in somebody's directory something else is. */
  unlikeOurs(): string[] {
    return noteNames.filter((name) => this.#isUnlike(name)).map((name) => this.#pathOf(name));
  }

  #isUnlike(name: NoteName): boolean {
    if (this.#place === undefined || this.#place.isOurs) return false;
    const bytes = this.#tryRead(name);
    return bytes !== undefined && !isNote(name, bytes);
  }

  #tryWrite(name: NoteName, write: (path: string) => void): void {
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
  #mayBeOurs(name: NoteName): boolean {
    const bytes = this.#files.read(this.#pathOf(name));
    return bytes === undefined || isNote(name, bytes);
  }

  #isProven(name: NoteName): boolean {
    const bytes = this.#tryRead(name);
    return bytes !== undefined && isNote(name, bytes);
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

  #tryRead(name: NoteName): Uint8Array | undefined {
    if (this.#place === undefined) return undefined;
    try {
      return this.#files.read(this.#pathOf(name));
    } catch (error) {
      if (error instanceof ModelForgeError) return undefined;
      throw error;
    }
  }
}
