import { describe, expect, it } from "vitest";
import { findCredentials, sourceOf } from "./find.ts";
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
