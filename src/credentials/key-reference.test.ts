import { describe, expect, it } from "vitest";
import { failureOf } from "../testing/failures.ts";
import { readReference } from "./key-reference.ts";

const planted = "sk-planted-0123456789";

describe("a reference", () => {
  it.each<[string, unknown]>([
    [
      "op://Private Vault/OpenAI/key",
      { commands: [["op", "read", "op://Private Vault/OpenAI/key"]] },
    ],
    ["op://v/i/section/field", { commands: [["op", "read", "op://v/i/section/field"]] }],
    ["env:MY_KEY", { env: "MY_KEY" }],
    [
      "keychain:https://api.x/me@x",
      {
        commands: [
          ["secret-tool", "lookup", "service", "https://api.x", "username", "me@x"],
          ["secret-tool", "lookup", "service", "https://api.x", "account", "me@x"],
        ],
      },
    ],
  ])("%s is followed by its own tool", (given, read) => {
    expect(readReference(given, "linux")).toEqual(read);
  });

  it("into the keychain is followed by another tool on a Mac, and by none on Windows", () => {
    const given = "keychain:service/account";
    const words = ["find-generic-password", "-s", "service", "-a", "account", "-w"];
    expect(readReference(given, "darwin")).toEqual({ commands: [["security", ...words]] });
    expect(failureOf(() => readReference(given, "win32")).code).toBe("usage.bad-value");
  });

  it.each([
    "",
    "op://vault",
    "op://vault/item",
    "op://vault//field",
    "env:",
    "env:A B",
    "env:${X}",
    "keychain:service",
    "keychain:/account",
    "keychain:service/",
    "keychain:-service/account",
    "keychain:service/--clear",
    "op://v/i/f\nx",
    "op://v/i/\u001b[2J",
    `op://v/i/${"f".repeat(2_000)}`,
    "vault:secret/key",
    planted,
  ])("is none that is understood: %j", (given) => {
    const { code, message } = failureOf(() => readReference(given, "linux"));
    expect([code, message.includes(given.slice(4) || "nothing")]).toEqual([
      "usage.bad-value",
      false,
    ]);
  });
});
