import type { Flag } from "./flag.ts";

/** Flags of every command, but for those that send its result elsewhere. */
export const globalFlags: readonly Flag[] = [
  { name: "--json", short: "-j", about: "print one JSON document" },
  { name: "--offline", about: "never use the network" },
  {
    name: "--allow-snapshot",
    about: "let the snapshot of models.dev answer for a source that cannot",
  },
  { name: "--refresh", about: "ask the source for a newer catalog first" },
  { name: "--quiet", short: "-q", about: "no notes and no progress on stderr" },
  { name: "--verbose", short: "-v", about: "say where the answer comes from" },
  { name: "--no-config", about: "as if there were no configuration" },
  { name: "--no-color", about: "no colours" },
  // beside `--input <tokens>` it would be taken for that flag's negation
  { name: "--no-input", about: "never ask anything", key: "prompts" },
];
