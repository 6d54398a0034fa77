import { nearest } from "../../catalog/words/nearest.ts";
import type { CatalogView } from "../../catalog/view.ts";
import type { ModelInfo } from "../../catalog/words/model.ts";
import type { ProviderInfo } from "../../catalog/words/provider.ts";
import { type Finding, finding } from "../../config/finding.ts";
import { placeOf } from "../../config/findings.ts";
import { type Leaf, nameOf } from "../../config/layers.ts";
import type { ConfigFile } from "../../config/read-file.ts";
import { ModelForgeError } from "../../failure.ts";
import { isConfigured } from "../../credentials/from-environment.ts";
import { secretTest } from "../../credentials/secrets-at-hand.ts";
import { type ProviderTemplate, templateOf } from "../../providers/template.ts";
import { atHand } from "../at-hand.ts";
import type { OperationContext, OperationOptions } from "../operation.ts";
import { providerSettings } from "../provider-settings.ts";

interface Said {
  leaves: readonly Leaf[];
  files: readonly ConfigFile[];
}

/** A provider that a configuration speaks of. */
interface Spoken extends Said {
  id: string;
  own: readonly Leaf[];
  at: Pick<Finding, "file" | "line">;
}

/** What the catalog and the environment have to say of the providers that are named. Where no catalog answers, nothing. */
export async function providerFindings(
  context: OperationContext,
  said: Said,
  options: OperationOptions,
): Promise<Finding[]> {
  const ofProviders = said.leaves.filter(({ path }) => path[0] === "providers");
  const ids = [...new Set(ofProviders.map(({ path }) => path[1] ?? ""))];
  if (ids.length === 0) return [];
  try {
    const { result } = await context.access.ask(options, (view) =>
      ids.flatMap((id) => {
        const own = ofProviders.filter(({ path }) => path[1] === id);
        const [first] = own;
        const at = first === undefined ? { file: null, line: null } : placeOf(first, said.files);
        return ofProvider(context, view, { ...said, id, own, at });
      }),
    );
    return result;
  } catch (error) {
    // what no catalog could be asked for is said of the models
    if (error instanceof ModelForgeError && error.code !== "cancelled") return [];
    throw error;
  }
}

function ofProvider(
  { machine }: Pick<OperationContext, "machine">,
  view: CatalogView,
  spoken: Spoken,
): Finding[] {
  const { id, own, at, leaves } = spoken;
  const configuration = { leaves };
  const { environment, baseUrl, isEnabled } = providerSettings(
    configuration,
    machine.environment,
    id,
  );
  const found = view.providers().find((one) => one.id === id);
  if (found === undefined && baseUrl === undefined) return [unknown(view, spoken)];
  const provider: ProviderInfo = found ?? ofOnesOwn(id, own);
  const filling = { valueOf: environment.get, isSecret: secretTest(environment) };
  const template = templateOf(provider, filling, baseUrl);
  const hasModels = own.some(({ path }) => path[2] === "models");
  const findings = [...ofValues(spoken, template), ...ofLimits(view, spoken)];
  if (!hasModels || !isEnabled) return findings;
  if (template.missing.length > 0) findings.push(incomplete(spoken, template));
  const isCallable = template.isLocal || isConfigured(provider, atHand({ machine, configuration }));
  if (!isCallable && template.missing.length === 0) {
    const message = `no credential for ${id} is at hand`;
    findings.push(finding("config.no-credential", at, message, `modelforge auth login ${id}`));
  }
  return findings;
}

function ofOnesOwn(id: string, own: readonly Leaf[]): ProviderInfo {
  const env = own.find(({ path }) => path.length === 3 && path[2] === "env")?.value;
  const names = Array.isArray(env) ? env.map(String) : [];
  return { id, name: id, env: names, npm: null, api: null, doc: null, auth: [], models: 0 };
}

function unknown(view: CatalogView, { id, at }: Spoken): Finding {
  const close = nearest(
    id,
    view.providers().map((one) => one.id),
  );
  const fix =
    close.length > 0
      ? `did you mean ${close.join(", ")}?`
      : `modelforge config set providers.${id}.baseUrl <address>`;
  return finding("config.unknown-provider", at, `no provider ${id} in the catalog`, fix);
}

function incomplete({ id, at }: Spoken, { missing, why }: ProviderTemplate): Finding {
  const lines = missing.map(
    (name) => `modelforge config set providers.${id}.values.${name} <value>`,
  );
  return finding(
    "config.incomplete-provider",
    at,
    `the address of ${id}: ${why}`,
    lines.join("; "),
  );
}

function ofValues({ id, own, files }: Spoken, { values, baseUrl, url, missing }: ProviderTemplate) {
  return own.flatMap((leaf): Finding[] => {
    const [, , part, name] = leaf.path;
    if (part === "baseUrl" && url === null && missing.length === 0 && baseUrl === leaf.value)
      return [
        finding("config.bad-address", placeOf(leaf, files), `${nameOf(leaf.path)} is no address`),
      ];
    if (part !== "values" || values.some((one) => one.name === name)) return [];
    const message = `the address of ${id} has no ${name} in it`;
    return [finding("config.unused-value", placeOf(leaf, files), message)];
  });
}

/** As other programs call what a model may put out. */
const outputNames = new Set([
  "max_tokens",
  "maxTokens",
  "max_output_tokens",
  "maxOutputTokens",
  "max_completion_tokens",
]);

function ofLimits(view: CatalogView, { id, own, files }: Spoken): Finding[] {
  return own.flatMap((leaf): Finding[] => {
    const [, , part, model = "", what, kind] = leaf.path;
    if (part !== "models") return [];
    const limits = view.findModel(`${id}/${model}`)?.limits;
    if (limits === undefined) return [];
    return above(leaf.value, what, kind, limits).map(([name, given, most]) => {
      const message = `${name} is ${given}, and ${id}/${model} takes ${most}`;
      return finding("config.above-limit", placeOf(leaf, files), message);
    });
  });
}

function above(
  value: unknown,
  what: string | undefined,
  kind: string | undefined,
  limits: ModelInfo["limits"],
): [name: string, given: number, most: number][] {
  const pairs: [string, unknown, number | null][] =
    what === "limits" && (kind === "context" || kind === "input" || kind === "output")
      ? [[kind, value, limits[kind]]]
      : what === "parameters"
        ? Object.entries(value as object).flatMap(([name, given]) =>
            outputNames.has(name)
              ? [[name, given, limits.output] as [string, unknown, number | null]]
              : [],
          )
        : [];
  return pairs.flatMap(([name, given, most]) =>
    typeof given === "number" && most !== null && given > most ? [[name, given, most]] : [],
  );
}
