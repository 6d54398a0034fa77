import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../cli/command.ts";

/** Who may ask a secret what it is, and why. */
const reading: Readonly<Record<string, string>> = {
  "src/credentials/check/send.ts": "it is what is sent, to where it may go",
  "src/credentials/store/in-keychain.ts": "it is what is stored",
  "src/credentials/device/key-of-sign-in.ts":
    "what is kept of a sign-in is a key and what gets one",
  "src/credentials/others-key.ts": "its beginning may be that of another provider's",
  "src/operations/auth-login/auth-login.ts": "it is what is stored",
  "src/operations/auth-login/signing-in.ts": "it is what is stored",
  "src/operations/auth-login/given.ts": "its beginning may be that of another provider's",
  "src/operations/config-migrate/moved-accounts.ts": "it is what is stored",
  "src/surfaces/cli/commands/auth-token.ts": "it is what was asked for",
  "src/surfaces/cli/commands/auth-exec.ts": "it is for the program that is started",
};

it("a secret is asked what it is by those files alone that cannot do without", () => {
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".test.ts"))
    .map((name) => `src/${name}`);
  const asking = files.filter((name) =>
    readFileSync(join(root, name), "utf8").includes(".reveal("),
  );
  expect(asking.toSorted()).toEqual(Object.keys(reading).toSorted());
});
