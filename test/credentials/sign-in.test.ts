import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerOf } from "../cli/envelope.ts";
import { ended, type Ran } from "../cli/command.ts";
import { githubToken, keyNumber, SignInPlace } from "../stand-in/sign-in.ts";
import { Screen } from "../terminal/screen.ts";
import { setUp } from "./set-up.ts";

let place: SignInPlace;
let elsewhere: SignInPlace;

beforeAll(async () => {
  place = await SignInPlace.open();
  elsewhere = await SignInPlace.open();
});

beforeEach(() => {
  place.forget();
  elsewhere.forget();
});

afterAll(() => {
  place.close();
  elsewhere.close();
});

const pending = { body: { error: "authorization_pending" } };
const id = ["--client-id", "Iv1.0123456789abcdef"];
const login = (...more: string[]) => [
  "auth",
  "login",
  "github-copilot",
  "--host",
  place.url,
  ...id,
  ...more,
];

interface Kept {
  accounts: { secret: string; signedIn: { host: string; expiresAt: string } }[];
}

/** Somebody who has signed in, with what they ran. */
async function signedIn() {
  const set = setUp();
  const ran: Ran[] = [await set.command.ask(login())];
  expect(ran[0]?.code).toBe(0);
  const run = async (...args: string[]): Promise<Ran> => {
    const one = await set.command.ask(args);
    ran.push(one);
    return one;
  };
  /** The key that is kept is to be renewed. */
  const age = (): void => {
    const kept = JSON.parse(readFileSync(set.file, "utf8")) as Kept;
    for (const one of kept.accounts) {
      one.secret = one.secret.replace(/"renewMs":\d+/, '"renewMs":1');
    }
    writeFileSync(set.file, JSON.stringify(kept));
  };
  return { ...set, ran, run, age };
}

describe("signing in", () => {
  it("in a pipe shows the code on standard error, whatever is silenced, and the document alone on standard output", async () => {
    place.polls.unshift(pending, { body: { error: "slow_down", interval: 0.03 } });
    const { command, file } = setUp();
    const { code, stdout, stderr } = await command.ask(login("--json", "--quiet"));
    expect([code, stderr]).toEqual([0, `Enter the code ABCD-1234 at ${place.url}/login/device\n`]);
    const { result } = answerOf<Record<string, unknown>>({ code, stdout, stderr });
    expect(result).toMatchObject({
      provider: "github-copilot",
      account: "default",
      lastFour: "oken",
      store: "file",
      host: new URL(place.url).host,
      replaced: false,
    });
    expect(place.count("/login/oauth/access_token")).toBe(3);
    expect(readFileSync(file, "utf8")).toContain(githubToken);
  });

  it("takes the application that the person's own configuration names, and none that a project names", async () => {
    const { command } = setUp();
    const project = join(command.home, "work");
    mkdirSync(join(project, ".model-forge"), { recursive: true });
    writeFileSync(
      join(project, ".model-forge/config.json"),
      JSON.stringify({ providers: { "github-copilot": { clientId: "another-ones" } } }),
    );
    const without = command.shellIn(project, "modelforge auth login github-copilot");
    expect(without.code).toBe(4);
    expect(without.stderr).toContain("an OAuth application of your own, and none is named");
    expect(without.stderr).toContain("config set providers.github-copilot.clientId");
    command.run(["config", "set", "providers.github-copilot.clientId", "Ov23liAbCdEfGhIjKlMn"]);
    const { code } = await command.ask(["auth", "login", "github-copilot", "--host", place.url]);
    expect(code).toBe(0);
    expect(place.heard[0]?.body).toContain("client_id=Ov23liAbCdEfGhIjKlMn");
  });

  it("is for providers that have it, without a key, over an encrypted way", () => {
    const { command } = setUp();
    for (const [args, told] of [
      [["openai", ...id], "nobody signs in for a key of openai"],
      [["github-copilot", "--from-env", "HOME", ...id], "a key was given"],
      [
        ["github-copilot", "--host", "http://10.0.0.5", ...id],
        "nobody signs in at http://10.0.0.5",
      ],
      [["github-copilot", "--client-id", "two words"], "the client id of an OAuth application has"],
    ] as const) {
      const { code, stdout, stderr } = command.run(["auth", "login", ...args]);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(told);
    }
  });

  it("says who declined, stores nothing, and follows no redirect", async () => {
    const { command, directory } = setUp();
    place.polls = [{ body: { error: "access_denied" } }];
    const declined = await command.ask(login("--json"));
    expect([declined.code, declined.stdout]).toEqual([4, ""]);
    expect(declined.stderr).toContain('"code":"credential.refused"');
    const headers = { location: `${elsewhere.url}/login/oauth/access_token` };
    place.polls = [{ status: 307, headers }];
    const sentOn = await command.ask(login());
    expect([sentOn.code, sentOn.stderr]).toEqual([
      5,
      expect.stringContaining("redirects elsewhere (307)"),
    ]);
    place.forget();
    place.refuseKeys = { status: 403, body: { message: "no access" } };
    const without = await command.ask(login());
    expect([without.code, without.stderr]).toEqual([
      4,
      expect.stringContaining("it has no Copilot, or"),
    ]);
    expect(elsewhere.heard).toEqual([]);
    expect(readdirSync(directory)).toEqual([]);
  });

  it("keeps the sign-in where only the first key could not be had, and says so", async () => {
    const { command } = setUp();
    place.refuseKeys = { status: 503 };
    const { code, stderr } = await command.ask(login());
    expect([code, stderr]).toEqual([0, expect.stringContaining("asked again when a key is used")]);
    place.refuseKeys = undefined;
    const { stdout } = await command.ask(["auth", "token", "github-copilot"]);
    expect(stdout).toBe(`${keyNumber(1)}\n`);
  });

  it("ends with 130 on Ctrl-C in a pipe, and stores nothing", async () => {
    place.polls = [pending];
    const { command, directory } = setUp();
    const child = command.start(login("--json"));
    child.stderr?.once("data", () => child.kill("SIGINT"));
    const { code, stderr } = await ended(child);
    expect(code).toBe(130);
    expect(stderr.trim().split("\n").at(-1)).toContain('"code":"cancelled"');
    expect(readdirSync(directory)).toEqual([]);
  });
});

