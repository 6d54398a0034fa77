import { fileOf } from "../../config/which-file.ts";
import type { Operation } from "../operation.ts";
import type { ConfigPathInput } from "./input.ts";

export interface ConfigPath {
  path: string;
  exists: boolean;
}

/** Where a configuration is, or would be. Nothing is read. */
export const configPath: Operation<ConfigPathInput, ConfigPath> = async (
  { machine },
  { project = false },
) => {
  const path = fileOf(machine, project ? "project" : "user");
  const exists = machine.files.target(path)?.kind === "file";
  return { result: { path, exists }, warnings: [] };
};
