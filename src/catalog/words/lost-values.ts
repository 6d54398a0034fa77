import type { Capability } from "./capability.ts";
import type { ModelRow } from "./model.ts";

/** Values, by their path in a row. One that has parts, like `price`, stands for them all. */
export type Values = readonly string[];

// media that say what a model can do, besides the capability itself
const mediaOf: Partial<Record<Capability, Values>> = {
  vision: ["modalities.input"],
  audio: ["modalities.input"],
  video: ["modalities.input"],
  pdf: ["modalities.input"],
  "open-weights": ["openWeights"],
};

/** What a filter by capabilities goes by. */
export function valuesOfCapabilities(wanted: readonly Capability[]): string[] {
  return wanted.flatMap((one) => [`capabilities.${one}`, ...(mediaOf[one] ?? [])]);
}

/** What fields that are shown are told from: capabilities from media as well. */
export function valuesOfFields(fields: Values): string[] {
  const media = ["modalities", "openWeights"];
  return fields.flatMap((field) => (field === "capabilities" ? [field, ...media] : [field]));
}

/** Whether a value that is lost is one of these, a part of one, or has one as its part. */
export function touches(lost: string, values: Values): boolean {
  return values.some(
    (one) => one === lost || lost.startsWith(`${one}.`) || one.startsWith(`${lost}.`),
  );
}

const tellCapabilities: Values = ["capabilities", "modalities", "openWeights"];

/** Whether a model may have a capability that it does not have here. */
export function mayBeAble({ notUnderstood, origin }: ModelRow): boolean {
  if (origin === "config") return true;
  return notUnderstood?.some((value) => touches(value, tellCapabilities)) === true;
}

/** Whether one of the values is not known: of one's own model what it can do is not, where that is not said. */
export function lacks(
  { notUnderstood = [], origin, configured = [] }: ModelRow,
  values: Values,
): boolean {
  if (notUnderstood.some((value) => touches(value, values))) return true;
  const isUnsaid = (value: string): boolean =>
    value.startsWith("capabilities") && !configured.includes(value);
  return origin === "config" && values.some(isUnsaid);
}

/** Whether a model has a capability; null where nobody knows: what says so is not understood, or nothing does. */
export function hasCapability(
  { capabilities, notUnderstood = [], origin, configured = [] }: Able,
  capability: Capability,
): boolean | null {
  if (capabilities.includes(capability)) return true;
  // of a model of one's own nothing is known but what is said
  if (origin === "config") return configured.includes(`capabilities.${capability}`) ? false : null;
  const values = valuesOfCapabilities([capability]);
  return notUnderstood.some((value) => touches(value, values)) ? null : false;
}

type Able = Pick<ModelRow, "capabilities" | "notUnderstood" | "origin" | "configured">;
