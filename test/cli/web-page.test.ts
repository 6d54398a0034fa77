import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openersOf } from "../../src/system/real/open-page.ts";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { aMoment } from "../../src/testing/held-locks.ts";
import { createCommand } from "./command.ts";

const page = "https://acme.example/docs?a=1&b=$(id)";
/** Addresses that are no page of the web, and what is said of each. */
const unopened = [
  ["docs.example.com/x", "docs.example.com/x is no address with http:// or https:// in front"],
  ["//docs.example.com/x", "//docs.example.com/x is no address with http:// or https:// in front"],
  ["/docs/x", "/docs/x is no address with http:// or https:// in front"],
  ["https://", "https:// is no address with http:// or https:// in front"],
  ["docs.example.com:8080/x", "docs.example.com:8080/x is no address with http://"],
  ["file:///etc/passwd", "file:///etc/passwd is a file: address, not one of http or https"],
  ["javascript:alert(1)", "javascript:alert(1) is a javascript: address"],
  ["data:text/html,<b>x</b>", "data:text/html,<b>x</b> is a data: address"],
  ["mailto:docs@example.com", "mailto:docs@example.com is a mailto: address"],
  ["https://me:pa55@docs.example.com/x", "https://docs.example.com/x holds a user name or"],
  ["https://me@docs.example.com/x", "https://docs.example.com/x holds a user name or"],
  ["me:pa55@docs.example.com/x", "… is no address with http:// or https:// in front"],
  ["x\u001b]0;pa\u0007y", "is no address with http:// or https:// in front"],
] as const;
const { home } = createCommand({});
const catalog = join(home, "api.json");
writeFileSync(
  catalog,
  JSON.stringify(
    wireCatalog(
      wireProvider("acme", [wireModel("one")], { doc: page }),
      ...unopened.map(([doc], at) => wireProvider(`odd-${at}`, [wireModel("two")], { doc })),
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

  it("says so where the browser fails, and takes the next one that is named", async () => {
    const fails = join(home, "fails");
    writeFileSync(fails, "#!/bin/sh\nexit 3\n", { mode: 0o755 });
    const alone = run(["info", "acme/one", "--web"], { BROWSER: fails });
    expect([alone.code, alone.stdout]).toEqual([0, `${new URL(page).href}\n`]);
    expect(alone.stderr).toBe("note: no browser could be started; set BROWSER to one\n");
    rmSync(told, { force: true });
    const both = run(["info", "acme/one", "--web"], { BROWSER: `${fails}:${browser}` });
    expect(both.stderr).toBe("note: opened in your browser\n");
    expect(await opened()).toBe(`${new URL(page).href}\n`);
  });

  it("takes the next one where the system will not even try to start it", async () => {
    const circle = join(home, "circle");
    symlinkSync(circle, circle);
    for (const odd of ["/etc/passwd/x", circle, "a".repeat(5_000)]) {
      rmSync(told, { force: true });
      expect(run(["info", "acme/one", "--web"], { BROWSER: odd }).stdout).toBe(
        `${new URL(page).href}\n`,
      );
      const ran = run(["info", "acme/one", "--web"], { BROWSER: `${odd}:${browser} '%s'` });
      expect([ran.code, ran.stderr]).toEqual([0, "note: opened in your browser\n"]);
      expect(await opened()).toBe(`${new URL(page).href}\n`);
    }
  });

  it("does not wait for a browser that stays", () => {
    const [stays, pid] = [join(home, "stays"), join(home, "pid")];
    writeFileSync(stays, `#!/bin/sh\necho $$ > '${pid}'\nexec sleep 1000\n`, { mode: 0o755 });
    const ran = run(["info", "acme/one", "--web"], { BROWSER: stays });
    expect([ran.code, ran.stderr]).toEqual([0, "note: opened in your browser\n"]);
    // it is there still, or this would throw
    process.kill(Number(readFileSync(pid, "utf8")));
  });

  it.each(unopened.map(([doc, says], at) => [doc, says, `odd-${at}`] as const))(
    "opens nothing but a page of the web, and says what is named instead: %j",
    (_, says, provider) => {
      rmSync(told, { force: true });
      for (const words of [
        ["info", `${provider}/two`, "--web"],
        ["providers", "info", provider, "--web"],
      ]) {
        const ran = run(words);
        expect(ran.code).toBe(0);
        expect(ran.stderr).toMatch(
          /^note: the page that the catalog names of odd-\d+ was not opened: /,
        );
        expect(ran.stderr).toContain(says);
        expect(ran.stderr).not.toMatch(/pa55|[\u001b\u0007]/);
        expect(ran.stdout).toContain(provider);
      }
      expect(existsSync(told)).toBe(false);
    },
  );

  it("says so where no page is named", () => {
    const ran = run(["info", "none/three", "--web"]);
    expect([ran.code, ran.stderr]).toEqual([0, "note: the catalog names no page of none\n"]);
    expect(ran.stdout).toContain("none/three");
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
