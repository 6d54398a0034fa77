import { exactly, type Layout, lockLayout, temporary } from "./layout.ts";

/** What was changed in the configuration, and how it was before: `<state>/config/changes.jsonl` */
export const changesFile = "changes.jsonl";
export const changesDirectory = "config";

export const changesLayout: Layout = {
  files: exactly(String.raw`changes\.jsonl(?:${temporary})?`),
  directories: [[exactly(String.raw`changes\.jsonl\.lock`), lockLayout]],
};