describe("the key of whoever has signed in", () => {
  it("is shown with its end, handed on, checked, and is nowhere but in the store", async () => {
    const { command, file, run, age, ran } = await signedIn();
    const [row] = answerOf<Record<string, unknown>[]>(await run("auth", "status", "--json")).result;
    expect(row).toMatchObject({
      provider: "github-copilot",
      account: "default",
      active: true,
      source: "file",
      host: new URL(place.url).host,
      missing: [],
      why: null,
    });
    expect(Date.parse(String(row?.expiresAt))).toBeGreaterThan(Date.now());
    expect((await run("auth", "status")).stdout).toContain("key until");
    age();
    const checked = await run("auth", "status", "github-copilot", "--check", "--json");
    expect(answerOf<{ check: string }[]>(checked).result[0]?.check).toBe("valid");
    expect(place.keys).toBe(2);
    await run("auth", "list", "--json");
    await run(
      "auth",
      "exec",
      "github-copilot",
      "--",
      "sh",
      "-c",
      `test "$GITHUB_COPILOT_API_KEY" = '${keyNumber(2)}' && test -z "$GITHUB_TOKEN"`,
    );
    expect(ran.at(-1)?.code).toBe(0);
    age();
    place.refuseKeys = { status: 401, body: { message: githubToken } };
    const refused = await run("auth", "status", "github-copilot", "--check", "--json");
    expect([
      refused.code,
      answerOf<{ check: string }[]>({ ...refused, code: 0 }).result[0]?.check,
    ]).toEqual([4, "refused"]);
    const gone = await run("auth", "token", "github-copilot");
    expect([gone.code, gone.stdout]).toEqual([4, ""]);
    expect(gone.stderr).toContain("modelforge auth login github-copilot signs in anew");
    const files = readdirSync(command.home, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => path !== file)
      .map((path) => readFileSync(path, "latin1"));
    const said = ran.flatMap(({ stdout, stderr }) => [stdout, stderr]);
    for (const text of [...files, ...said]) expect(text).not.toMatch(/planted|0123456789abcd\d/);
    // and a look for them finds them where they are
    expect(readFileSync(file, "utf8")).toMatch(/planted[^]*0123456789abcd\d/);
  });

  it("is got once by processes that want it at the same time", async () => {
    const { command, age } = await signedIn();
    age();
    const asked = await Promise.all(
      Array.from({ length: 6 }, () => command.ask(["auth", "token", "github-copilot"])),
    );
    expect(asked.map(({ stdout }) => stdout)).toEqual(asked.map(() => `${keyNumber(2)}\n`));
    expect(place.count("/copilot_internal/v2/token")).toBe(2);
  });

  it("goes nowhere but to where the sign-in was, whoever names another address", async () => {
    const { command, run } = await signedIn();
    command.run(["auth", "trust", "github-copilot", elsewhere.url, "--yes"]);
    command.run(["config", "set", "providers.github-copilot.baseUrl", elsewhere.url]);
    await run("auth", "status", "github-copilot", "--check", "--json");
    expect(elsewhere.heard).toEqual([]);
    const headers = { location: `${elsewhere.url}/models` };
    place.models = { status: 307, headers };
    const { stdout } = await run("auth", "status", "github-copilot", "--check");
    expect([stdout, elsewhere.heard]).toEqual([expect.stringContaining("cannot tell"), []]);
  });
});

describe("signing in at a terminal", () => {
  const start = (home: string, ...more: string[]): Screen =>
    new Screen(login(...more), {
      columns: 120,
      environment: {
        HOME: home,
        NO_COLOR: "1",
        MODELFORGE_DATA_DIR: join(home, "data"),
        BROWSER: join(home, "browser"),
      },
    });
  /** A home with a browser that notes what it was shown. */
  const newHome = (): string => {
    const { command } = setUp();
    const script = `#!/bin/sh\nprintf %s "$1" > '${join(command.home, "shown")}'\n`;
    writeFileSync(join(command.home, "browser"), script, { mode: 0o755 });
    return command.home;
  };

  it("shows the code, opens the page, and says what is kept", async () => {
    place.polls.unshift(pending);
    const home = newHome();
    const screen = start(home);
    await screen.shows(`Enter the code ABCD-1234 at ${place.url}/login/device`);
    await screen.shows("the page was opened in your browser");
    await screen.shows("stored a credential of github-copilot ending in oken as default");
    expect(await screen.ended()).toBe(0);
    expect(readFileSync(join(home, "shown"), "utf8")).toBe(`${place.url}/login/device`);
    expect(screen.raw).not.toContain("planted");
    await screen.close();
  });

  it("opens nothing where nobody is to be asked, and leaves on Ctrl-C", async () => {
    place.polls = [pending];
    const home = newHome();
    const screen = start(home, "--no-input");
    await screen.shows("waiting until that is done");
    screen.type("\u0003");
    expect(await screen.ended()).toBe(130);
    expect(screen.raw).toContain("cancelled");
    expect(readdirSync(home)).not.toContain("shown");
    await screen.close();
  });
});
