import { fileURLToPath } from "node:url";
import type { Installation } from "../ports.ts";
import { realFiles } from "./files.ts";

declare const __MODELFORGE_VERSION__: string;

// the build puts it beside the command's script; the library's lies one further down
const places = ["./snapshot/", "../snapshot/"];

export const realInstallation: Installation = {
  version: __MODELFORGE_VERSION__,
  readSnapshot: (name) => {
    for (const place of places) {
      const bytes = realFiles.read(fileURLToPath(new URL(place + name, import.meta.url)));
      if (bytes !== undefined) return bytes;
    }
    return undefined;
  },
};
