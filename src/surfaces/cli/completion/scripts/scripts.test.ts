import { describe, expect, it } from "vitest";
import { bashScript } from "./bash.ts";
import { fishScript } from "./fish.ts";
import { powershellScript } from "./powershell.ts";
import { zshScript } from "./zsh.ts";

const scripts = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

describe.each(Object.entries(scripts))("the script for %s", (_, script) => {
  it("asks the hidden command and hides what it may say", () => {
    expect(script).toMatch(/modelforge complete .*'?--'? /);
    expect(script).toMatch(/2>(\/dev\/null|\$null)/);
  });

  it("evaluates nothing", () => {
    expect(script).not.toMatch(/\beval\b|Invoke-Expression|compgen -W/);
  });

  it("is plain ASCII that ends its last line", () => {
    expect(script).toMatch(/^[\x20-\x7e\n]+\n$/);
  });
});

describe("the script for PowerShell", () => {
  it("registers a completer of a program, which Windows PowerShell 5 knows too", () => {
    expect(powershellScript).toContain(
      "Register-ArgumentCompleter -Native -CommandName modelforge",
    );
  });

  it("says in words that a new word begins: an empty one would not arrive", () => {
    expect(powershellScript).toContain("if ($wordToComplete -eq '') { $mode = @('--next') }");
  });

  it("splits a line at the tab, and explains a word by itself where nothing else does", () => {
    expect(powershellScript).toContain("$_ -split [char]9, 2");
    expect(powershellScript).toContain("if (-not $about) { $about = $word }");
  });

  it("has as many brackets closed as opened", () => {
    for (const [opening, closing] of ["()", "{}", "[]"] as const) {
      const count = (bracket: string | undefined) => powershellScript.split(bracket ?? "").length;
      expect(count(opening)).toBe(count(closing));
    }
  });
});
