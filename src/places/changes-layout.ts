import { exactly, type Layout, lockLayout, temporary } from "./layout.ts";

/** What was changed in the configuration, and how it was before: `<state>/config/changes.jsonl` */
export const changesFile = "changes.jsonl";
export const changesDirectory = "config";

export const changesLayout: Layout = {
  files: exactly(String.raw`changes\.jsonl(?:${temporary})?`),
  directories: [[exactly(String.raw`changes\.jsonl\.lock`), lockLayout]],
  mayHold: (name, bytes) => name !== changesFile || bytes.length === 0 || isHistory(bytes),
};

/** Whether it is ours by what it holds, be some of it damaged. */
export function isHistory(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  return /"command":"config |"before":(?:null|").*"after":(?:null|")/.test(text);
}
