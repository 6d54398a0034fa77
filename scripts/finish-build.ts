import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { digestOf } from "../src/modelsdev/body.ts";
import { readBody } from "../src/modelsdev/read-body.ts";
import { type SnapshotAbout, snapshotFiles } from "../src/modelsdev/snapshot/snapshot.ts";
import { defaultSource } from "../src/modelsdev/source.ts";
import { commandTable } from "../src/surfaces/cli/command-table.ts";
import { describeCommands } from "../src/surfaces/cli/completion/describe.ts";
import { completionTableFile } from "../src/surfaces/cli/completion/table.ts";
import { createSystem } from "../src/system/real/system.ts";
import { renderRootHelp } from "../src/surfaces/cli/root-help.ts";
import { renderManPage } from "./man-page/man-page.ts";
import { readModules } from "./notices/bundled-modules.ts";
import { noticesFor } from "./notices/notices.ts";
import { ageInWords, refusalOf } from "./snapshot/release.ts";
import { type Taken, takeSnapshot } from "./snapshot/take.ts";

/** The last step of the build: what the package holds besides scripts, the snapshot above all. */

const system = createSystem();
const { MODELFORGE_SNAPSHOT_FROM: wanted, MODELFORGE_ALLOW_OLD_SNAPSHOT: allowed } = process.env;
const taken = await take();
await finish(taken);
// what was built works all the same; only its publishing ends here
const refusal =
  process.argv.includes("--release") && allowed !== "1"
    ? refusalOf(taken.takenAt, Date.now())
    : undefined;
if (refusal !== undefined) {
  console.error(refusal);
  process.exitCode = 1;
}

async function take(): Promise<Taken> {
  try {
    return await takeSnapshot(system, wanted);
  } finally {
    await system.http.close();
  }
}

async function finish(snapshot: Taken): Promise<void> {
  writeSnapshot(snapshot);
  writeFileSync(
    join("dist", completionTableFile),
    JSON.stringify(await describeCommands(commandTable)),
  );
  // what bin.js answers without loading a script
  writeFileSync("dist/help.txt", renderRootHelp());
  writeFileSync(
    "dist/modelforge.1",
    await renderManPage(commandTable, system.installation.version),
  );
  const modules = [...readModules(), ...snapshot.modules];
  writeFileSync("dist/THIRD-PARTY-NOTICES.md", noticesFor(modules));
  // the command's scripts are CommonJS in a package of ESM
  writeFileSync("dist/package.json", '{ "type": "commonjs" }\n');
}

function writeSnapshot({ catalog, facts, source, takenAt, instead }: Taken): void {
  const { providers, models } = readBody({ catalog, facts });
  const directory = "dist/snapshot";
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const about: SnapshotAbout = {
    source,
    standsFor: defaultSource,
    takenAt,
    digest: `sha256:${digestOf({ catalog, facts }, system.codec)}`,
  };
  writeFileSync(join(directory, snapshotFiles.about), `${JSON.stringify(about, null, 2)}\n`);
  writeFileSync(join(directory, snapshotFiles.catalog), compress(catalog));
  if (facts !== undefined) writeFileSync(join(directory, snapshotFiles.facts), compress(facts));
  const what = `${models.length} models of ${providers.length} providers from ${source}`;
  const why = instead === undefined ? "" : `; ${instead}`;
  console.error(`snapshot: ${what}, ${ageInWords(takenAt, Date.now())}${why}`);
}

function compress(bytes: Uint8Array): Uint8Array {
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}
