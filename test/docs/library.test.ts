import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createExampleHome, type ExampleHome } from "./example-home.ts";
import { type Fence, fencesOf, pagesBelow, readPage, root } from "./markdown.ts";

interface Program {
  page: string;
  line: number;
  language: "ts" | "js";
  source: string;
  /** What the page says it prints; undefined where it does not say. */
  prints: string | undefined;
}

/** Blocks tagged `ts run` or `js run`; a `text` block right below one is its output. */
function programsOf(page: string): Program[] {
  const fences = fencesOf(readPage(page));
  return fences.flatMap(({ info, lines, line }, at): Program[] => {
    if (info !== "ts run" && info !== "js run") return [];
    const language = info === "ts run" ? "ts" : "js";
    const prints = outputBelow(fences[at + 1], line + lines.length);
    return [{ page, line, language, source: `${lines.join("\n")}\n`, prints }];
  });
}

function outputBelow(next: Fence | undefined, end: number): string | undefined {
  // the closing fence, a blank line, the opening fence
  const isBelow = next?.info === "text" && next.line === end + 3;
  return isBelow ? `${next.lines.join("\n")}\n` : undefined;
}

const programs = ["README.md", ...pagesBelow("docs/guide")].flatMap(programsOf);
const nameOf = ({ page, line, language }: Program): string =>
  `${page.replaceAll(/\W+/g, "-")}-${line}.${language === "ts" ? "mts" : "cjs"}`;

describe.skipIf(process.platform === "win32")("the library's examples", () => {
  let machine: ExampleHome;
  let project: string;

  beforeAll(async () => {
    machine = await createExampleHome();
    project = join(machine.home, "project");
    mkdirSync(join(project, "node_modules"));
    symlinkSync(root, join(project, "node_modules", "modelforge"), "dir");
    for (const program of programs) writeFileSync(join(project, nameOf(program)), program.source);
  });
  afterAll(() => machine.close());

  it("are found in the README and in the library's guide", () => {
    const pages = new Set(programs.map(({ page }) => page));
    expect([...pages]).toEqual(["README.md", "docs/guide/library.md"]);
  });

  it("compile in a strict project that uses the package's own types", () => {
    const files = programs.filter(({ language }) => language === "ts").map(nameOf);
    const compiled = ts.createProgram(
      files.map((name) => join(project, name)),
      {
        strict: true,
        noEmit: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
        module: ts.ModuleKind.NodeNext,
        moduleResolution: ts.ModuleResolutionKind.NodeNext,
        target: ts.ScriptTarget.ES2023,
        types: ["node"],
        typeRoots: [join(root, "node_modules/@types")],
      },
    );
    const problems = ts
      .getPreEmitDiagnostics(compiled)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    expect(problems).toEqual([]);
  });

  it.each(programs)("run as shown at line $line of $page", async (program) => {
    const module = ts.transpileModule(program.source, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
    });
    const name = program.language === "js" ? nameOf(program) : `line-${program.line}.mjs`;
    if (program.language === "ts") writeFileSync(join(project, name), module.outputText);
    const { output, exitCode } = await machine.run(`"${process.execPath}" ${name}`);
    expect(exitCode, output).toBe(0);
    if (program.prints !== undefined) expect(machine.tell(output)).toBe(program.prints);
  });
});
