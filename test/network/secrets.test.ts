import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { commandTable } from "../../src/surfaces/cli/command-table.ts";
import { type Command, createCommand, ended, type Ran, root } from "../cli/command.ts";
import { closedHost, RawServer } from "../stand-in/raw-server.ts";
import { body, type Fault, faults, status } from "../stand-in/answers.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { ConnectProxy } from "../stand-in/proxy.ts";
import { StandIn } from "../stand-in/stand-in.ts";

/** What is planted, one word for each place, and what `name:password` looks like on the wire. */
const name = "us3rn4me";
const password = "p4ssw0rd";
const planted = [name, password, "t0k3n", "fr4gm3nt", "l0c4ti0n", "pr0xyn4me", "pr0xyp4ss"];
const onTheWire = Buffer.from(`${name}:${password}`).toString("base64").replace(/=+$/, "");
const isPlanted = new RegExp([...planted, onTheWire].join("|"), "i");

const modes = ["--json", "--verbose"];

/** An address with something secret in every place that can have it. */
const secretly = (host: string, path = "/"): string =>
  `http://${name}:${password}@${host}${path}?key=t0k3n&t0k3n#fr4gm3nt`;

/** What each command is asked, so that a new one has to be thought of here. */
const questions: Record<string, string[][]> = {
  "models list": [["--limit", "1"]],
  "models search": [["gpt"]],
  "models info": [["openai/gpt-5"], ["nothing-of-this-name"]],
  "models compare": [["openai/gpt-5", "openai/small"]],
  "models offers": [["openai/gpt-5"]],
  "models recommend": [["--top", "1"]],
  discover: [["--no-input"]],
  cost: [["openai/gpt-5", "--input", "1000"]],
  "providers list": [[]],
  "providers info": [["openai"], ["nobody"]],
  "refresh-cache": [[], ["--if-stale"], ["--offline"]],
  "cache status": [[]],
  "cache verify": [[]],
  "cache path": [[], ["--source"]],
  "cache history": [[]],
  "cache prune": [["--dry-run"], ["--max-size", "1kB"]],
  "cache restore": [["nothing"]],
  "cache clear": [["--yes"], ["--all", "--yes"]],
  "config show": [[], ["--origin"]],
  "config get": [["catalog.source"], ["catalog"]],
  "config path": [[]],
  "config set": [
    ["catalog.ttl", "6h"],
    ["catalog.source", secretly("mirror.example")],
    ["current", `sk-ant-${"t0k3n".repeat(5)}`],
  ],
  "config unset": [["catalog.ttl"]],
  "config add": [
    ["openai/gpt-5"],
    ["openai/gpt-5", "--value", `A=${secretly("mirror.example")}`],
    [`sk-ant-${"t0k3n".repeat(5)}`, "--provider", "openai", "--unlisted"],
  ],
  "config add-auto": [["--any", "--yes"], ["--dry-run"]],
  "config remove": [["openai/gpt-5"], [secretly("mirror.example")]],
  "config use": [["openai/gpt-5"], [secretly("mirror.example"), "--unlisted"]],
  "config alias": [
    ["fast", "openai/gpt-5"],
    ["fast", secretly("mirror.example")],
  ],
  "config history": [[]],
  "config diff": [[]],
  "config edit": [[]],
  "config validate": [[], ["--format", "sarif"], ["--format", "github"], ["--fix"]],
  "config rollback": [["--dry-run"], []],
  "config migrate": [[], ["--from", "nothing.json"]],
  "features list": [[]],
  "features enable": [["background-refresh"]],
  "features disable": [["background-refresh"]],
  "auth login": [
    // one that is stored is in the store, where test/credentials looks for it
    ["openai", "--api-key", "sk-0123456789abcdef"],
    ["openai", "--api-key", `gsk_${"t0k3n".repeat(5)}`],
    ["openai", "--api-key", `in two ${"t0k3n".repeat(5)}`],
    ["vllm", "--from-env", "HOME", "--trust-host", secretly("mirror.example")],
    ["github-copilot", "--client-id", "Iv1.0123456789abcdef", "--host", secretly("mirror.example")],
  ],
  "auth status": [[], ["openai"]],
  "auth list": [[]],
  "auth trust": [["--list"], ["openai", secretly("mirror.example"), "--yes"]],
  "auth token": [["groq"]],
  "auth exec": [["groq"]],
  "auth logout": [["openai"], ["--all", "--yes"]],
  completion: [["bash"]],
};

