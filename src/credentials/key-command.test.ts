import { describe, expect, it } from "vitest";
import { createFakeSystem, type FakeSystem } from "../testing/fake-system.ts";
import { failureOf, rejectionOf } from "../testing/failures.ts";
import { findProgram, keyOfCommand } from "./key-command.ts";

const start = (path: string): FakeSystem => {
  const machine = createFakeSystem({ variables: { PATH: path } });
  for (const file of ["/usr/bin/op", "/home/you/project/op", "/home/you/project/bin/op"]) {
    machine.files.put(file, "#!/bin/sh");
  }
  machine.files.put("/home/you/elsewhere/node_modules/.bin/op", "#!/bin/sh");
  return machine;
};

const why = (machine: FakeSystem, name: string): string =>
  failureOf(() => findProgram(machine, name)).message;

describe("the program of a key command", () => {
  it("is found by its whole path in PATH", () => {
    expect(findProgram(start("/nowhere:/usr/bin"), "op")).toBe("/usr/bin/op");
    expect(findProgram(start(""), "/usr/bin/op")).toBe("/usr/bin/op");
  });

  it.each([
    ["the working directory", ".:/home/you/project:/usr/bin"],
    ["a directory below it", "/home/you/project/bin:bin:/usr/bin"],
    ["node_modules", "/home/you/elsewhere/node_modules/.bin:/usr/bin"],
    ["an empty entry, which is the working directory", ":/usr/bin"],
  ])("is not one of %s, but the next", (_, path) => {
    expect(findProgram(start(path), "op")).toBe("/usr/bin/op");
  });

  it("is none that others could have chosen, and the message says why", () => {
    const machine = start("/usr/bin");
    expect(why(machine, "/home/you/project/op")).toContain("below the working directory");
    expect(why(machine, "./op")).toContain("below the working directory");
    expect(why(machine, "bin/op")).toContain("below the working directory");
    expect(why(machine, "nothing")).toContain("there is no such program in PATH");
    expect(why(machine, "/usr/bin")).toContain("it is no file");
    machine.files.link("/usr/bin/linked", "/home/you/project/op");
    expect(why(machine, "linked")).toContain("below the working directory");
    machine.files.giveTo("/usr/bin/op", "another");
    expect(why(machine, "op")).toContain("it is another user's");
    machine.files.giveTo("/usr/bin/op", "root", true);
    expect(why(machine, "op")).toContain("other users may write it");
    machine.files.giveTo("/usr/bin/op", "root");
    expect(findProgram(machine, "op")).toBe("/usr/bin/op");
  });
});

describe("a program named by a way to it", () => {
  it("is taken by its whole path, which is looked at where it stands", () => {
    const machine = start("");
    machine.files.put("/home/you/bin/op", "#!/bin/sh");
    expect(findProgram(machine, "../bin/op")).toBe("/home/you/bin/op");
    machine.files.giveTo("/home/you/bin", "self", true);
    expect(why(machine, "../bin/op")).toContain(
      "other users may write its directory /home/you/bin",
    );
    machine.files.giveTo("/home/you/bin", "another");
    expect(why(machine, "../bin/op")).toContain("its directory /home/you/bin is another user's");
    machine.files.giveTo("/home/you/bin", "self");
    machine.files.link("/usr/bin/mine", "/home/you/bin/op");
    machine.files.giveTo("/home/you/bin", "self", true);
    expect(why(machine, "/usr/bin/mine")).toContain("its directory /home/you/bin");
  });
});

