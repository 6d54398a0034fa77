import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../cli/command.ts";

const place = mkdtempSync(join(tmpdir(), "modelforge-bundled-"));
afterAll(() => rmSync(place, { recursive: true }));

const program = `import { ModelsDevClient } from ${JSON.stringify(join(root, "dist/lib/index.mjs"))};
const client = new ModelsDevClient({ offline: true });
client.getModels({ limit: 1, sort: "ref" }).then(
  ([model]) => console.log(model.ref),
  ({ code, hint }) => console.log(code + ": " + hint),
);
`;

// as for a server or a function in a cloud: all of it in one file, somewhere else
describe.each([
  ["esm", "app.mjs"],
  ["cjs", "app.cjs"],
] as const)("a program bundled into one file (%s)", (format, name) => {
  const directory = join(place, format);
  const run = (): string =>
    execFileSync(process.execPath, [join(directory, name)], {
      encoding: "utf8",
      env: { HOME: directory, MODELFORGE_CACHE_DIR: join(directory, "cache") },
    });

  beforeAll(async () => {
    const input = join(place, "program.mjs");
    writeFileSync(input, program);
    const bundle = await rolldown({ input, platform: "node", logLevel: "silent" });
    await bundle.write({ dir: directory, format, entryFileNames: name, codeSplitting: false });
  });

  it("says what to copy where the snapshot is not beside it, and answers from it where it is", () => {
    expect(run()).toMatch(
      /^catalog\.unavailable: .*copy node_modules\/modelforge\/dist\/snapshot beside the script/,
    );
    cpSync(join(root, "dist/snapshot"), join(directory, "snapshot"), { recursive: true });
    expect(run()).toMatch(/^[^/\s]+\/\S+\n$/);
  });
});
