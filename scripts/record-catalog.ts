import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shapesOf, type WireDocument, wireRowsOf } from "../src/testing/catalog-shapes.ts";
import { chooseRows, trimmed } from "./recording/choose-rows.ts";
import { lessened, unread } from "./recording/changed-rows.ts";

/** `node build/record-catalog.mjs <api.json>` trims a day's catalog to the one the tests use. */

const fixture = "test/fixtures/recorded-catalog";
const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error("usage: node build/record-catalog.mjs <api.json>");
  process.exitCode = 2;
} else record(path);

function record(from: string): void {
  const whole = JSON.parse(readFileSync(from, "utf8")) as WireDocument;
  for (const { model } of wireRowsOf(whole)) for (const field of unread) delete model[field];
  for (const [provider, id, field] of lessened) delete whole[provider]?.models[id]?.[field];
  const document = trimmed(whole, chooseRows(whole));
  writeFileSync(join(fixture, "api.json"), linesOf(document));
  const shapes = [...shapesOf(whole).keys()].sort();
  writeFileSync(join(fixture, "shapes.json"), `${JSON.stringify(shapes, null, 1)}\n`);
  const rows = wireRowsOf(document).length;
  console.log(
    `${fixture}: ${rows} rows of ${Object.keys(document).length} providers, ${shapes.length} shapes`,
  );
}

/** A row a line, in the order of refs: what another day changes is seen row by row. */
function linesOf(document: WireDocument): string {
  const sorted = <Value>(record: Record<string, Value>): [string, Value][] =>
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  const providers = sorted(document).map(([provider, { models, ...rest }]) => {
    const rows = sorted(models).map(
      ([id, model]) => `${JSON.stringify(id)}:${JSON.stringify(model)}`,
    );
    const head = JSON.stringify(rest).slice(0, -1);
    return `${JSON.stringify(provider)}:${head},"models":{\n${rows.join(",\n")}\n}}`;
  });
  return `{\n${providers.join(",\n")}\n}\n`;
}