let standIn: StandIn;
let proxy: ConnectProxy;
let echo: RawServer;
let nobody: string;

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve("/api.json", smallCatalog());
  proxy = await ConnectProxy.start(standIn.port);
  echo = await RawServer.start((socket) => socket.pipe(socket));
  nobody = await closedHost();
});

beforeEach(() => proxy.forget());

afterAll(async () => {
  await Promise.all([proxy.close(), standIn.stop(), echo.close()]);
});

const here = (): string => `127.0.0.1:${standIn.port}`;

/** What a command said, and what lies below its home, with names. */
function traces({ home }: Command, ran: Ran[]): string[] {
  const said = ran.flatMap(({ stdout, stderr }) => [stdout, stderr]);
  const entries = readdirSync(home, { recursive: true, withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isFile() ? [path, readFileSync(path, "latin1")] : [path];
    })
    .concat(said);
}

function expectNothing(command: Command, ran: Ran[]): void {
  for (const text of traces(command, ran)) {
    const found = isPlanted.exec(text);
    expect(found && text.slice(Math.max(0, found.index - 200), found.index + 50)).toBeNull();
  }
}

describe("what is secret in an address", () => {
  it("is asked of every command there is", () => {
    expect(Object.keys(questions).sort()).toEqual(commandTable.map(({ path }) => path).sort());
  });

  it.each(Object.entries(questions))(
    "is neither said nor written down by %s",
    async (path, all) => {
      const command = createCommand({ MODELFORGE_URL: secretly(here()) });
      const ran = [await command.ask(["refresh-cache"])];
      expect(ran[0]?.code).toBe(0);
      for (const args of all) {
        for (const mode of modes) {
          ran.push(await command.ask([...path.split(" "), ...args, mode]));
        }
      }
      expectNothing(command, ran);
    },
  );
});

const elsewhere = `https://${name}:${password}@other.example/?l0c4ti0n#l0c4ti0n`;
const failing: [what: string, fault: Fault][] = [
  ["401", status(401)],
  ["404", status(404)],
  ["500", status(500)],
  ["429", status(429, { "retry-after": "600" })],
  ["HTML", faults.html],
  ["what is no JSON", body("no JSON")],
  ["what is no catalog", body("[]")],
  ["too much", faults.bomb],
  ["broken gzip", faults.brokenGzip],
  ["a reset", faults.reset],
  ["a redirect to another host", status(302, { location: elsewhere })],
  ["a redirect that cannot be read", status(302, { location: `https://${name}:${password}/x@y` })],
  ["a redirect to data:", status(302, { location: "data:text/plain,l0c4ti0n" })],
  ["a redirect within", status(302, { location: "/again?l0c4ti0n" })],
];

/** The commands that meet or tell of a failed refresh, in all modes. */
async function askAll(command: Command): Promise<Ran[]> {
  const ran: Ran[] = [];
  for (const args of [
    ["refresh-cache"],
    ["list", "--refresh", "--limit", "1"],
    ["cache", "status"],
  ])
    for (const mode of modes) ran.push(await command.ask([...args, mode]));
  return ran;
}

