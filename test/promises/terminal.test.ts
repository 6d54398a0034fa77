import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createCommand, root } from "../cli/command.ts";
import { faults } from "../stand-in/answers.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { Screen, type ScreenOptions } from "../terminal/screen.ts";

const open: Screen[] = [];

function start(args: string[], environment: ScreenOptions["environment"] = {}): Screen {
  const screen = new Screen(args, {
    rows: 10,
    environment: { MODELFORGE_OFFLINE: "1", ...environment },
  });
  open.push(screen);
  return screen;
}

afterEach(async () => {
  for (const screen of open.splice(0)) await screen.close();
});

const hasLess = spawnSync("sh", ["-c", "command -v less"]).status === 0;
const long = ["list", "--provider", "openai"];
const marking = (word: string): string => `sed 's/^/${word} /'`;

describe("a long list on a terminal", () => {
  it("goes through MODELFORGE_PAGER before PAGER", async () => {
    const both = { PAGER: marking("SECOND"), MODELFORGE_PAGER: marking("FIRST") };
    const first = start(long, both);
    expect(await first.ended()).toBe(0);
    expect([first.raw.includes("FIRST "), first.raw.includes("SECOND ")]).toEqual([true, false]);
  });

  it.skipIf(!hasLess)("goes through less by default (skipped where there is none)", async () => {
    const less = start(long);
    await less.shows(/^:$|\(END\)|^lines /m);
    less.type("q");
    expect(await less.ended()).toBe(0);
  });

  it.each([
    [[...long, "--no-pager"], {}],
    [long, { MODELFORGE_PAGER: "cat" }],
  ])("is printed in one go by %j with %j", async (args, environment) => {
    const screen = start(args, { PAGER: marking("PAGED"), ...environment });
    expect(await screen.ended()).toBe(0);
    expect(screen.raw).not.toContain("PAGED ");
    expect(screen.raw).toContain("openai/gpt-4o");
  });
});

describe("a question on a terminal", () => {
  it.each([["--no-input"], ["--json"]])("is not asked with %s", async (flag) => {
    const screen = start(["cache", "clear", flag]);
    expect(await screen.ended()).toBe(2);
    // the line may be cut there
    expect(screen.raw).toMatch(/needs\s+a\s+yes/);
    expect(screen.raw).not.toContain("[y/N]");
  });
});

describe("in a pipe", () => {
  it("there is no pager and no question", () => {
    const { run } = createCommand({ MODELFORGE_OFFLINE: "1", PAGER: marking("PAGED") });
    expect(run(["list"]).stdout).not.toContain("PAGED ");
    const asked = run(["cache", "clear"]);
    expect([asked.code, asked.stderr.includes("[y/N]")]).toEqual([2, false]);
  });

  it("there is no progress, however long the source takes", async () => {
    const silent = await StandIn.start();
    silent.forever("/api.json", faults.noAnswer);
    const { ask } = createCommand({ MODELFORGE_URL: silent.url, MODELFORGE_TIMEOUT: "2s" });
    const ran = await ask(["refresh-cache"]);
    await silent.stop();
    expect([ran.code, ran.stdout]).toEqual([5, ""]);
    expect(ran.stderr).toMatch(/^error: .*\nhint: .*\n$/);
  });
});

describe("discover --plain", () => {
  it("prints the ref of the model it shows once Enter alone is typed", async () => {
    const catalog = join(root, "test/fixtures/docs-catalog.json");
    const screen = start(["discover", "--plain", "haiku"], { MODELFORGE_URL: catalog });
    await screen.shows("Words, number or quit: ");
    screen.type("1\r");
    await screen.shows("back or quit: ");
    screen.type("\r");
    expect(await screen.ended()).toBe(0);
    expect(screen.lines.findLast((line) => line !== "")).toBe("anthropic/claude-haiku-4-5");
  });
});
