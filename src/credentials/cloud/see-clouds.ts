import type { Warning } from "../../failure.ts";
import { seeAws } from "./aws.ts";
import { seeAzure } from "./azure.ts";
import type { CloudChain, CloudSeen } from "./chain.ts";
import { seeGoogle } from "./google.ts";
import type { Foreign, ForeignMachine } from "./read-foreign.ts";

// as they stand in an address: what cannot is as good as not said
const place = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
const project = /^[a-z0-9](?:[a-z0-9:.-]{0,126}[a-z0-9])?$/i;

/** What clouds' own variables and files say. Nothing is run, no metadata is asked for, and no credential is kept of it. */
export async function seeClouds(machine: ForeignMachine): Promise<CloudSeen> {
  const aws = await seeAws(machine);
  const google = seeGoogle(machine);
  const chains = new Map<string, CloudChain>(seeAzure(machine));
  if (aws.chain !== undefined) chains.set("amazon-bedrock", aws.chain);
  if (google.chain !== undefined) {
    chains.set("google-vertex", google.chain);
    chains.set("google-vertex-anthropic", google.chain);
  }
  const settings: readonly (readonly [string, string | undefined, RegExp])[] = [
    ["AWS_REGION", aws.region, place],
    ["GOOGLE_VERTEX_PROJECT", google.project, project],
    ["GOOGLE_VERTEX_LOCATION", google.location, place],
  ];
  const values = settings.flatMap(([name, value, fits]) =>
    value !== undefined && fits.test(value) ? [[name, value] as const] : [],
  );
  return {
    chains,
    values: new Map(values),
    warnings: [...unread([...aws.read, ...google.read]), ...unfound(chains)],
  };
}

function unread(files: readonly Foreign[]): Warning[] {
  return files.flatMap(({ path, why }) =>
    why === undefined ? [] : [{ code: "credential.cloud-unread", message: `${path} ${why}` }],
  );
}

/** Each said once, of whichever provider. */
function unfound(chains: ReadonlyMap<string, CloudChain>): Warning[] {
  const whys = new Set([...chains.values()].flatMap(({ why }) => why ?? []));
  return [...whys].map((message) => ({ code: "credential.cloud-not-found", message }));
}