describe("a failure tells nothing secret", () => {
  it.each(failing)("where the mirror answers with %s", async (_, fault) => {
    standIn.forever("/failing/api.json", fault);
    const command = createCommand({
      MODELFORGE_URL: secretly(here(), "/failing/"),
      MODELFORGE_TIMEOUT: "500ms",
    });
    expectNothing(command, await askAll(command));
  });

  it.each<[string, () => string]>([
    ["nobody listens", () => secretly(nobody)],
    ["somebody echoes what was sent", () => secretly(echo.host)],
    ["plain http is refused", () => secretly("mirror.example")],
    ["the host is unknown", () => secretly("mirror.invalid").replace("http:", "https:")],
    ["the scheme is another", () => secretly(here()).replace("http:", "ftp:")],
    ["the slashes are missing", () => secretly(here()).replace("http://", "http:")],
    ["one slash is missing", () => secretly(here()).replace("http://", "https:/")],
    ["the slashes are turned", () => secretly(here()).replace("http://", "http:\\\\")],
    ["the colon is missing", () => secretly(here()).replace("http://", "https//")],
    ["the scheme is missing", () => secretly(here()).replace("http://", "")],
    ["it is in capitals", () => secretly("MIRROR.EXAMPLE").toUpperCase()],
    ["it stands in the path", () => secretly(here(), "/x%3Fkey=t0k3n/y;key=t0k3n/key=t0k3n")],
    ["it is all there is", () => "key=t0k3n"],
    ["it is in quotes", () => `"${secretly(here())}"`],
    ...["/", "?", "#", "@", "\\", " ", ":", "%", "[", "1/", "1?", "1#"].map(
      (sign): [string, () => string] => [
        `a password has a raw ${sign}`,
        () => secretly(here()).replace(password, `${sign}${password}${sign}${password}`),
      ],
    ),
  ])("where %s", async (_, address) => {
    const command = createCommand({ MODELFORGE_URL: address(), MODELFORGE_TIMEOUT: "500ms" });
    expectNothing(command, await askAll(command));
  });

  it.each<[string, () => string]>([
    ["wants others", () => proxy.url],
    ["is not there", () => `http://${nobody}`],
    ["echoes what was sent", () => `http://${echo.host}`],
    ["is a socks proxy", () => "socks5://proxy.example:1"],
    ["cannot be read", () => "http://proxy.example:port"],
    ["has no scheme", () => "proxy.example"],
  ])("where a proxy with credentials %s", async (_, address) => {
    proxy.credentials = "nobody:knows";
    const url = address().replace(/^(?:(.*):\/\/)?/, (start) => `${start}pr0xyn4me:pr0xyp4ss@`);
    const command = createCommand({
      MODELFORGE_URL: secretly("models.test").replace("http:", "https:"),
      HTTPS_PROXY: url,
      MODELFORGE_TIMEOUT: "500ms",
    });
    expectNothing(command, await askAll(command));
  });

  it("in anything a program finds in an error or a client, however deep it looks", async () => {
    standIn.forever("/failing/api.json", status(401));
    const redirect = status(302, { location: elsewhere });
    standIn.forever("/redirecting/api.json", redirect);
    const sources = [
      secretly(nobody),
      secretly(echo.host),
      secretly(here(), "/failing/"),
      secretly(here(), "/redirecting/"),
      secretly("mirror.invalid").replace("http:", "https:"),
      secretly(here()).replace("http://", "http:"),
      `https://${name}:${password}/${password}@mirror.example`,
    ];
    const script = `import { inspect } from "node:util";
import { ModelsDevClient } from ${JSON.stringify(join(root, "dist/lib/index.mjs"))};
for (const source of JSON.parse(process.argv.at(-1))) {
  const client = new ModelsDevClient({ source, timeoutMs: 500 });
  const error = await client.refresh().then(() => "no error", (error) => error);
  console.log(inspect(error, { depth: 9, showHidden: true }), inspect(client, { depth: 9 }));
}`;
    const command = createCommand({});
    const args = ["--input-type=module", "-e", script, JSON.stringify(sources)];
    const ran = await ended(spawn(process.execPath, args, { env: command.env }));
    expect(ran.stdout.match(/^ModelForgeError/gm)).toHaveLength(sources.length);
    expectNothing(command, [ran]);
  });
});
