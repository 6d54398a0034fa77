import { describe, expect, it } from "vitest";
import { findCredentials, holderOf, sourceOf } from "./find.ts";
import type { StoredAccount } from "./store/document.ts";

const bedrock = "amazon-bedrock";
const stored: StoredAccount = {
  provider: bedrock,
  account: "default",
  active: true,
  lastFour: null,
  addedAt: null,
  kept: { secret: "x" },
};

const found = (
  variables: Record<string, string>,
  accounts: readonly StoredAccount[] = [],
  more: { account?: string } = {},
) => {
  const environment = { get: (name: string) => variables[name] };
  const all = findCredentials(bedrock, accounts, environment, {
    chain: "aws:profile/work",
    ...more,
  });
  return all.map((one) => `${sourceOf(one)}${one.active ? "*" : ""}`);
};

describe("what a cloud's own programs find", () => {
  const pair = { AWS_ACCESS_KEY_ID: "x", AWS_SECRET_ACCESS_KEY: "y" };

  it("counts behind every key, and where an account is asked for not at all", () => {
    expect(found({})).toEqual(["aws:profile/work*"]);
    expect(found(pair)).toEqual(["env:AWS_ACCESS_KEY_ID*", "aws:profile/work"]);
    expect(found({}, [stored])).toEqual(["file*", "aws:profile/work"]);
    expect(found({}, [stored], { account: "default" })).toEqual(["file*"]);
  });

  it("counts before half of a pair, which is no key", () => {
    expect(found({ AWS_ACCESS_KEY_ID: "x" })).toEqual([
      "env:AWS_ACCESS_KEY_ID",
      "aws:profile/work*",
    ]);
  });
});

describe("a variable that the person's own file says holds a key", () => {
  const ofOwn = (provider: string, named: string[], variables: Record<string, string>) =>
    findCredentials(provider, [], { get: (name) => variables[name] }, { named }).map((one) => [
      `${sourceOf(one)}${one.active ? "*" : ""}`,
      holderOf(one),
    ]);

  it("is found behind those that are known, and is of whoever the file says", () => {
    expect(ofOwn("house", ["HOUSE_KEY"], { HOUSE_KEY: "x" })).toEqual([
      ["env:HOUSE_KEY*", { provider: "house" }],
    ]);
    expect(ofOwn("openai", ["MY_KEY"], { MY_KEY: "x", OPENAI_API_KEY: "y" })).toEqual([
      ["env:OPENAI_API_KEY*", { provider: "openai", variable: "OPENAI_API_KEY" }],
      ["env:MY_KEY", { provider: "openai" }],
    ]);
  });

  it("stays whose it is where it is another provider's", () => {
    expect(ofOwn("house", ["OPENAI_API_KEY"], { OPENAI_API_KEY: "x" })).toEqual([
      ["env:OPENAI_API_KEY*", { provider: "house", variable: "OPENAI_API_KEY" }],
    ]);
  });
});
