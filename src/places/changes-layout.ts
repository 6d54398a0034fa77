import { exactly, type Layout, lockLayout, temporary } from "./layout.ts";

/** What was changed in the configuration, and how it was before: `<state>/config/changes.jsonl` */
export const changesFile = "changes.jsonl";
export const changesDirectory = "config";

/** Which notes about the configuration were said within a day: `<state>/config/said.json`, and how it begins. */
export const saidFile = "said.json";
export const saidBegins = '{"said":';

export const changesLayout: Layout = {
  files: exactly(String.raw`(?:changes\.jsonl|said\.json)(?:${temporary})?`),
  directories: [[exactly(String.raw`(?:changes\.jsonl|said\.json)\.lock`), lockLayout]],
  mayHold: (name, bytes) => {
    if (name === saidFile) return isSaid(bytes);
    return name !== changesFile || bytes.length === 0 || isHistory(bytes);
  },
};

/** Whether it is ours by how it begins, or what a crash left of that. */
export function isSaid(bytes: Uint8Array): boolean {
  const begins = new TextDecoder().decode(bytes.subarray(0, saidBegins.length));
  return saidBegins.startsWith(begins) || bytes.every((byte) => byte === 0);
}

/** Behind a change that was made. */
export const doneLine = '{"done":true}';

/** Whether it is ours by what it holds: changes, and what a process left of one that was killed while it wrote. */
export function isHistory(bytes: Uint8Array): boolean {
  const lines = new TextDecoder().decode(bytes).split("\n");
  const told = lines.filter((line) => line !== "" && line !== doneLine);
  const whole = told.filter((line) => changeIn(line) !== undefined);
  return whole.length > 0 && told.every((line) => whole.includes(line) || isCut(line));
}

/** What a line of the history says; undefined for one that was cut short, and for any other. */
export function changeIn(line: string): object | undefined {
  const said = parsed(line);
  if (typeof said !== "object" || said === null) return undefined;
  const { at, command, files } = said as Partial<Record<string, unknown>>;
  const isOurs = typeof command === "string" && /^(?:config|features) /.test(command);
  if (typeof at !== "string" || !isOurs || !Array.isArray(files)) return undefined;
  return files.every(isFileChange) ? said : undefined;
}

/** Of a line that was cut its end is missing, and nothing else. */
function isCut(line: string): boolean {
  return line.startsWith('{"at":"') && parsed(line) === undefined;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

function isFileChange(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { file, before, after } = value as Partial<Record<string, unknown>>;
  return typeof file === "string" && isState(before) && isState(after);
}

/** A text; bytes that are none, each as a character; nothing where there was no file. */
function isState(value: unknown): boolean {
  if (value === null || typeof value === "string") return true;
  return typeof value === "object" && typeof (value as { bytes?: unknown }).bytes === "string";
}
