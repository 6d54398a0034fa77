import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { printedBy } from "../terminal/printed.ts";
import { readPage, root } from "./markdown.ts";

const fixture = "test/fixtures/docs-catalog.json";

// what is drawn while somebody waits, and taken away again
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is how
const progress = /\r?\u001b\[2K(?:fetching [^\r\n\u001b]*)?\r?/g;

interface ExampleCatalog {
  models: Record<string, unknown>;
  providers: Record<string, { models: Record<string, unknown> }>;
}

export interface ExampleHome {
  /** Where the examples' catalog is served, in the place of https://models.dev. */
  origin: string;
  /** The home directory of whoever types the examples; they type them in its folder `project`. */
  home: string;
  environment: Record<string, string>;
  run(commandLine: string): Promise<{ output: string; exitCode: number }>;
  /** Puts yesterday's catalog into the cache; the source has today's. */
  fetchYesterday(): Promise<void>;
  /** What the terminal shows, in the words of the pages. */
  tell(output: string): string;
  close(): Promise<void>;
}

/** A machine on which the examples of one page are run: an empty home, and a source with the example catalog. */
export async function createExampleHome(columns = 96): Promise<ExampleHome> {
  const base = realpathSync(mkdtempSync(join(tmpdir(), "modelforge-docs-")));
  const home = join(base, "home");
  const project = join(home, "project");
  const bin = join(base, "bin");
  for (const directory of [project, bin]) mkdirSync(directory, { recursive: true });
  const program = join(bin, "modelforge");
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${root}/dist/bin.js" "$@"\n`);
  chmodSync(program, 0o755);
  copyFileSync(join(root, fixture), join(project, "catalog.json"));

  const today = JSON.parse(readPage(fixture)) as ExampleCatalog;
  let served = today;
  const server = createServer((request, response) => answer(request, response, served));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const environment = {
    PATH: `${bin}:${process.env.PATH ?? ""}`,
    HOME: home,
    NO_COLOR: "1",
    PAGER: "cat",
    // as if nobody had said: below the home
    MODELFORGE_CACHE_DIR: "",
    MODELFORGE_STATE_DIR: "",
    MODELFORGE_URL: origin,
    // what outlives a command would change the cache between two examples
    MODELFORGE_FEATURE_BACKGROUND_REFRESH: "0",
  };
  const run: ExampleHome["run"] = async (commandLine) => {
    const options = { columns, environment, directory: project };
    // nobody is there to answer
    const { code, text } = await printedBy(`{ ${commandLine}\n} </dev/null`, [], options);
    return { output: text.replaceAll(progress, ""), exitCode: code };
  };
  return {
    origin,
    home,
    environment,
    run,
    fetchYesterday: async () => {
      served = yesterday(today);
      await run("modelforge refresh-cache");
      served = today;
    },
    tell: (output) =>
      output
        .replaceAll(origin, "https://models.dev")
        .replaceAll(/127\.0\.0\.1-[0-9a-f]{8}/g, "models.dev-c9d8938b")
        .replaceAll(home, "/home/you"),
    close: async () => {
      await new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      });
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/** Yesterday one of the models was not there yet. */
function yesterday({ models, providers }: ExampleCatalog): ExampleCatalog {
  const older = structuredClone(providers);
  delete older.anthropic?.models["claude-opus-4-5"];
  return { models, providers: older };
}

function answer(
  { url, headers }: IncomingMessage,
  response: ServerResponse,
  { models, providers }: ExampleCatalog,
): void {
  const documents: Readonly<Record<string, unknown>> = {
    "/api.json": providers,
    "/models.json": models,
  };
  const document = documents[url ?? ""];
  if (document === undefined) {
    response.writeHead(302, { location: "/" }).end();
    return;
  }
  const body = JSON.stringify(document);
  const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 32)}"`;
  const isKnown = headers["if-none-match"] === etag;
  response.writeHead(isKnown ? 304 : 200, { etag, "content-type": "application/json" });
  response.end(isKnown ? undefined : body);
}
