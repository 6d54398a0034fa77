import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeTree } from "../remove-tree.ts";

/** What is missing for a session with a keychain of its own; undefined where nothing is. */
export const missing = ["dbus-run-session", "dbus-send", "gnome-keyring-daemon"].find(
  (tool) => spawnSync("sh", ["-c", `command -v ${tool}`]).status !== 0,
);

/** Behind the name of what needs one: why it is left out. */
export const orWhyNot = missing === undefined ? "" : ` (left out: there is no ${missing})`;

const passphrase = "open sesame";

/** How the keychain is when a session begins: opened with the passphrase of whoever began it, or by nobody. */
const beginnings = {
  unlocked: `printf '${passphrase}' | gnome-keyring-daemon --unlock --components=secrets`,
  locked: "gnome-keyring-daemon --start --components=secrets",
} as const;

const ask = (object: string, member: string, ...words: string[]): string =>
  ["dbus-send --session --print-reply", `--dest=${object}`, member, ...words].join(" ");

const owner = ask(
  "org.freedesktop.DBus",
  "/org/freedesktop/DBus org.freedesktop.DBus.GetConnectionUnixProcessID",
  "string:org.freedesktop.secrets",
);
const lock = ask(
  "org.freedesktop.secrets",
  "/org/freedesktop/secrets org.freedesktop.Secret.Service.Lock",
  "array:objpath:/org/freedesktop/secrets/collection/login",
);

/** A session bus and a keyring of its own, below a home. */
export class Session {
  readonly home: string;
  readonly environment: Record<string, string>;
  readonly #child: ChildProcess;
  readonly #keyring: number;

  private constructor(child: ChildProcess, home: string, address: string, keyring: number) {
    this.#child = child;
    this.home = home;
    this.environment = { DBUS_SESSION_BUS_ADDRESS: address };
    this.#keyring = keyring;
  }

  /** `home`: of a session before, whose keyring is this one's. */
  static async start(
    how: keyof typeof beginnings,
    home = mkdtempSync(join(tmpdir(), "modelforge-keyring-")),
  ): Promise<Session> {
    // it takes a moment until the keyring has its name on the bus
    const script = `${beginnings[how]} >/dev/null 2>&1
      for i in $(seq 1000); do keyring=$(${owner} 2>/dev/null) && break; done
      echo "$DBUS_SESSION_BUS_ADDRESS" $keyring end
      cat >/dev/null`;
    const child = spawn("dbus-run-session", ["--", "sh", "-c", script], {
      env: { PATH: process.env.PATH ?? "", HOME: home },
      stdio: ["pipe", "pipe", "ignore"],
    });
    const begun = await new Promise<string>((resolve, reject) => {
      let said = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        if (said.endsWith("end\n")) resolve(said);
      });
      child.on("close", () => reject(new Error("there is no session bus")));
    });
    const [address = "", ...words] = begun.split(" ");
    return new Session(child, home, address, Number(words.at(-2)));
  }

  #inside(script: string): string {
    const env = { PATH: process.env.PATH ?? "", HOME: this.home, ...this.environment };
    const { status, stdout, stderr } = spawnSync("sh", ["-c", script], { env, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  }

  /** Locks the keychain, and nobody is there to open it. */
  lock(): void {
    this.#inside(lock);
  }

  /** It is there and answers nothing, until it goes on. */
  hang(): void {
    process.kill(this.#keyring, "SIGSTOP");
  }

  goOn(): void {
    process.kill(this.#keyring, "SIGCONT");
  }

  /** Ends it; the keyring stays on the disk. */
  async leave(): Promise<void> {
    this.goOn();
    process.kill(this.#keyring, "SIGTERM");
    const ended = new Promise((resolve) => this.#child.once("close", resolve));
    this.#child.stdin?.end();
    await ended;
  }

  async stop(): Promise<void> {
    await this.leave();
    removeTree(this.home);
  }
}
