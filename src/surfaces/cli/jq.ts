import { raw } from "jq-wasm";
import { ModelForgeError } from "../../failure.ts";
import { type Drawn, drawn, drawnJson, drawnLines, joined } from "./render/drawn.ts";

// stands behind what the filter gives where it came to its end
const end = JSON.stringify("modelforge: no more");

/**
 * What a jq filter gives of a JSON document, a value a line; text stands there as it is, without quotes.
 *
 * Throws `usage.bad-value` with jq's own words: it is no filter, or fails on this document.
 */
export async function filtered(document: string, filter: string): Promise<Drawn> {
  const lines = (
    await raw(document, `(${filter}\n), ${end}`, ["-c"])
      // what it gave before it failed keeps jq from saying why, and what stands around it changes jq's words
      .catch(() => raw(document, filter, ["-c"]))
      .catch((error: unknown) => {
        throw refused(filter, error);
      })
  ).split("\n");
  if (lines.at(-1) !== end) {
    await raw(document, `[${filter}\n] | empty`).catch((error: unknown) => {
      throw refused(filter, error);
    });
  }
  const values = lines.filter((line) => line !== "" && line !== end);
  return joined(values.map((line) => drawn`${show(JSON.parse(line))}\n`));
}

function refused(filter: string, error: unknown): ModelForgeError {
  const [said = ""] = (error as Error).message.split("\n");
  return new ModelForgeError("usage.bad-value", {
    message: `--jq ${filter}: ${said.replace(/^jq: (?:error: )?/, "")}`,
    hint: "--json prints the document it is given, with the answer in .result",
    details: { flag: "--jq", given: filter },
  });
}

/** A tab is what `@tsv` puts between cells. */
function show(value: unknown): Drawn {
  if (typeof value !== "string") return drawnJson(value);
  return joined(value.split("\t").map(drawnLines), drawn`\t`);
}
