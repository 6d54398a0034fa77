import type { Files } from "../../system/ports.ts";
import { saltName } from "./names.ts";

/** The salt of a cache where one was made. Throws `file.unreadable`. */
export function readSalt(cacheDirectory: string, { files }: { files: Files }): string | undefined {
  const bytes = files.read(`${cacheDirectory}/${saltName}`);
  return /^[0-9a-f]{32}/.exec(new TextDecoder().decode(bytes))?.[0];
}
