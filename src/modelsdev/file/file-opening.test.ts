import { describe, expect, it } from "vitest";
import { createFakeSystem } from "../../testing/fake-system.ts";
import { rejectionOf } from "../../testing/failures.ts";
import { CatalogAccess } from "../client.ts";
import { readSettings } from "../settings.ts";

const failureOfSource = (source: string, ...there: string[]) => {
  const machine = createFakeSystem({ variables: { MODELFORGE_URL: source } });
  for (const path of there) machine.files.put(path, "{}");
  const access = new CatalogAccess(machine, readSettings(machine.environment, machine.files));
  return rejectionOf(access.ask({}, () => undefined));
};

describe("a source that is no file", () => {
  it("names the catalog in a directory", async () => {
    const failure = await failureOfSource("/mirror/", "/mirror/api.json");
    expect([failure.code, failure.message, failure.hint]).toEqual([
      "file.unreadable",
      "cannot read /mirror (it is a directory, EISDIR)",
      "set MODELFORGE_URL to the file in it: /mirror/api.json",
    ]);
    const other = await failureOfSource("/mirror", "/mirror/catalog.json");
    expect(other.hint).toBe("set MODELFORGE_URL to the file in it: /mirror/catalog.json");
    const none = await failureOfSource("/mirror", "/mirror/notes.txt");
    expect(none.hint).toBe("name the file in it that is the catalog");
  });

  it("says how an address begins where a host was typed", async () => {
    for (const host of ["models.dev", "mirror.example.com"])
      expect((await failureOfSource(host)).hint).toContain(`as https://${host} does`);
    for (const path of ["catalog.json", "./catalog", "/etc/nothing"])
      expect((await failureOfSource(path)).hint).not.toContain("https://");
  });
});
