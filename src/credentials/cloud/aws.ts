import { valueIn } from "../find.ts";
import { sectionsIn } from "./aws-files.ts";
import { foundIn, type Found, profileIn } from "./aws-profile.ts";
import type { CloudChain } from "./chain.ts";
import {
  type Foreign,
  type ForeignMachine,
  namesFile,
  placeOf,
  readForeign,
} from "./read-foreign.ts";

export interface AwsSeen {
  chain: CloudChain | undefined;
  region: string | undefined;
  read: readonly Foreign[];
}

/** Which credential AWS's programs would take besides keys in variables, and in which region. */
export async function seeAws(machine: ForeignMachine): Promise<AwsSeen> {
  const { environment } = machine;
  const say = (name: string): string | undefined => valueIn(environment, name);
  const read = [
    fileOf(machine, "AWS_CONFIG_FILE", "~/.aws/config"),
    fileOf(machine, "AWS_SHARED_CREDENTIALS_FILE", "~/.aws/credentials"),
  ] as const;
  const profiles = await sectionsIn(read[0]?.text ?? "", read[1]?.text ?? "");
  const chosen = say("AWS_PROFILE") ?? say("AWS_DEFAULT_PROFILE");
  const name = chosen ?? "default";
  const region =
    say("AWS_REGION") ?? say("AWS_DEFAULT_REGION") ?? profileIn(profiles, name)?.region;
  const found = foundBy(machine, foundIn(profiles, name));
  const isNamed = chosen !== undefined || say("AWS_WEB_IDENTITY_TOKEN_FILE") !== undefined;
  const needs = ["AWS_REGION"];
  const chain =
    "source" in found
      ? { source: found.source, why: null, needs }
      : { source: null, why: found.why, needs };
  return {
    // a profile that nobody chose need not be there
    chain: "source" in found || isNamed ? chain : undefined,
    region,
    read: read.filter((one) => one !== undefined),
  };
}

/** The profile goes before what the platform hands to a program; nothing of it is asked here. */
function foundBy(machine: ForeignMachine, profile: Found): Found {
  if ("source" in profile) return profile;
  const say = (name: string): string | undefined => valueIn(machine.environment, name);
  if (say("AWS_WEB_IDENTITY_TOKEN_FILE") !== undefined) {
    const isThere = namesFile(machine, "AWS_WEB_IDENTITY_TOKEN_FILE");
    if (isThere && say("AWS_ROLE_ARN") !== undefined) return { source: "aws:web-identity" };
    const lacks = isThere ? "AWS_ROLE_ARN is missing" : "AWS_WEB_IDENTITY_TOKEN_FILE names no file";
    return { why: lacks };
  }
  const uris = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"];
  return uris.some((one) => say(one) !== undefined) ? { source: "aws:container" } : profile;
}

function fileOf(machine: ForeignMachine, variable: string, usual: string): Foreign | undefined {
  const path = placeOf(machine, valueIn(machine.environment, variable) ?? usual);
  return path === undefined ? undefined : readForeign(machine, path);
}
