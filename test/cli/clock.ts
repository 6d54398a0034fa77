import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// one directory for each processor the system has programs for: /usr/lib/x86_64-linux-gnu
const directories = existsSync("/usr/lib") ? readdirSync("/usr/lib") : [];
const library = ["", ...directories]
  .map((directory) => join("/usr/lib", directory, "faketime/libfaketime.so.1"))
  .find((path) => existsSync(path));

// timers run on, and files are dated as they are
const asItIs = { LD_PRELOAD: library ?? "", DONT_FAKE_MONOTONIC: "1", NO_FAKE_STAT: "1" };

/** A process whose clock is off, `+5m`, `-1d`, or stands at a time and goes on from there, `@2001-01-01 00:00:00`. */
export function atClock(clock: string): Record<string, string> {
  return { ...asItIs, FAKETIME: clock };
}

/** A clock that is off by as many seconds as a file says at the moment. */
export function settableClock(file: string) {
  const set = (seconds: number): void => writeFileSync(file, `${seconds < 0 ? "" : "+"}${seconds}`);
  set(0);
  return {
    set,
    variables: { ...asItIs, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: "1" },
  };
}

export function canSetClock(): boolean {
  if (library === undefined) return false;
  const says = "process.stdout.write(new Date().toISOString())";
  const { stdout } = spawnSync(process.execPath, ["-e", says], {
    env: atClock("@2001-06-01 00:00:00"),
    encoding: "utf8",
  });
  return /^2001-0[56]/.test(stdout);
}
