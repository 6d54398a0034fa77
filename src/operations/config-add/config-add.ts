import type { Configuration } from "../../config/configuration.ts";
import { editedText } from "../../config/edit.ts";
import {
  isConfigured,
  type NotCallable,
  whyNotCallable,
} from "../../credentials/from-environment.ts";
import { secretTest } from "../../credentials/secrets-at-hand.ts";
import { withVariables } from "../../credentials/with-variables.ts";
import { ModelForgeError } from "../../failure.ts";
import { type ProviderTemplate, templateOf } from "../../providers/template.ts";
import { atHand, ofProviders } from "../at-hand.ts";
import { checkAliasName, hiddenBy } from "../alias-checks.ts";
import type { ConfigAdded } from "../config-added.ts";
import { checkValues } from "../check-values.ts";
import { changeConfig } from "../config-change.ts";
import { configurationOf } from "../configuration-of.ts";
import { declaredBy } from "../declared-by.ts";
import { givenValues } from "../given-values.ts";
import { leftOut, remedyFor } from "../left-out.ts";
import type { Operation, OperationContext, OperationOptions, Outcome } from "../operation.ts";
import { ownModelPath } from "../own-models.ts";
import { providerSettings } from "../provider-settings.ts";
import { refuseAnySecret } from "../refuse-secret.ts";
import { movedAlias, staysInUse } from "../stays-in-use.ts";
import type { AddedModel } from "./added-model.ts";
import { askedModel } from "./asked-model.ts";
import type { ConfigAddInput } from "./input.ts";

/**
 * Adds a model of a provider to a configuration. What is written is its name, and what the provider's address needs; the
 * rest comes from the catalog whenever it is asked. Throws `usage.missing-argument` with `details.missing` where the address
 * needs more, and `usage.bad-value` for a provider that nobody can set up so.
 */
export const configAdd: Operation<ConfigAddInput, ConfigAdded> = (context, input, options) =>
  addModel(context, input, options, (ref) => `config add ${ref}`);

/** The same for another command; `command` is what the history says. */
export async function addModel(
  context: OperationContext,
  input: ConfigAddInput,
  options: OperationOptions,
  command: (ref: string) => string,
): Promise<Outcome<ConfigAdded>> {
  const { values = [], alias, use = false, deployment, project = false, dryRun = false } = input;
  await refuseAnySecret(context, [input.model, alias, deployment, ...values].join("\n"));
  const given = givenValues(values);
  if (project && given.size > 0) throw notForProjects();
  if (alias !== undefined) checkAliasName(alias);
  if (deployment !== undefined && deployment.trim() === "") throw emptyDeployment();
  const asked = await askedModel(context, input, options);
  const model = asked.result;
  const { template, configured, notes } = await templateFor(context, model, { given, project });
  const ref = `${model.provider.id}/${model.id}`;
  const own = ownModelPath(model.provider.id, model.id);
  const edits: Edit[] = [
    ...Array.from(
      given,
      ([name, value]): Edit => [["providers", model.provider.id, "values", name], value],
    ),
    [[...own, "name"], model.name],
  ];
  if (deployment !== undefined) edits.push([[...own, "deployment"], deployment]);
  if (alias !== undefined) edits.push([["aliases", alias.trim(), "model"], ref]);
  if (use) edits.push([["current"], ref]);
  const outcome = await changeConfig(context, { project, dryRun }, options, {
    command: command(ref),
    change: (text, file) =>
      edits.reduce((now, [path, value]) => editedText(now, path, value, file), text ?? ""),
    notes: [
      ...notes,
      ...(use ? staysInUse(context, ref, project) : []),
      ...(alias === undefined ? [] : movedAlias(context, alias.trim(), ref, project)),
    ],
  });
  const hidden = alias === undefined ? [] : await hiddenBy(context, alias.trim(), options);
  const { limits, price, name } = model;
  return {
    result: { ...outcome.result, added: { ref, name, template, limits, price, configured } },
    ...(asked.catalog === undefined ? {} : { catalog: asked.catalog }),
    warnings: [...asked.warnings, ...model.notes, ...hidden, ...outcome.warnings],
  };
}

type Edit = [path: string[], value: string];

async function templateFor(
  context: OperationContext,
  { provider }: AddedModel,
  { given, project }: { given: ReadonlyMap<string, string>; project: boolean },
) {
  const { machine } = context;
  const configuration = configurationOf(context);
  const all = await atHand({ machine, configuration, given });
  const { environment, baseUrl } = providerSettings(
    configuration,
    withVariables(machine.environment, { behind: all.clouds?.values }),
    provider.id,
    given,
  );
  const filling = {
    valueOf: environment.get,
    isSecret: secretTest(environment),
    declares: declaredBy(ofProviders(configuration), given),
  };
  const template = templateOf(provider, filling, baseUrl);
  checkValues(provider.id, given, template);
  if (template.url === null) throw incomplete(provider.id, template);
  // what is written in the user's file asks for its provider
  const { isUnasked, ...found } = all;
  const having = project && isUnasked !== undefined ? { ...found, isUnasked } : found;
  const against = whyNotCallable(provider, having);
  const isFine = against === undefined || (against.why === "credential" && template.isLocal);
  return {
    template,
    configured: isConfigured(provider, having),
    notes: isFine ? [] : [notCallable(against, template, configuration)],
  };
}

function incomplete(provider: string, { missing, why }: ProviderTemplate): ModelForgeError {
  const [first] = missing;
  if (first === undefined) {
    return new ModelForgeError("usage.bad-value", {
      message: `${provider} cannot be set up so: ${why}`,
      hint: `modelforge providers info ${provider} --template shows what is known of it`,
      details: { provider, why },
    });
  }
  return new ModelForgeError("usage.missing-argument", {
    message: `the address of ${provider} is not complete: ${why}`,
    hint: `${missing.map((name) => `--value ${name}=<value>`).join(" ")} says it; modelforge providers info ${provider} --template shows the address`,
    details: { provider, missing },
  });
}

function emptyDeployment(): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: "the name of a deployment is empty",
    hint: "for example modelforge config add azure/gpt-5 --deployment my-gpt-5",
    details: { field: "deployment" },
  });
}

function notForProjects(): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: "what an address is made of is not for a project to say",
    hint: "leave --project out, or the values: then they come from the environment or your own file",
    details: { field: "values" },
  });
}

function notCallable(
  against: NotCallable,
  { credentials }: ProviderTemplate,
  configuration: Pick<Configuration, "find">,
): string {
  const ways = credentials.map((names) => names.join(" and "));
  const isMissing = against.why === "credential" && ways.length > 0;
  const or = isMissing ? `, or set ${ways.join(", or ")}` : "";
  return `${leftOut([against]).join()}: ${remedyFor(against, configuration)}${or}`;
}
