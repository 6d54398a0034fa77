import { valueIn } from "../find.ts";
import { isRecord } from "../store/document.ts";
import type { CloudChain } from "./chain.ts";
import { adcFile, gcloudIn } from "./may-have-chain.ts";
import { type Foreign, type ForeignMachine, placeOf, readForeign } from "./read-foreign.ts";

export interface GoogleSeen {
  chain: CloudChain | undefined;
  project: string | undefined;
  location: string | undefined;
  read: readonly Foreign[];
}

const kinds: readonly unknown[] = [
  "authorized_user",
  "service_account",
  "impersonated_service_account",
  "external_account",
  "external_account_authorized_user",
  "gdch_service_account",
];

const needs = ["GOOGLE_VERTEX_PROJECT", "GOOGLE_VERTEX_LOCATION"];

/** Google's application-default credentials: the file that a variable names, else gcloud's own. */
export function seeGoogle(machine: ForeignMachine): GoogleSeen {
  const { environment } = machine;
  const say = (name: string): string | undefined => valueIn(environment, name);
  const named = say("GOOGLE_APPLICATION_CREDENTIALS");
  const given = say("CLOUDSDK_CONFIG");
  const place =
    named === undefined && given === undefined
      ? machine.files.resolve(environment.home ?? "/", gcloudIn(environment))
      : placeOf(machine, named ?? `${given}/${adcFile}`);
  const file = place === undefined ? undefined : readForeign(machine, place);
  const document = documentIn(file?.text);
  const isThere = document !== undefined;
  const why = isThere ? null : whyNot(file, named !== undefined);
  const project = document?.project_id;
  return {
    chain:
      isThere || named !== undefined
        ? { source: isThere ? "gcp:adc" : null, why, needs }
        : undefined,
    project:
      say("GOOGLE_CLOUD_PROJECT") ??
      say("GCLOUD_PROJECT") ??
      (typeof project === "string" ? project : undefined),
    location: say("GOOGLE_CLOUD_LOCATION"),
    // of one that is named it is said already
    read: file === undefined || named !== undefined ? [] : [withFault(file, isThere)],
  };
}

function documentIn(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined) return undefined;
  try {
    const read: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    return isRecord(read) && kinds.includes(read.type) ? read : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function whyNot(file: Foreign | undefined, isNamed: boolean): string | null {
  const said = file?.why ?? (file?.text === undefined ? "is not there" : "holds no credentials");
  return isNamed ? `the file that GOOGLE_APPLICATION_CREDENTIALS names ${said}` : null;
}

function withFault(file: Foreign, isThere: boolean): Foreign {
  const isOther = file.text !== undefined && !isThere;
  return isOther ? { ...file, why: "holds no credentials" } : file;
}
