import { ModelForgeError } from "../failure.ts";
import {
  changesDirectory,
  changesFile,
  changesLayout,
  doneLine,
  isHistory,
} from "../places/changes-layout.ts";
import { doubtAbout } from "../places/doubt.ts";
import type { Layout } from "../places/layout.ts";
import { Place } from "../places/place.ts";
import { lookedAt, nothingRemoved } from "../places/remove-ours.ts";
import { nounOf, strangerAt, strangerSaid } from "../places/stranger.ts";
import { directoryOf } from "../places/usual.ts";
import type { System } from "../system/ports.ts";
import { shownText } from "./kept-text.ts";
import { type Change, changesAt, mostHistoryBytes } from "./noted-changes.ts";
import { remedies } from "./doubt-remedies.ts";
import { saidDoubt } from "./problem.ts";
import { secretInText } from "./secret-text.ts";
import { secretIn } from "./secrets.ts";

const layout: Layout = { directories: [[/^config$/, changesLayout]] };
const lineFeed = 10;
const mostChanges = 200;
const mostBytes = 5_000_000;

export type HistoryMachine = Pick<System, "files" | "codec">;

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
    const place = this.stranger() === undefined ? this.#place : undefined;
    return place === undefined ? [] : changesAt(pathIn(place), this.#machine);
  }

  /** Says what stands in the place of the history and is not ModelForge's; it is neither read nor written to. */
  stranger(): string | undefined {
    const place = this.#place;
    if (place === undefined) return undefined;
    const directory = place.pathOf([changesDirectory]);
    const path = pathIn(place);
    const above = strangerAt(directory, "directory", this.#machine.files);
    const what = above ?? strangerAt(path, "file", this.#machine.files) ?? this.#somebodys(place);
    if (what === undefined) return this.#doubted(path);
    const without = "while it is there changes of the configuration are not noted";
    const at = above === undefined ? path : directory;
    return strangerSaid({ path: at, what, without }, "MODELFORGE_STATE_DIR");
  }

  /** What others can write is put in no configuration. */
  #doubted(file: string): string | undefined {
    const doubt = doubtAbout(file, this.#machine.files);
    if (doubt === undefined) return undefined;
    const { path, why } = doubt;
    return `${path} is not believed, and no change is noted there: ${saidDoubt(why)}; ${remedies[why](path)}`;
  }

  /** A directory is never ours there, and in somebody's place a file is if it holds what ours does. */
  #somebodys(place: Place): string | undefined {
    const { files } = this.#machine;
    const path = pathIn(place);
    const kind = lookedAt(path, files, nothingRemoved())?.kind;
    if (kind === "directory") return nounOf.directory;
    if (kind === undefined || place.isOurs) return undefined;
    const bytes = files.read(path, mostHistoryBytes);
    return bytes === undefined || isHistory(bytes) ? undefined : nounOf.file;
  }

  /** The file; undefined where there is no place for one. */
  get path(): string | undefined {
    return this.#place && pathIn(this.#place);
  }

  /** Makes its directory; gives the file. Throws `file.unwritable`, also where somebody else's file is in its place. */
  makeReady(): string | undefined {
    const stranger = this.stranger();
    if (stranger !== undefined) {
      const details = { path: this.path };
      throw new ModelForgeError("file.unwritable", { message: stranger, details });
    }
    this.#place?.makeDirectory(changesDirectory);
    return this.path;
  }

  /** Notes a change that is about to be made; else gives why it is not. Throws `file.unreadable`, `file.unwritable`. */
  note(change: Change): string | undefined {
    const { path } = this;
    if (path === undefined) return "there is no place for notes";
    const texts = change.files.flatMap(({ before, after }) => [before, after].map(shownText));
    const what =
      secretIn(change.command) ?? texts.map(secretInText).find((one) => one !== undefined);
    if (what !== undefined) return `the file holds what looks like ${what}`;
    const line = `${JSON.stringify(change)}\n`;
    // a line that was cut short swallows none that comes after it
    const isCut = this.#drop(path, line.length);
    this.#machine.files.append(path, isCut ? `\n${line}` : line);
    return undefined;
  }

  /** Notes that the change noted last was made. Nothing is lost where this cannot be written. */
  noteDone(): void {
    if (this.path !== undefined) this.#machine.files.append(this.path, `${doneLine}\n`);
  }

  /** Drops the oldest, where one more would be too many. Whether the last line has no end. */
  #drop(path: string, more: number): boolean {
    const { files, codec } = this.#machine;
    const bytes = files.read(path, mostHistoryBytes);
    if (bytes === undefined) return false;
    // each with the line that says that it was made
    const changes = codec.text(bytes).split(/^(?=\{"at")/m);
    const isRoomLeft = changes.length < mostChanges && bytes.length + more <= mostBytes;
    if (isRoomLeft) return bytes.length > 0 && bytes.at(-1) !== lineFeed;
    const kept = changes.slice(-(mostChanges - 1));
    let size = kept.join("").length + more;
    while (kept.length > 0 && size > mostBytes) size -= kept.shift()?.length ?? 0;
    files.replace(path, kept.join(""));
    return bytes.at(-1) !== lineFeed;
  }
}

/** The changes that were noted on this machine. */
export function historyOf(machine: HistoryMachine & Pick<System, "environment">): History {
  const { environment, files } = machine;
  return new History(directoryOf(environment, files, "state", "MODELFORGE_STATE_DIR"), machine);
}

function pathIn(place: Place): string {
  return place.pathOf([changesDirectory, changesFile]);
}
