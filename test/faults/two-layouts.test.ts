import { spawn } from "node:child_process";
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { preparedVersion } from "../../src/catalog/prepared/parts.ts";
import { headOf } from "../../src/modelsdev/disk/names.ts";
import { createCommand, ended, type Ran, root } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const switches = 20;
const raised = preparedVersion + 1;
const questions = [
  ["info", "openai/gpt-5"],
  ["list", "--status=all"],
  ["search", "gpt"],
  ["providers"],
];

let standIn: StandIn;

beforeAll(async () => {
  standIn = await StandIn.start();
});

afterAll(() => standIn.stop());

/** The package as it will be once the layout of a part has changed; gives what starts it. */
function laterPackage(home: string): string {
  const directory = join(home, "later");
  cpSync(join(root, "dist"), join(directory, "dist"), { recursive: true });
  cpSync(join(root, "package.json"), join(directory, "package.json"));
  for (const name of readdirSync(join(directory, "dist")).filter((one) => one.endsWith(".js"))) {
    const path = join(directory, "dist", name);
    const text = readFileSync(path, "utf8");
    writeFileSync(
      path,
      text
        .replaceAll(`}-${preparedVersion}\`}`, `}-${raised}\`}`)
        .replaceAll(`prepared:${preparedVersion},files`, `prepared:${raised},files`),
    );
  }
  return join(directory, "dist", "bin.js");
}

/** The numbers of the directories that were prepared: another preparation is another directory. */
function preparedIn(source: string): Record<string, number> {
  const names = readdirSync(join(source, "prepared")).sort();
  return Object.fromEntries(
    names.map((name) => [name, statSync(join(source, "prepared", name)).ino]),
  );
}

describe("two versions whose layouts differ, in turn on one cache", () => {
  it(`prepare each catalog once each, in ${switches} switches, and find nothing damaged`, async () => {
    // a start that takes kept code has the scripts of one version only
    const command = createCommand({
      MODELFORGE_URL: standIn.url,
      MODELFORGE_FEATURE_CODE_CACHE: "0",
    });
    const later = laterPackage(command.home);
    const ask = (isLater: boolean, args: readonly string[]): Promise<Ran> =>
      isLater
        ? ended(spawn(process.execPath, [later, ...args], { env: command.env }))
        : command.ask(args);
    for (const edition of [1, 2]) {
      standIn.serve("/api.json", smallCatalog(edition));
      expect((await command.ask(["refresh-cache"])).stderr).toBe("");
      const source = (await command.ask(["cache", "path", "--source"])).stdout.trim();
      const right = await Promise.all(
        questions.map(async (args) => answerOf(await command.ask([...args, "--json"])).result),
      );
      const { digest } = answerOf(await command.ask(["list", "--json"])).catalog;
      const head = headOf(digest.slice("sha256:".length));
      let made: Record<string, number> | undefined;
      standIn.requests.length = 0;
      for (let at = 1; at <= switches; at += 1) {
        for (const [which, args] of questions.entries()) {
          const ran = await ask(at % 2 === 1, [...args, "--json"]);
          const { result, warnings } = answerOf(ran);
          expect([at, args, result, warnings, ran.stderr]).toEqual([
            at,
            args,
            right[which],
            [],
            "",
          ]);
        }
        made ??= preparedIn(source);
        expect([at, preparedIn(source)]).toEqual([at, made]);
        expect(Object.keys(made)).toEqual(
          expect.arrayContaining([`${head}-${preparedVersion}`, `${head}-${raised}`]),
        );
      }
      expect(standIn.requests).toEqual([]);
      for (const isLater of [true, false]) {
        for (const args of [["cache", "verify"], ["refresh-cache"], ["cache", "prune"]]) {
          const ran = await ask(isLater, args);
          expect([isLater, args, ran.code, ran.stderr]).toEqual([isLater, args, 0, ""]);
        }
      }
      expect(preparedIn(source)).toEqual(made);
      expect(readdirSync(source)).not.toContain("quarantine");
    }
  });
});