describe("a key command", () => {
  it("is run wherever one is, and refused by what may be wrong with its program alone", async () => {
    const machine = start("");
    machine.process.printing.set("/home/you/project/op", "sk-planted-0123456789\n");
    const ask = () => keyOfCommand(machine, "openai", ["/home/you/project/op"]);
    // it was set elsewhere, and lies below the directory that somebody is in now
    expect((await ask()).reveal()).toBe("sk-planted-0123456789");
    machine.files.giveTo("/home/you/project", "self", true);
    expect((await rejectionOf(ask())).message).toContain("other users may write its directory");
    const relative = await rejectionOf(keyOfCommand(machine, "openai", ["op"]));
    expect(relative.message).toBe(
      "the key command of openai, op, is not run: only its whole path will do",
    );
  });

  it("is run in the home directory, and what it prints is the key", async () => {
    const machine = start("");
    machine.process.printing.set("/usr/bin/op", "sk-planted-0123456789\n");
    const secret = await keyOfCommand(machine, "openai", ["/usr/bin/op", "read", "op://x y"]);
    expect(secret.reveal()).toBe("sk-planted-0123456789");
    expect(machine.process.ran).toEqual([
      { command: ["/usr/bin/op", "read", "op://x y"], environment: { directory: "/home/you" } },
    ]);
  });

  it("that fails, never ends or prints no key says so, and is looked at anew each time", async () => {
    const machine = start("");
    const ask = () => rejectionOf(keyOfCommand(machine, "openai", ["/usr/bin/op"]));
    expect((await ask()).message).toContain("could not be started");
    machine.process.printing.set("/usr/bin/op", 3);
    expect((await ask()).message).toBe("the key command of openai, /usr/bin/op, ended with 3");
    machine.process.printing.set("/usr/bin/op", null);
    expect((await ask()).message).toContain("was not done within 10 s");
    machine.process.printing.set("/usr/bin/op", "");
    expect((await ask()).message).toBe("the key command of openai, /usr/bin/op, printed nothing");
    machine.process.printing.set("/usr/bin/op", "two words");
    expect((await ask()).message).toBe(
      "what the key command of openai printed has blanks or lines in it",
    );
    machine.files.giveTo("/usr/bin/op", "another");
    const { code, message } = await ask();
    expect([code, message]).toEqual([
      "credential.missing",
      "the key command of openai, /usr/bin/op, is not run: it is another user's",
    ]);
  });

  it("that fails says the first line of what its program complains of, without a key in it", async () => {
    const machine = start("");
    const ask = (errors: string, text = "") => {
      machine.process.printing.set("/usr/bin/op", { code: 1, errors, text });
      return rejectionOf(keyOfCommand(machine, "openai", ["/usr/bin/op"]));
    };
    const before = "the key command of openai, /usr/bin/op, ended with 1";
    const signedOut = "\r\n\u001b[31m[ERROR]\u001b[0m you are not signed in\nsee op signin\n";
    expect((await ask(signedOut)).message).toBe(`${before}: [ERROR] you are not signed in`);
    const planted = `sk-ant-api03-${"a1B2".repeat(12)}`;
    expect((await ask(`no such item ${planted}`)).message).toBe(`${before}: no such item …`);
    const half = await ask("half of it: correct-horse-battery", "correct-horse-battery\n");
    expect(half.message).toBe(`${before}: half of it: …`);
    const key = "Zx9-planted-0123456789";
    for (const printed of [`tok=${key}`, `{"password":"${key}"}`, `${"word ".repeat(30)}${key}`]) {
      const { message, details } = await ask(`cannot use ${key} now`, printed);
      expect([message, details.said]).toEqual([`${before}: cannot use … now`, "cannot use … now"]);
    }
    const encoded = await ask(`Basic ${btoa(`me:${key}`)}`, `tok=${key}`);
    expect(encoded.message).not.toContain(btoa(`me:${key}`).slice(8, 24));
    expect((await ask("x".repeat(4_000))).message.length).toBeLessThan(300);
    expect((await ask(" \n\t\n")).message).toBe(before);
  });

  it("is no key that is too long, never ends in what it prints, or moves the cursor", async () => {
    const machine = start("");
    const ask = (printed: string | { isTooLong: true; text: string }) => {
      machine.process.printing.set("/usr/bin/op", printed);
      return rejectionOf(keyOfCommand(machine, "openai", ["/usr/bin/op"]));
    };
    const wrong = [
      await ask({ isTooLong: true, text: "x".repeat(65_536) }),
      await ask("k".repeat(9_000)),
      await ask("sk-0123\u001b[2Jx"),
      await ask('{"key": 1'),
      await ask("\ufeff\n"),
    ];
    expect(wrong.map(({ code }) => code)).toEqual(wrong.map(() => "credential.missing"));
    expect(wrong[0]?.message).toContain("printed more than a key");
    expect(wrong[2]?.message).toBe(
      "what the key command of openai printed has characters that no key has",
    );
  });
});
