import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { escapeRoff, prose } from "../../scripts/man-page/roff.ts";
import { failures } from "../../src/failure.ts";
import { commandTable } from "../../src/surfaces/cli/command-table.ts";
import { buildCommand } from "../../src/surfaces/cli/parse.ts";
import { variables } from "../../src/system/variables.ts";
import { root } from "./markdown.ts";

const path = join(root, "dist", "modelforge.1");
const page = readFileSync(path, "utf8");
const canFormat = spawnSync("groff", ["--version"]).status === 0;
const reason = canFormat ? "" : " (skipped: there is no groff here)";

describe("roff", () => {
  it("takes text for text", () => {
    expect(escapeRoff(String.raw`a\b --flag`)).toBe(String.raw`a\eb \-\-flag`);
    expect(escapeRoff(".SH\n'quote\nplain")).toBe("\\&.SH\n\\&'quote\nplain");
    expect(escapeRoff("– é")).toBe("\\[u2013] \\[u00E9]");
  });

  it("has bold for what stands in backquotes", () => {
    expect(prose("use `--json` here")).toBe("use \\fB\\-\\-json\\fR here");
  });
});

describe("the manual page", () => {
  it("has all its sections in the usual order", () => {
    const titles = [...page.matchAll(/^\.SH "(.+)"$/gm)].map(([, title]) => title);
    expect(titles).toEqual([
      "NAME",
      "SYNOPSIS",
      "DESCRIPTION",
      "COMMANDS",
      "FILTERS",
      "USAGE",
      "FLAGS OF EVERY COMMAND",
      "ENVIRONMENT",
      "EXIT STATUS",
      "FILES",
      "EXAMPLES",
      "SEE ALSO",
    ]);
  });

  it("names every command and every flag", async () => {
    for (const entry of commandTable) {
      expect(page).toContain(`.SS "modelforge ${escapeRoff(entry.path)} `);
      const command = buildCommand(entry, await entry.load(), undefined);
      for (const { flags } of command.options) {
        expect(page).toContain(`\\fB${escapeRoff(flags)}\\fR`);
      }
    }
  });

  it("names every variable and every exit code", () => {
    for (const { name } of variables) expect(page).toContain(`\\fB${escapeRoff(name)}\\fR`);
    for (const { exit } of Object.values(failures)) expect(page).toContain(`\n\\fB${exit}\\fR\n`);
  });

  it("is where the package says", () => {
    const { man } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { man: string };
    expect(join(root, man)).toBe(path);
  });

  it.skipIf(!canFormat)(`is formatted without a warning${reason}`, () => {
    const { status, stdout, stderr } = spawnSync("groff", ["-man", "-ww", "-Tutf8", path], {
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("modelforge");
  });
});
