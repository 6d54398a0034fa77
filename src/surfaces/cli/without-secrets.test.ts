import { afterEach, describe, expect, it } from "vitest";
import { hidden } from "../../catalog/words/hidden.ts";
import { Secret } from "../../credentials/secret.ts";
import { createFakeSystem } from "../../testing/fake-system.ts";
import { beginningOf } from "../../catalog/words/said.ts";
import { renderTable } from "./render/table.ts";
import { styleFor } from "./render/style.ts";
import { inTheOpen, withoutSecrets } from "./without-secrets.ts";

const key = "sk-planted-0123456789";

afterEach(() => {
  hidden.in = undefined;
});

describe("what a command says", () => {
  it("goes without the credentials that were read, wherever it goes", async () => {
    const system = createFakeSystem({ terminal: { isTerminal: true } });
    const { terminal } = withoutSecrets(system);
    terminal.out.write(`before ${key}\n`);
    expect(system.terminal.out.text).toContain(key);
    void new Secret(key);
    const said = system.terminal.out.text.length;
    terminal.out.write(`out ${key}\n`);
    terminal.out.write(new TextEncoder().encode(`bytes ${key}\n`));
    terminal.err.write(`err ${JSON.stringify({ key })}\n`);
    void terminal.prompt(`question ${key}?`);
    await terminal.page(`page ${key}`, "less");
    const taken = await terminal.takeOver({ onInput: () => undefined, onResize: () => undefined });
    taken.screen.write(`screen ${key}`);
    const { out, err, questions, pages } = system.terminal;
    const all = [out.text.slice(said), err.text, ...questions, ...pages.map(({ text }) => text)];
    expect(all.join(" ")).not.toContain("planted");
    for (const word of ["out", "bytes", "err", "question", "page", "screen"]) {
      expect(all.join(" ")).toContain(`${word} `);
    }
  });

  it("shows no beginning of a credential that was cut", async () => {
    const long = `sk-planted-${"0123456789".repeat(20)}`;
    void new Secret(long);
    expect(beginningOf(`of ${long}`)).toBe("of [secret]");
    const columns = [{ title: "why", value: () => `it says ${long}` }];
    const { terminal, environment } = createFakeSystem();
    const { text } = await renderTable(
      [{}],
      columns,
      styleFor(terminal.out, environment, true),
      30,
    );
    expect(text).not.toContain("planted");
  });

  it("is written as it is where a key is what was asked for, and nowhere after that", () => {
    const system = createFakeSystem();
    const { out } = withoutSecrets(system).terminal;
    void new Secret(key);
    inTheOpen(() => out.write(`${key}\n`));
    out.write(key);
    expect(system.terminal.out.text).toBe(`${key}\n[secret]`);
  });
});
