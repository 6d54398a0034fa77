import { spawnSync } from "node:child_process";
import { bin } from "./command.ts";

// whoever is not root becomes it inside
const asRoot = process.getuid?.() === 0 ? [] : ["--map-root-user"];

const succeeds = (program: string, args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: "ignore" }).status === 0;

/** Runs a command on a machine that has no network. */
export const withoutNetwork = ["unshare", ...asRoot, "--net"] as const;

export const canLoseNetwork = (): boolean => {
  const [program, ...args] = withoutNetwork;
  return succeeds(program, [...args, "true"]);
};

/** Runs a shell line and then a command, where mounts are seen by these two alone. */
export function afterMounting(line: string): [string, ...string[]] {
  return ["unshare", ...asRoot, "--mount", "sh", "-c", `${line} && exec "$@"`, "sh"];
}

export const canMount = (): boolean => {
  const line = "mount --bind /tmp /tmp && mount -o remount,ro,bind /tmp && mount -t tmpfs t /tmp";
  const [program, ...args] = afterMounting(line);
  return succeeds(program, [...args, "true"]);
};

export const canTrace = (): boolean =>
  spawnSync("strace", ["-f", "-e", "trace=socket", "true"], { stdio: "ignore" }).status === 0;

/** Ends a command that hangs; it has the exit code 137 then, or none. */
export const inTime = ["timeout", "-s", "KILL", "30"] as const;

/** Runs a command as a user who has no entry anywhere; root alone can. */
export const asStranger = ["setpriv", "--reuid=64321", "--regid=64321", "--clear-groups"] as const;

/** The stranger has to be able to read the project, too. */
export const canBeStranger = (): boolean => {
  const [program, ...args] = asStranger;
  const readIt = "require('node:fs').readFileSync(process.argv[1])";
  return succeeds(program, [...args, process.execPath, "-e", readIt, bin]);
};
