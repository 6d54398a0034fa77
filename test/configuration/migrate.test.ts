import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { Screen } from "../terminal/screen.ts";
import {
  accessToken,
  asPython,
  copy,
  movedConfig,
  openaiKey,
  plainKey,
  pythonConfig,
  pythonHome,
  refreshToken,
  usual,
} from "./python-home.ts";

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

interface Moved {
  changes: { file: string; diff: string }[];
  notes: string[];
}

const migrate = ["config", "migrate"];
const whole = asPython(pythonConfig);

describe("config migrate", () => {
  it("takes over models, names, addresses and the model in use, and says what it does not", () => {
    const { command, at, said, text } = pythonHome({ [usual]: whole });
    const { result } = answerOf<Moved>(command.run([...migrate, "--yes", "--json"]));
    expect(said()).toEqual({ $schema: expect.any(String), version: 1, ...movedConfig });
    expect(result.changes.map(({ file }) => file)).toEqual([at(usual), at(copy)]);
    expect(result.notes).toEqual(
      expect.arrayContaining([
        "github_copilot is called github-copilot here",
        "two models are called fast: openai/gpt-5-mini keeps the name, and github-copilot/gpt-5 is github-copilot-fast",
        "the alias Best is written best",
        `not taken over, and left in ${at(copy)}: providers.github_copilot.auth_details, providers.house.models.Best.temperature, settings.show_telemetry`,
        "the key of house goes to https://gateway.example after modelforge auth trust house https://gateway.example",
        "the access token of github-copilot is over since 2026-01-01T00:00:00.000Z: modelforge auth login github-copilot",
      ]),
    );
    // what it said is all in the copy, but for the secrets
    const struck = JSON.parse(text(copy)) as typeof pythonConfig;
    expect(struck.settings).toEqual(pythonConfig.settings);
    expect(struck.providers.openai.auth_data.api_key).toBe("***");
    expect(struck.providers.github_copilot.auth_data.expires_in).toBe(28800);
    expect(command.run(["config", "validate"]).code).toBe(0);
    expect(command.run(["config", "get", "current"]).stdout).toBe("github-copilot/gpt-5\n");
  });

  it("keeps every secret in the store, the one that requests are made with as the one that counts", () => {
    const { command, kept } = pythonHome({ [usual]: whole });
    expect(command.run([...migrate, "--yes"]).code).toBe(0);
    expect(kept().toSorted()).toEqual([
      `github-copilot/default* ${accessToken}`,
      `github-copilot/refresh-token ${refreshToken}`,
      `house/default* ${plainKey}`,
      `openai/default* ${openaiKey}`,
    ]);
  });

  it("changes nothing the second time, and says so", () => {
    const home = pythonHome({ [usual]: whole, ".config/model-forge/models.json": whole });
    expect(home.command.run([...migrate, "--yes"]).code).toBe(0);
    const contents = (): string[][] =>
      home
        .files()
        // neither what is compiled nor what is noted of catalogs
        .filter((file) => /\/\.(?:config|local\/share)\//.test(file))
        .map((file) => [file, readFileSync(file, "latin1")]);
    const before = contents();
    for (const more of [[], ["--yes"], ["--from", home.at(".config/model-forge/models.json")]]) {
      const again = home.command.run([...migrate, ...more]);
      expect([again.code, again.stdout]).toEqual([0, ""]);
      expect(again.stderr).toContain("nothing of the Python ModelForge is left to move");
      expect(contents()).toEqual(before);
    }
  });

  it("is named once by other commands, in the place of every name that is no setting", () => {
    const { command, at } = pythonHome({ [usual]: whole });
    const { stderr } = command.run(["config", "show"]);
    expect(stderr).toBe(
      `note: ${at(usual)} is the Python ModelForge's; modelforge config migrate takes it over\n`,
    );
  });

  it("says with --dry-run what it would do, and without a terminal it needs a yes", () => {
    const { command, at, text, store } = pythonHome({ [usual]: whole });
    const dry = command.run([...migrate, "--dry-run"]);
    expect(dry.code).toBe(0);
    expect(dry.stdout).toContain('+  "current": "github-copilot/gpt-5"');
    expect(dry.stderr).toContain("the api_key of openai ending in 0001 goes to the store");
    const refused = command.run([...migrate, "--json"]);
    const { code, message, hint, details } = errorOf(refused);
    expect([refused.code, refused.stdout, code]).toEqual([2, "", "usage.confirmation-needed"]);
    expect(message).toContain(`it changes ${at(usual)}, ${at(copy)}; the api_key of openai`);
    expect(hint).toContain("--yes");
    expect((details as unknown as Moved).changes).toHaveLength(2);
    expect([text(usual), existsSync(at(copy)), existsSync(store)]).toEqual([whole, false, false]);
  });

  it("shows on a terminal what it would do, and does it after a yes alone", async () => {
    const { command, text, said } = pythonHome({ [usual]: whole });
    for (const answer of ["n", "y"]) {
      const screen = new Screen(migrate, { environment: command.env, rows: 120 });
      open.push(() => screen.close());
      await screen.shows("Move it? [y/N]");
      expect(text(usual)).toBe(whole);
      screen.type(`${answer}\r`);
      expect(await screen.ended()).toBe(answer === "y" ? 0 : 130);
    }
    expect(said().current).toBe("github-copilot/gpt-5");
  });

  it("is one change that can be taken back, but for the secrets, and made again", () => {
    const { command, said, text, kept, at } = pythonHome({ [usual]: whole });
    expect(command.run([...migrate, "--yes"]).code).toBe(0);
    const history = answerOf<{ command: string }[]>(command.run(["config", "history", "--json"]));
    expect(history.result.map((one) => one.command)).toEqual(["config migrate"]);
    expect(command.run(["config", "rollback"]).code).toBe(0);
    expect(text(usual)).toBe(text(copy));
    expect(command.run([...migrate, "--yes"]).code).toBe(0);
    expect(said()).toMatchObject(movedConfig);
    expect([kept().length, existsSync(at(".config/model-forge/config.python-2.json"))]).toEqual([
      4,
      false,
    ]);
  });
});

describe("the places of the Python ModelForge", () => {
  it.each([
    ".config/model-forge/models.json",
    ".config/modelforge/models.json",
    ".model-forge/config.json",
  ])("%s is taken over, and its secrets are struck out where they stand", (place) => {
    // as somebody wrote it by hand
    const lines = `// mine, with ${openaiKey}\n${whole.replace('"settings"', '/* the rest */ "settings"')}\n`;
    const { command, said, text, kept, at } = pythonHome({ [place]: `\ufeff${lines}` });
    const ran = answerOf<Moved>(command.run([...migrate, "--yes", "--json"]));
    expect(ran.result.changes.map(({ file }) => file)).toEqual([at(usual), at(place)]);
    expect(said()).toMatchObject(movedConfig);
    const struck = [openaiKey, accessToken, refreshToken, plainKey].reduce(
      (now, secret) => now.replaceAll(secret, "***"),
      `\ufeff${lines}`,
    );
    expect(text(place)).toBe(struck);
    expect(kept()).toHaveLength(4);
  });

  it("a file with --from is taken over from wherever it lies, into ours as it is", () => {
    const ours = '{\n  // my own\n  "current": "openai/gpt-5",\n}\n';
    const { command, text, at } = pythonHome({ [usual]: ours, "old/some.json": whole });
    const words = [...migrate, "--from", at("old/some.json"), "--yes", "--json"];
    const { result } = answerOf<Moved>(command.run(words));
    expect(text(usual)).toContain("// my own");
    expect(text(usual)).toContain('"github-copilot-fast"');
    expect(result.notes).toContain("current stays openai/gpt-5, and is not github-copilot/gpt-5");
    expect(text("old/some.json")).not.toContain("planted");
    expect(command.run(["config", "rollback"]).code).toBe(0);
    expect(text(usual)).toBe(ours);
  });

  it("what a project has of it stays the project's, but for the secrets", () => {
    const project = "work/.model-forge/config.json";
    const { command, text, kept, at } = pythonHome({ [project]: whole });
    mkdirSync(at("work/.git"));
    const ran = command.shellIn(at("work"), "modelforge config migrate --yes");
    expect([ran.code, existsSync(at(usual))]).toEqual([0, false]);
    expect(JSON.parse(text(project))).toMatchObject(movedConfig);
    expect(text("work/.model-forge/config.python.json")).not.toContain("planted");
    expect(kept()).toHaveLength(4);
  });

  it("a link among dotfiles stays one", () => {
    const { command, at, text } = pythonHome({ "dotfiles/forge.json": whole, "x/y": "" });
    mkdirSync(at(".config/model-forge"), { recursive: true });
    symlinkSync(at("dotfiles/forge.json"), at(usual));
    expect(command.run([...migrate, "--yes"]).code).toBe(0);
    expect(JSON.parse(text("dotfiles/forge.json"))).toMatchObject(movedConfig);
    expect(text("dotfiles/forge.python.json")).toContain("***");
    expect(text(usual)).toBe(text("dotfiles/forge.json"));
  });

  it("what others could have written is not taken over", () => {
    const project = "work/.model-forge/config.json";
    const { command, at, text } = pythonHome({ [project]: whole, [usual]: whole });
    mkdirSync(at("work/.git"));
    chmodSync(at(project), 0o666);
    const ran = command.shellIn(at("work"), "modelforge config migrate --yes");
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain(`${at(project)} is left as it is: others may write it`);
    expect(text(project)).toBe(whole);
    for (const words of [`--from ${at(project)}`, "--project"]) {
      const refused = command.shellIn(at("work"), `modelforge config migrate --yes ${words}`);
      expect([refused.code, refused.stdout]).toEqual([7, ""]);
      expect(refused.stderr).toContain("others may write it");
    }
  });
});

describe("what is there already", () => {
  it("keeps its place in the store: another key gets a name of its own", () => {
    const { command, kept } = pythonHome({ [usual]: whole });
    const login = ["auth", "login", "openai", "--api-key", "sk-mine-0123456789"];
    expect(command.run(login).code).toBe(0);
    expect(command.run([...migrate, "--yes"]).code).toBe(0);
    expect(kept()).toEqual(
      expect.arrayContaining([
        "openai/default* sk-mine-0123456789",
        `openai/migrated ${openaiKey}`,
      ]),
    );
  });

  it("is sealed with its passphrase where the store is, and nothing is done without it", () => {
    const { command, at, text, store } = pythonHome({
      [usual]: whole,
      passphrase: "open sesame\n",
    });
    const opened = { MODELFORGE_PASSPHRASE_FILE: at("passphrase") };
    const login = ["auth", "login", "groq", "--api-key", "gsk_0123456789abcdef01"];
    expect(command.run(login, opened).code).toBe(0);
    const locked = command.run([...migrate, "--yes"]);
    expect([locked.code, text(usual)]).toEqual([4, whole]);
    expect(command.run([...migrate, "--yes"], opened).code).toBe(0);
    expect(readFileSync(store, "utf8")).not.toContain("planted");
    const token = command.run(["auth", "token", "openai"], opened);
    expect(token.stdout.trim()).toBe(openaiKey);
  });

  it("goes on where both stand in one file, and a copy of another name beside another's", () => {
    const mixed = {
      ...pythonConfig,
      aliases: { fast: { model: "openai/gpt-5" } },
      catalog: { ttl: "6h" },
    };
    const { command, said, text } = pythonHome({ [usual]: asPython(mixed), [copy]: "mine" });
    expect(command.run([...migrate, "--yes"]).code).toBe(0);
    expect(said()).toMatchObject({
      catalog: { ttl: "6h" },
      aliases: {
        fast: { model: "openai/gpt-5" },
        "openai-fast": { model: "openai/gpt-5-mini" },
        "github-copilot-fast": { model: "github-copilot/gpt-5" },
      },
    });
    expect(text(copy)).toBe("mine");
    expect(text(".config/model-forge/config.python-2.json")).toContain("***");
  });
});
