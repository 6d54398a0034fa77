import type { CatalogView } from "../../catalog/view.ts";
import { aliasesOf } from "../../config/alias-parts.ts";
import { type Finding, finding } from "../../config/finding.ts";
import { joinLeaves, type Leaf } from "../../config/layers.ts";
import { type AtHand, isConfigured } from "../../credentials/from-environment.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import type { CatalogStamp } from "../../modelsdev/stamp.ts";
import { atHand } from "../at-hand.ts";
import { withLastSeen } from "../last-seen.ts";
import { mayBeNewer } from "../old-catalog.ts";
import type { OperationContext, OperationOptions } from "../operation.ts";
import { aliasFits } from "./alias-fits.ts";
import type { Correction } from "./corrections.ts";
import { lookedUp, namedIn } from "./model-findings.ts";
import { providerFindings } from "./provider-findings.ts";
import type { Said, Used } from "./spoken.ts";

interface Looked {
  result: Finding[];
  corrections: Correction[];
  catalog?: CatalogStamp;
  warnings: Warning[];
}

const nothing: Looked = { result: [], corrections: [], warnings: [] };

/**
 * What catalog and environment have to say of models and providers that are named. Where no catalog answers, that is what
 * is found.
 */
export async function catalogFindings(
  context: OperationContext,
  said: Said,
  options: OperationOptions,
): Promise<Looked> {
  const { access, machine } = context;
  const named = namedIn(context, said);
  const ofProviders = said.leaves.filter(({ path }) => path[0] === "providers");
  const overrides = said.leaves.filter(
    ({ path: [section, name] }) => section === "catalog" && name === "overrides",
  );
  if (named.length === 0 && ofProviders.length === 0 && overrides.length === 0) return nothing;
  const configuration = { leaves: countedIn(said) };
  const having = await atHand({ machine, configuration });
  // few say what their models have to do
  const says = aliasesOf(configuration.leaves).some(
    ({ leaves }) => (leaves.needs ?? leaves.parameters) !== undefined,
  );
  try {
    const { result, catalog, warnings } = await access.ask(options, (view, about) => {
      const models = named.map((model) =>
        lookedUp(model, view, (error) => withLastSeen(error, access, view, about)),
      );
      const used = models.flatMap((one) => one.used ?? []);
      const fits = says ? aliasFits(view, configuration.leaves, said.files) : [];
      return { models, used, fits, isFine: used.every((one) => isCallable(one, view, having)) };
    });
    const { models, used, fits, isFine } = result;
    const looked = ofProviders.length > 0 || overrides.length > 0 || !isFine;
    // few speak of providers
    const others = looked
      ? await providerFindings(context, { said, ofProviders, used, configuration, having }, options)
      : { findings: [], corrections: [] };
    const findings = [...models.flatMap((one) => one.findings), ...fits, ...others.findings];
    const corrections = models.flatMap((one) => one.correction ?? []);
    return {
      result: findings.map((one) => doubted(one, catalog)),
      corrections: [...corrections, ...others.corrections],
      catalog,
      warnings,
    };
  } catch (error) {
    if (!(error instanceof ModelForgeError) || error.code === "cancelled") throw error;
    const message = `nothing was looked up in a catalog: ${error.message}`;
    return { ...nothing, result: [finding("config.not-checked", {}, message, error.hint ?? null)] };
  }
}

/** What counts of it: a project's go before the user's. */
function countedIn({ leaves }: Said): Leaf[] {
  const of = (scope: Leaf["scope"]) => leaves.filter((leaf) => leaf.scope === scope);
  return joinLeaves(of("user"), of("project"));
}

function isCallable({ provider }: Used, view: CatalogView, having: AtHand): boolean {
  const found = view.findProvider(provider)?.provider;
  return found !== undefined && isConfigured(found, having);
}

/** What an old catalog does not have may be new. */
function doubted(one: Finding, catalog: CatalogStamp): Finding {
  const missed =
    one.code === "config.unknown-model" || one.code === "config.unknown-override"
      ? "model"
      : one.code === "config.unknown-provider"
        ? "provider"
        : undefined;
  const why = missed && mayBeNewer(catalog, missed);
  if (why === undefined) return one;
  return { ...one, severity: "warning", message: `${one.message}; ${why}` };
}
