import type { Process } from "../ports.ts";
import { uniqueName } from "./unique-name.ts";

export const realProcess: Process = {
  id: process.pid,
  startDetached: (args, environment) => {
    const { spawn } = process.getBuiltinModule("node:child_process");
    const child = spawn(process.execPath, [process.argv[1] ?? "", ...args], {
      detached: true,
      stdio: "ignore",
      env: { ...process.env, ...environment },
      windowsHide: true,
    });
    // a process that cannot start costs the refresh, not the answer
    child.on("error", () => undefined);
    child.unref();
  },
  run: async (command, environment, how) =>
    (await import("./run-program.ts")).runProgram(command, environment, how),
  read: async (command, how) => (await import("./read-program.ts")).readProgram(command, how),
  openPage: async (page) => (await import("./open-page.ts")).openPage(page),
  // how the runtime goes about its work is for the program to say
  once: (work) => work(),
  onInterrupt: (then) => {
    const signals = ["SIGINT", "SIGTERM"] as const;
    for (const signal of signals) process.on(signal, then);
    return () => {
      for (const signal of signals) process.off(signal, then);
    };
  },
  uniqueName,
};
