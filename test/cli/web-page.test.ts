import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openersOf } from "../../src/system/real/open-page.ts";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { aMoment } from "../../src/testing/held-locks.ts";
import { createCommand } from "./command.ts";

const page = "https://acme.example/docs?a=1&b=$(id)";
const { home } = createCommand({});
const catalog = join(home, "api.json");
writeFileSync(
  catalog,
  JSON.stringify(
    wireCatalog(
      wireProvider("acme", [wireModel("one")], { doc: page }),
      wireProvider("odd", [wireModel("two")], { doc: "file:///etc/passwd" }),
      wireProvider("none", [wireModel("three")], { doc: undefined }),
    ),
  ),
);
const told = join(home, "told");
const browser = join(home, "browser");
writeFileSync(
  browser,
  `#!/bin/sh\nprintf '%s\\n' "$@" > '${told}.new'\nmv '${told}.new' '${told}'\n`,
);
chmodSync(browser, 0o755);
const { run } = createCommand({ MODELFORGE_URL: catalog, BROWSER: `/none/such:${browser} %s` });

async function opened(): Promise<string> {
  while (!existsSync(told)) await aMoment();
  return readFileSync(told, "utf8");
}

describe("--web", () => {
  it.each([[["info", "acme/one", "--web"]], [["providers", "info", "acme", "--web"]]])(
    "opens the provider's page and prints its address: %j",
    async (words) => {
      const ran = run(words);
      expect(ran).toEqual({
        code: 0,
        stdout: `${new URL(page).href}\n`,
        stderr: "note: opened in your browser\n",
      });
      expect(await opened()).toBe(`${new URL(page).href}\n`);
    },
  );

  it("leaves a document as it is, with the address in it", () => {
    const { code, stdout } = run([
      "info",
      "acme/one",
      "--web",
      "--jq",
      ".result.providerDetails.doc",
    ]);
    expect([code, stdout]).toEqual([0, `${page}\n`]);
    expect(JSON.parse(run(["providers", "info", "acme", "--web", "--json"]).stdout)).toMatchObject({
      result: { doc: page },
    });
  });

  it("prints the address where no browser can be started", () => {
    const ran = run(["info", "acme/one", "--web"], { BROWSER: "/none/such" });
    expect([ran.code, ran.stdout]).toEqual([0, `${new URL(page).href}\n`]);
    expect(ran.stderr).toBe("note: no browser could be started; set BROWSER to one\n");
  });

  it.each(["odd/two", "none/three"])("opens nothing but a page of the web: %s", (ref) => {
    const ran = run(["info", ref, "--web"]);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain("the catalog names no page of");
    expect(ran.stdout).toContain(ref);
  });
});

it("takes the browser of each system unless one is named", () => {
  expect(openersOf("darwin", undefined)).toEqual([["open"]]);
  expect(openersOf("linux", " : ")).toEqual([["xdg-open"], ["wslview"]]);
  expect(openersOf("linux", "")).toEqual([["xdg-open"], ["wslview"]]);
  expect(openersOf("win32", undefined)[0]?.[0]).toBe("rundll32");
  expect(openersOf("win32", "C:\\b.exe")).toEqual([["C:\\b.exe"]]);
  expect(openersOf("linux", "a -x %s:b")).toEqual([["a", "-x"], ["b"]]);
});
