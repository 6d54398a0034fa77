import { ModelForgeError } from "../failure.ts";
import { changesDirectory, changesFile, changesLayout } from "../places/changes-layout.ts";
import type { Layout } from "../places/layout.ts";
import { Place } from "../places/place.ts";
import type { System } from "../system/ports.ts";
import { secretIn } from "./secrets.ts";

/** One change of a file, as it is kept: both texts, so that it can be taken back whatever was written by hand meanwhile. */
export interface Change {
  /** `2026-11-27T21:30:00.000Z` */
  at: string;
  /** The command that made it: `config set catalog.ttl 12h`. */
  command: string;
  file: string;
  /** Null where there was no file. */
  before: string | null;
  /** Null where the file was removed. */
  after: string | null;
}

const layout: Layout = { directories: [[/^config$/, changesLayout]] };
const lineFeed = 10;
const mostChanges = 200;
const mostBytes = 5_000_000;

type HistoryMachine = Pick<System, "files" | "codec">;

/** The changes of the configuration, in a file that only grows until the oldest are dropped. Without a place there is none. */
export class History {
  readonly #place: Place | undefined;
  readonly #machine: HistoryMachine;

  constructor(stateDirectory: string | undefined, machine: HistoryMachine) {
    this.#machine = machine;
    this.#place =
      stateDirectory === undefined ? undefined : new Place(stateDirectory, layout, machine.files);
  }

  /** Newest first. A change that a process was killed before making is none. Throws `file.unreadable`. */
  changes(): Change[] {
    const place = this.#place;
    const bytes = place && this.#machine.files.read(pathIn(place), mostBytes * 2);
    if (bytes === undefined) return [];
    const lines = this.#machine.codec.text(bytes).split("\n");
    const noted = lines.flatMap((line) => changeIn(line) ?? []);
    return noted.filter((one, at) => this.#wasMade(one, noted.slice(at + 1))).toReversed();
  }

  /** Of the last one of a file its own content tells whether it came to be. */
  #wasMade({ file, before, after }: Change, later: readonly Change[]): boolean {
    if (before === after) return false;
    const next = later.find((one) => one.file === file);
    const now = next === undefined ? this.#contentOf(file) : next.before;
    // by hand it may have become anything, but for what it was
    return now !== before || now === after;
  }

  #contentOf(file: string): string | null | undefined {
    try {
      const bytes = this.#machine.files.read(file);
      return bytes === undefined ? null : this.#machine.codec.text(bytes);
    } catch (error) {
      if (error instanceof ModelForgeError) return undefined;
      throw error;
    }
  }

  /** Notes a change that is about to be made. False where there is no place for it, or where it would keep a secret. */
  note(change: Change): boolean {
    const place = this.#place;
    const texts = [change.command, change.before ?? "", change.after ?? ""];
    if (place === undefined || texts.some((text) => secretIn(text) !== undefined)) return false;
    place.makeDirectory(changesDirectory);
    const path = pathIn(place);
    const line = `${JSON.stringify(change)}\n`;
    // a line that was cut short swallows none that comes after it
    const isCut = this.#drop(path, line.length);
    this.#machine.files.append(path, isCut ? `\n${line}` : line);
    return true;
  }

  /** Drops the oldest, where one more would be too many. Whether the last line has no end. */
  #drop(path: string, more: number): boolean {
    const { files, codec } = this.#machine;
    const bytes = files.read(path, mostBytes * 2);
    if (bytes === undefined) return false;
    const lines = codec
      .text(bytes)
      .split("\n")
      .filter((line) => line !== "");
    const isRoomLeft = lines.length < mostChanges && bytes.length + more <= mostBytes;
    if (isRoomLeft) return bytes.length > 0 && bytes.at(-1) !== lineFeed;
    const kept = lines.slice(-(mostChanges - 1));
    while (kept.length > 0 && kept.join("\n").length + more > mostBytes) kept.shift();
    files.replace(path, kept.map((line) => `${line}\n`).join(""));
    return false;
  }
}

function pathIn(place: Place): string {
  return place.pathOf([changesDirectory, changesFile]);
}

/** A line that was cut short is no change. */
function changeIn(line: string): Change | undefined {
  try {
    const { at, command, file, before, after } = JSON.parse(line) as Partial<Change>;
    const isText = (value: unknown): value is string => typeof value === "string";
    const isState = (value: unknown): value is string | null => isText(value) || value === null;
    const isWhole =
      isText(at) && isText(command) && isText(file) && isState(before) && isState(after);
    return isWhole ? { at, command, file, before, after } : undefined;
  } catch {
    return undefined;
  }
}
