import { fileURLToPath } from "node:url";
import type { Installation } from "../ports.ts";
import { realFiles } from "./files.ts";

declare const __MODELFORGE_VERSION__: string;

export const realInstallation: Installation = {
  version: __MODELFORGE_VERSION__,
  // the build puts it beside the bundles
  readSnapshot: (name) =>
    realFiles.read(fileURLToPath(new URL(`./snapshot/${name}`, import.meta.url))),
};
