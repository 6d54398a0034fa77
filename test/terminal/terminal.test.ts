import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { Screen, type ScreenOptions } from "./screen.ts";

const offline = { MODELFORGE_OFFLINE: "1" };
const open: Screen[] = [];
const servers: Server[] = [];

function start(args: string[], options: ScreenOptions = {}): Screen {
  const screen = new Screen(args, {
    ...options,
    environment: { ...offline, ...options.environment },
  });
  open.push(screen);
  return screen;
}

afterEach(async () => {
  for (const screen of open.splice(0)) await screen.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe("on a terminal", () => {
  it("fits a table to the width and colours it", async () => {
    const screen = start(["list", "--provider", "openai", "--limit", "5"], { columns: 60 });
    expect(await screen.ended()).toBe(0);
    const rows = screen.lines.filter((line) => line.startsWith("openai/"));
    expect(rows).toHaveLength(5);
    for (const line of screen.raw.split("\n").filter((one) => one.includes("openai/"))) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is looked for
      expect(line.replaceAll(/\u001b\[[\d;]*m|\r/g, "").length).toBeLessThanOrEqual(60);
    }
    expect(screen.raw).toContain("\u001b[1m");
  });

  it("uses no colour and no escape sequence where NO_COLOR is set", async () => {
    const screen = start(["list", "--limit", "3"], { environment: { NO_COLOR: "1" } });
    expect(await screen.ended()).toBe(0);
    expect(screen.raw).not.toContain("\u001b");
  });

  it("writes plain ASCII on a dumb terminal", async () => {
    const screen = start(["list", "--limit", "40"], { environment: { TERM: "dumb" } });
    expect(await screen.ended()).toBe(0);
    expect(screen.raw).toMatch(/^[\x20-\x7e\r\n]*$/);
  });

  it("shows a long list through the pager, and prints it where there is none", async () => {
    const paged = start(["list", "--provider", "openai"], {
      rows: 10,
      environment: { PAGER: "sed 's/^/PAGED /'" },
    });
    expect(await paged.ended()).toBe(0);
    expect(paged.raw).toContain("PAGED ");
    const plain = start(["list", "--provider", "openai"], {
      rows: 10,
      environment: { PAGER: "no-such-pager-here" },
    });
    expect(await plain.ended()).toBe(0);
    expect(plain.raw).toContain("openai/gpt-4o");
    expect(plain.raw).not.toContain("PAGED ");
  });

  it("asks before it removes the cache, and no means no", async () => {
    const screen = start(["cache", "clear"]);
    await screen.shows("[y/N]");
    screen.type("n\r");
    expect(await screen.ended()).toBe(130);
    expect(screen.lines.join("\n")).toContain("nothing was removed");
  });

  it("removes the cache once the answer is yes", async () => {
    const screen = start(["cache", "clear"]);
    await screen.shows("[y/N]");
    screen.type("y\r");
    expect(await screen.ended()).toBe(0);
    expect(screen.lines.join("\n")).toContain("removed");
  });

  it("says what it waits for after half a second, and ends at once on Ctrl-C", async () => {
    const server = createServer(() => undefined);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const screen = start(["refresh-cache"], {
      environment: { MODELFORGE_OFFLINE: "", MODELFORGE_URL: `http://127.0.0.1:${port}` },
    });
    await screen.shows(/fetching http:\/\/127\.0\.0\.1:\d+: 0 B, \d/);
    screen.type("\u0003");
    expect(await screen.ended()).toBe(130);
    expect(screen.lines.join("\n")).toContain("cancelled");
    expect(screen.lines.join("\n")).not.toContain("fetching");
  });

  it("prints indented JSON for people", async () => {
    const screen = start(["providers", "info", "openai", "--json"], { rows: 60 });
    expect(await screen.ended()).toBe(0);
    expect(screen.raw).toContain('\n  "schema": "modelforge/v1"'.replace("\n", "\r\n"));
  });
});
