#!/usr/bin/env node
import { runCli } from "./surfaces/cli/main.ts";
import { createSystem } from "./system/real/system.ts";

void runCli(createSystem(), process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
