import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { bin, createCommand } from "../cli/command.ts";
import { smallCatalog, wireModel, wireProvider } from "../stand-in/catalogs.ts";
import { Screen } from "./screen.ts";

const command = createCommand({ MODELFORGE_OFFLINE: "1" });
const places = join(command.home, "bin");
const catalog = join(command.home, "catalog.json");
const environment = {
  ...command.env,
  PATH: `${places}:${command.env.PATH}`,
  MODELFORGE_URL: catalog,
  PS1: "READY> ",
};
const trap = join(command.home, "sprung");
const open: Screen[] = [];

beforeAll(() => {
  const ids = ["titan:v1:0", "claude@20250929", `$(touch ${trap})`, `\`touch ${trap}\``];
  const odd = ids.map((id) => wireModel(id));
  const wire = { ...smallCatalog(), bedrock: wireProvider("bedrock", odd) };
  writeFileSync(catalog, JSON.stringify(wire));
  mkdirSync(places);
  symlinkSync(bin, join(places, "modelforge"));
  // the second works out the names that the first left
  for (const _ of [1, 2]) expect(command.run(["list"], environment).code).toBe(0);
});

afterEach(async () => {
  for (const screen of open.splice(0)) await screen.close();
});

interface Shell {
  name: string;
  program: [string, ...string[]];
  /** Typed first. */
  install: string;
}

const shells: Shell[] = [
  {
    name: "bash",
    program: ["bash", "--noprofile", "--norc", "-i"],
    install: `eval "$(modelforge completion bash)"`,
  },
  {
    name: "zsh",
    program: ["zsh", "-f", "-i"],
    install: `eval "$(modelforge completion zsh)"`,
  },
  {
    name: "fish",
    program: ["fish", "--no-config", "-i"],
    install: "function fish_prompt; printf 'READY> '; end; modelforge completion fish | source",
  },
];

/** What is typed before Tab, and what the line is to be then. */
const completions: [what: string, typed: string, line: string][] = [
  ["a command", "refr", "refresh-cache "],
  ["the second word of a command", "cache ver", "cache verify "],
  ["a flag", "list --max-pri", "list --max-price "],
  ["a known word", "list --capability structured", "list --capability structured-output "],
  ["a known word behind =", "list --sort=knowl", "list --sort=knowledge "],
  ["a provider", "list --provider opena", "list --provider openai "],
  ["one provider more", "list --provider openai,bed", "list --provider openai,bedrock "],
  ["a provider of a ref, without a blank", "info bedr", "info bedrock/"],
  ["a ref", "info openai/gp", "info openai/gpt-5 "],
  ["a ref that holds a colon", "info bedrock/titan:v", "info bedrock/titan:v1:0 "],
  ["a ref that holds an @", "info bedrock/claude@2", "info bedrock/claude@20250929 "],
  ["a ref within quotes", 'info "bedrock/titan:v', 'info "bedrock/titan:v1:0" '],
  [
    "an id of a provider",
    "info --provider bedrock --model ti",
    "info --provider bedrock --model titan:v1:0 ",
  ],
];

for (const { name, program, install } of shells) {
  const isThere = spawnSync(name, ["-c", "true"]).status === 0;
  const reason = isThere ? "" : ` (skipped: there is no ${name} here)`;

  describe.skipIf(!isThere)(`in ${name}, Tab completes${reason}`, () => {
    async function start(): Promise<Screen> {
      const screen = new Screen([], { program, environment, columns: 120 });
      open.push(screen);
      screen.type(`${install}; echo "in""stalled"\r`);
      await screen.shows(/installed\s+READY>/);
      return screen;
    }

    it.each(completions)("%s: %s", async (_, typed, line) => {
      const screen = await start();
      screen.type(`modelforge ${typed}\tEND`);
      await screen.shows(`READY> modelforge ${line}END`);
    });

    it("the name of a file where a path is asked for", async () => {
      const screen = await start();
      screen.type(`modelforge cost --prompt-file ${command.home}/catal\tEND`);
      await screen.shows(`--prompt-file ${catalog} END`);
    });

    it("what is to choose from, as a list", async () => {
      const screen = await start();
      screen.type("modelforge cache \t\t");
      await screen.shows("verify");
    });

    it("without running anything that was typed or that stands in a catalog", async () => {
      const screen = await start();
      screen.type(`modelforge compare $(touch ${trap}) bedrock/\t\t`);
      await screen.shows("titan:v1:0");
      expect(existsSync(trap)).toBe(false);
    });
  });
}
