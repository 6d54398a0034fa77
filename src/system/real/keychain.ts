import type { Keychain } from "../keychain-port.ts";
import { keychainProgram, type KeychainAnswer, type KeychainQuestion } from "./keychain-program.ts";
import { keychainMs, keychainTrouble, noKeychain } from "./keychain-failures.ts";

const absences: Readonly<Record<NonNullable<KeychainAnswer["absent"]>, string>> = {
  module: "the optional package @napi-rs/keyring is not installed, or not for this machine",
  service: "nothing on the session bus keeps secrets",
};

/**
 * The one of this system. A program of its own asks it: what speaks with the keychain waits inside of native code, where no
 * signal reaches it, and a process can be ended.
 */
export const realKeychain: Keychain = {
  absence: async () => whyAbsent(await ask({ what: "look" })),
  get: async (service, account) => {
    const { value } = found(await ask({ what: "get", service, account }));
    return typeof value === "string" ? value : undefined;
  },
  set: async (service, account, secret) => {
    found(await ask({ what: "set", service, account, secret }));
  },
  remove: async (service, account) =>
    found(await ask({ what: "remove", service, account })).value === true,
};

type Answer = Omit<KeychainAnswer, "absent"> & { absent?: KeychainAnswer["absent"] | "bus" };

function found(answer: Answer): Answer {
  const why = whyAbsent(answer);
  if (why !== undefined) throw noKeychain(why);
  return answer;
}

function whyAbsent({ absent }: Answer): string | undefined {
  if (absent === undefined) return undefined;
  return absent === "bus" ? "no session bus" : absences[absent];
}

/** Throws what is wrong with one that is there. */
async function ask(question: Omit<KeychainQuestion, "base">): Promise<Answer> {
  if (!mayBeThere()) return { absent: "bus" };
  const text = await answerTo(JSON.stringify({ ...question, base: import.meta.url }));
  if (text === undefined) throw keychainTrouble("silent");
  const answer = answerIn(text);
  if (answer === undefined) throw keychainTrouble("failed");
  if (answer.failed !== undefined) throw keychainTrouble(answer.failed);
  return answer;
}

/** Without a session bus nobody has to be asked: in a container, behind ssh. */
function mayBeThere(): boolean {
  if (process.platform === "darwin" || process.platform === "win32") return true;
  const { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: directory } = process.env;
  if (address !== undefined && address !== "") return true;
  const { existsSync } = process.getBuiltinModule("node:fs");
  // where a bus is looked for that nothing names
  return directory !== undefined && directory !== "" && existsSync(`${directory}/bus`);
}

function answerIn(text: string): KeychainAnswer | undefined {
  try {
    return JSON.parse(text) as KeychainAnswer;
  } catch {
    // it was ended, or crashed, before it had said all
    return undefined;
  }
}

/** What the program prints; undefined where it was not done in time. The secret is in no argument. */
async function answerTo(question: string): Promise<string | undefined> {
  const { spawn } = process.getBuiltinModule("node:child_process");
  const { NODE_OPTIONS: _, ...env } = process.env;
  const source = `(${keychainProgram.toString()})()`;
  const child = spawn(process.execPath, ["--input-type=commonjs", "--eval", source], {
    // the working directory may be gone, and is anybody's
    cwd: "/",
    env,
    stdio: ["pipe", "pipe", "ignore"],
    windowsHide: true,
  });
  // whoever ended before reading says so by what is missing
  child.stdin.on("error", () => undefined).end(question);
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (more: string) => {
    text += more;
  });
  return new Promise((resolve) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill("SIGKILL");
      child.stdout.destroy();
    }, keychainMs);
    const end = (): void => {
      clearTimeout(timer);
      resolve(isLate ? undefined : text);
    };
    child.on("error", end);
    child.on("close", end);
  });
}
