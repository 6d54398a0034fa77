import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { failures } from "../../src/failure.ts";
import { variables } from "../../src/system/variables.ts";
import { allPages, fencesOf, handwrittenPages, proseOf, readPage, root } from "./markdown.ts";

const variablePattern = /\bMODELFORGE_[A-Z][A-Z_]*[A-Z]\b/g;

/** `MODELFORGE_<PROVIDER>_API_KEY` stands for one variable of each provider. */
const documented = variables.map(
  ({ name }) => new RegExp(`^${name.replaceAll(/<\w+>/g, "[A-Z0-9_]+")}$`),
);

/** Read by the build, the benchmark and the tests alone. */
const ofThisRepository = [
  "MODELFORGE_SNAPSHOT_FROM",
  "MODELFORGE_ALLOW_OLD_SNAPSHOT",
  "MODELFORGE_TEST_CATALOG",
  "MODELFORGE_TEST_TRIALS",
  "MODELFORGE_TEST_EVERY",
  "MODELFORGE_TEST_NODES",
  "MODELFORGE_TEST_INPUTS",
  "MODELFORGE_BENCH_CATALOG",
  "MODELFORGE_TEST_NO_TOOL_SKIPS",
];

function undocumented(text: string): string[] {
  const named = new Set(text.match(variablePattern) ?? []);
  return [...named].filter((name) => !documented.some((pattern) => pattern.test(name)));
}

describe("the reference", () => {
  it("is what the code makes of it now", () => {
    execFileSync(process.execPath, ["build/generate-reference.mjs", "--check"], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
  });

  it("has every environment variable that the code names", () => {
    const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
    const missing = sources
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .filter((name) => !name.startsWith("testing"))
      .flatMap((name) => undocumented(readFileSync(join(root, "src", name), "utf8")));
    expect(missing).toEqual([]);
  });
});

describe("the pages", () => {
  it.each(handwrittenPages())("%s names no environment variable that does not exist", (page) => {
    const unknown = undocumented(readPage(page)).filter((name) => !ofThisRepository.includes(name));
    expect(unknown).toEqual([]);
  });

  it.each(handwrittenPages())("%s names no flag of ModelForge that does not exist", (page) => {
    const reference = readPage("docs/reference/commands.md");
    const unknown = commandsIn(readPage(page))
      .flatMap((command) => command.match(/(?<= )--[a-z][a-z-]*/g) ?? [])
      .filter((flag) => !new RegExp(`${flag}(?![a-z-])`).test(reference));
    expect(unknown).toEqual([]);
  });

  it("explain every failure that a user can meet in the troubleshooting guide", () => {
    const guide = readPage("docs/guide/troubleshooting.md");
    const unexplained = Object.keys(failures)
      .filter((code) => !guide.includes(`\`${code}\``))
      .filter((code) => !isExplainedByExitCode(code));
    expect(unexplained).toEqual([]);
  });

  it.each(allPages())("%s links only to files and headings that exist", (page) => {
    const broken = linksOf(readPage(page)).filter((link) => !leadsSomewhere(page, link));
    expect(broken).toEqual([]);
  });

  it.each(handwrittenPages())("%s names only files of src and docs that exist", (page) => {
    const named = proseOf(readPage(page)).match(/(?<=`)(src|scripts|docs|schema)\/[\w./-]*(?=`)/g);
    expect((named ?? []).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

/** Command lines of ModelForge in blocks and in the prose. */
function commandsIn(text: string): string[] {
  const spans = text.match(/`modelforge [^`\n]*`/g) ?? [];
  const lines = fencesOf(text).flatMap((fence) => fence.lines);
  // a command that is meant to fail may name what does not exist
  const commands = lines.filter((line) => /^(\$ .*)?modelforge /.test(line));
  return [...spans, ...commands.filter((line) => !/# exit \d+$/.test(line))];
}

/** Shown with its message, or the same as its exit code. */
function isExplainedByExitCode(code: string): boolean {
  return code.startsWith("usage.") || code === "internal.bug" || code === "cancelled";
}

function linksOf(text: string): string[] {
  const links = proseOf(text).matchAll(/\]\(([^)\s]+)\)/g);
  return [...links].map((match) => match[1] ?? "").filter((link) => !/^[a-z]+:/.test(link));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = "", heading] = link.split("#");
  const target = path === "" ? page : join(dirname(page), path);
  if (!existsSync(join(root, target))) return false;
  return heading === undefined || headingsOf(readPage(target)).includes(heading);
}

/** As GitHub makes them: `The cache, and more` → `the-cache-and-more`. */
function headingsOf(text: string): string[] {
  const headings = proseOf(text).matchAll(/^#+ (.+)$/gm);
  return [...headings].map((match) =>
    (match[1] ?? "")
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, "")
      .replaceAll(/\s/g, "-"),
  );
}
