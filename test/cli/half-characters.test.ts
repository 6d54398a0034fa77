import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Command, createCommand } from "./command.ts";
import { answerOf } from "./envelope.ts";

// JSON.stringify would not write them so
const document = String.raw`{"acme":{"id":"acme","name":"Ac\udc00me","models":{
  "one":{"id":"one","name":"One\ud800","description":"\ud83d\ude00 \ud83d","limit":{"context":1000}},
  "two\ud800":{"id":"two\ud800","name":"first"},
  "two\ud801":{"id":"two\ud801","name":"second"}}}}`;

function withCatalog(): Command {
  const { home } = createCommand({});
  const catalog = join(home, "api.json");
  writeFileSync(catalog, document);
  return createCommand({ MODELFORGE_URL: catalog });
}

const { run, shell } = withCatalog();
const refs = ["acme/one", "acme/two\ufffd", "acme/two\ufffd\ufffd"];

describe("halves of characters in a catalog", () => {
  it("are U+FFFD in every format, which other programs read", () => {
    expect(run(["list", "-q", "--jq", ".result[].ref"]).stdout).toBe(`${refs.join("\n")}\n`);
    expect(shell("modelforge list -q --json | jq -r '.result[].ref'").stdout).toBe(
      `${refs.join("\n")}\n`,
    );
    for (const format of ["table", "json", "jsonl", "csv", "tsv", "yaml", "md"]) {
      const { code, stdout } = run(["list", "-q", "--format", format]);
      expect([format, code]).toEqual([format, 0]);
      expect(stdout).toContain("two\ufffd");
      expect(stdout).not.toMatch(/\\ud8/i);
    }
  });

  it("are in the record as it was received, and in that of its provider", () => {
    const { result } = answerOf<Record<string, object>>(run(["info", "acme/one", "--json"]));
    expect(result).toMatchObject({
      name: "One\ufffd",
      providerDetails: { name: "Ac\ufffdme" },
      wire: { name: "One\ufffd", description: "😀 \ufffd" },
    });
  });

  it("leave each row with an id of its own, by which it is found", () => {
    expect(run(["info", refs[1] as string, "-q", "--jq", ".result.name"]).stdout).toBe("first\n");
    expect(run(["info", refs[2] as string, "-q", "--jq", ".result.name"]).stdout).toBe("second\n");
  });
});
