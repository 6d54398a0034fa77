import { mostConfigBytes } from "../../config/read-file.ts";
import type { System } from "../../system/ports.ts";

/** `config.python.json`, beside the file; another where something else is called so. */
export function copyFor(
  { files, codec }: Pick<System, "files" | "codec">,
  file: string,
  text: string,
): { path: string; isThere: boolean } {
  for (let number = 1; ; number += 1) {
    const path = file.replace(/(?:\.json)?$/, `.python${number === 1 ? "" : `-${number}`}.json`);
    const kind = files.info(path)?.kind;
    if (kind === undefined) return { path, isThere: false };
    const bytes = kind === "file" ? files.read(path, mostConfigBytes * 2) : undefined;
    if (bytes !== undefined && codec.isUtf8(bytes) && codec.text(bytes) === text) {
      return { path, isThere: true };
    }
  }
}
