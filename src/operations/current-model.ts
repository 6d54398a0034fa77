import type { FindingCode } from "../config/finding.ts";
import type { Leaf } from "../config/layers.ts";
import { splitRef } from "../catalog/words/ref.ts";
import type { Warning } from "../failure.ts";
import { catalogFindings } from "./config-validate/catalog-findings.ts";
import { configurationOf } from "./configuration-of.ts";
import type { CurrentModel } from "./look-at-current.ts";
import type { OperationContext, OperationOptions } from "./operation.ts";

/** What is worth a word whenever the model is used; of the rest `config validate` speaks. */
const told: ReadonlySet<FindingCode> = new Set([
  "config.deprecated-model",
  "config.removed-model",
  "config.other-spelling",
  "config.no-credential",
  "config.disabled-provider",
  "config.incomplete-provider",
  "config.untrusted-address",
  "config.bad-address",
  "config.bad-header",
  "config.above-limit",
  "config.unused-parameter",
  // of an alias in use, and of what is taken where its model cannot answer
  "config.lacks-capability",
  "config.unknown-model",
]);

/**
 * What `config validate` says of the model in use, as whoever uses it is told; `details.current` names the model. `name`: as
 * the configuration calls it, `ref`: what that comes to. Nobody is kept waiting for a catalog: where none is at hand there is
 * nothing to say.
 */
export async function notesOfCurrent(
  context: OperationContext,
  { name, ref }: Pick<CurrentModel, "name" | "ref">,
  options: OperationOptions,
): Promise<Warning[]> {
  const configuration = configurationOf(context);
  const isGiven = context.machine.environment.get("MODELFORGE_MODEL") !== undefined;
  const { provider, id } = splitRef(ref) ?? { provider: "", id: "" };
  const isAbout = ({ path: [section, first, part, model] }: Leaf): boolean => {
    if (section === "current") return !isGiven;
    if (section === "aliases") return first === name.trim();
    // whether providers are found by their variables
    if (section === "settings") return true;
    const isOfOther = part === "models" && model !== id;
    return section === "providers" && first === provider && !isOfOther;
  };
  const leaves = configuration.leaves.filter(isAbout);
  const said = { leaves, files: configuration.files };
  const { result } = await catalogFindings(context, said, { ...options, offline: true });
  return result
    .filter(({ code }) => told.has(code))
    .map(({ code, message, fix }) => ({
      code,
      message: fix === null ? message : `${message}; ${fix}`,
      details: { current: ref, fix },
    }));
}
