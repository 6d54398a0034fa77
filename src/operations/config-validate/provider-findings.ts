import type { CatalogView } from "../../catalog/view.ts";
import { nearest } from "../../catalog/words/nearest.ts";
import type { ProviderInfo } from "../../catalog/words/provider.ts";
import { shellWord } from "../../catalog/words/shell-word.ts";
import { type Finding, finding } from "../../config/finding.ts";
import { placeOf } from "../../config/findings.ts";
import { type Leaf, nameOf } from "../../config/layers.ts";
import type { AtHand } from "../../credentials/from-environment.ts";
import { type ProviderTemplate, templateOf } from "../../providers/template.ts";
import type { ModelForgeError } from "../../failure.ts";
import { withLastSeen } from "../last-seen.ts";
import type { OperationContext, OperationOptions } from "../operation.ts";
import { ownProvider } from "../own-provider.ts";
import { providerSettings } from "../provider-settings.ts";
import { trustingWith } from "../where-they-may-go.ts";
import { addressFindings, incomplete } from "./address-findings.ts";
import { callFindings } from "./call-findings.ts";
import type { Correction } from "./corrections.ts";
import { headerFindings } from "./header-findings.ts";
import { rowFindings } from "./row-findings.ts";
import { unknownRow } from "./unknown-row.ts";
import { type Around, placeIn, type Said, type Spoken, spokenOf, type Used } from "./spoken.ts";

interface Asked {
  said: Said;
  ofProviders: readonly Leaf[];
  used: readonly Used[];
  configuration: Around["configuration"];
  having: AtHand;
}

/** What catalog and environment have to say of providers, and of what is said of their models. */
export async function providerFindings(
  { access, machine }: OperationContext,
  { said, ofProviders, used, configuration, having }: Asked,
  options: OperationOptions,
): Promise<{ findings: Finding[]; corrections: Correction[] }> {
  const trusting = await trustingWith(machine, configuration.leaves, having);
  const { result } = await access.ask(options, (view, about) => {
    const lastSeen = (error: ModelForgeError) => withLastSeen(error, access, view, about);
    const unknown = (ref: string) => unknownRow(view, ref, lastSeen);
    const rows = rowFindings(view, said.leaves, said.files, unknown);
    const providers = spokenOf(ofProviders, used, said.files).flatMap((spoken) =>
      ofProvider(view, spoken, { machine, configuration, having, trusting }),
    );
    return { findings: [...rows.findings, ...providers], corrections: rows.corrections };
  });
  return result;
}

function ofProvider(view: CatalogView, spoken: Spoken, around: Around): Finding[] {
  const { id, own, used } = spoken;
  const { machine, configuration, trusting } = around;
  const { address: baseUrl, isEnabled } = providerSettings(configuration, machine.environment, id);
  const found = view.findProvider(id)?.provider;
  const isKnown = found?.id === id && !isOnlySaid(view, spoken, found);
  if (!isKnown && baseUrl === undefined) return [noProvider(view, spoken)];
  const provider = isKnown ? found : ownProvider(id, own);
  const template = templateOf(provider, trusting, baseUrl);
  const findings = [
    ...ofValues(spoken, template),
    ...addressFindings(provider, spoken, around),
    ...headerFindings(spoken, around),
  ];
  const hasModels = own.some(({ path }) => path[2] === "models");
  const isMeant = used !== undefined || (hasModels && isEnabled);
  const isSaid = own.some(({ path }) => path[2] === "baseUrl");
  if (template.missing.length > 0 && (isMeant || isSaid) && isEnabled)
    findings.push(incomplete(spoken, template, trusting));
  return isMeant ? [...findings, ...callFindings(provider, template, spoken, around)] : findings;
}

/** Whether it is in the catalog for nothing but the models that the configuration adds. */
function isOnlySaid(view: CatalogView, { id, own }: Spoken, { models }: ProviderInfo): boolean {
  const ids = new Set(own.flatMap(({ path }) => (path[2] === "models" ? [path[3] ?? ""] : [])));
  const added = [...ids].filter((one) => view.findModel(`${id}/${one}`)?.origin === "config");
  return models === added.length;
}

function noProvider(view: CatalogView, spoken: Spoken): Finding {
  const { id } = spoken;
  const others = view
    .providers()
    .filter((one) => !isOnlySaid(view, { ...spoken, id: one.id }, one));
  const close = nearest(
    id,
    others.map((one) => one.id),
  );
  const fix =
    close.length > 0
      ? `did you mean ${close.join(", ")}?`
      : `modelforge config set ${shellWord(`providers.${id}.baseUrl`)} <address>`;
  const message = `no provider ${id} in the catalog`;
  return finding("config.unknown-provider", placeIn(spoken), message, fix);
}

function ofValues({ id, own, files }: Spoken, { values, baseUrl, url, missing }: ProviderTemplate) {
  return own.flatMap((leaf): Finding[] => {
    const [, , part, name] = leaf.path;
    if (part === "baseUrl" && url === null && missing.length === 0 && baseUrl === leaf.value)
      return [
        finding("config.bad-address", placeOf(leaf, files), `${nameOf(leaf.path)} is no address`),
      ];
    const isInHeader = own.some(
      ({ path, value }) => path[2] === "headers" && String(value).includes(`\${${name}}`),
    );
    if (part !== "values" || isInHeader || values.some((one) => one.name === name)) return [];
    const message = `the address of ${id} has no ${name} in it`;
    return [finding("config.unused-value", placeOf(leaf, files), message)];
  });
}
