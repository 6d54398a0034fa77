import { editedText } from "../../config/edit.ts";
import { isConfigured } from "../../credentials/from-environment.ts";
import { withVariables } from "../../credentials/with-variables.ts";
import { secretTest } from "../../credentials/secrets-at-hand.ts";
import { ModelForgeError } from "../../failure.ts";
import { type ProviderTemplate, templateOf } from "../../providers/template.ts";
import { atHand } from "../at-hand.ts";
import { checkAliasName, hiddenBy } from "../alias-checks.ts";
import type { ConfigAdded } from "../config-added.ts";
import { changeConfig } from "../config-change.ts";
import { configurationOf } from "../configuration-of.ts";
import { givenValues } from "../given-values.ts";
import type { Operation, OperationContext } from "../operation.ts";
import { ownModelPath } from "../own-models.ts";
import { providerSettings } from "../provider-settings.ts";
import { refuseAnySecret } from "../refuse-secret.ts";
import type { AddedModel } from "./added-model.ts";
import { askedModel } from "./asked-model.ts";
import type { ConfigAddInput } from "./input.ts";

/**
 * Adds a model of a provider to a configuration. What is written is its name, and what the provider's address needs; the
 * rest comes from the catalog whenever it is asked. Throws `usage.missing-argument` with `details.missing` where the address
 * needs more, and `usage.bad-value` for a provider that nobody can set up so.
 */
export const configAdd: Operation<ConfigAddInput, ConfigAdded> = async (
  context,
  input,
  options,
) => {
  const { values = [], alias, use = false, deployment, project = false, dryRun = false } = input;
  await refuseAnySecret(context, [input.model, alias, deployment, ...values].join("\n"));
  const given = givenValues(values);
  if (project && given.size > 0) throw notForProjects();
  if (alias !== undefined) checkAliasName(alias);
  if (deployment !== undefined && deployment.trim() === "") throw emptyDeployment();
  const asked = await askedModel(context, input, options);
  const model = asked.result;
  const { template, configured } = templateFor(context, model, given);
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
    command: `config add ${ref}`,
    change: (text, file) =>
      edits.reduce((now, [path, value]) => editedText(now, path, value, file), text ?? ""),
    notes: configured || template.isLocal ? [] : [withoutCredential(model.provider.id, template)],
  });
  const hidden = alias === undefined ? [] : await hiddenBy(context, alias.trim(), options);
  const { limits, price, name } = model;
  return {
    result: { ...outcome.result, added: { ref, name, template, limits, price, configured } },
    ...(asked.catalog === undefined ? {} : { catalog: asked.catalog }),
    warnings: [...asked.warnings, ...model.notes, ...hidden, ...outcome.warnings],
  };
};

type Edit = [path: string[], value: string];

function templateFor(
  context: OperationContext,
  { provider }: AddedModel,
  given: ReadonlyMap<string, string>,
) {
  const { machine } = context;
  const configuration = configurationOf(context);
  const { environment, baseUrl } = providerSettings(
    configuration,
    machine.environment,
    provider.id,
    given,
  );
  const filling = { valueOf: environment.get, isSecret: secretTest(environment) };
  const template = templateOf(provider, filling, baseUrl);
  const having = atHand({ machine, configuration });
  const unknown = [...given.keys()].find(
    (name) => !template.values.some((one) => one.name === name),
  );
  if (unknown !== undefined) throw noSuchValue(provider.id, unknown, template);
  if (template.url === null) throw incomplete(provider.id, template);
  return {
    template,
    configured: isConfigured(provider, {
      ...having,
      ...withVariables(having, { before: given }),
    }),
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

function noSuchValue(
  provider: string,
  name: string,
  { values }: ProviderTemplate,
): ModelForgeError {
  const known = values.map((one) => one.name);
  return new ModelForgeError("usage.bad-value", {
    message: `the address of ${provider} has no ${name} in it`,
    hint:
      known.length === 0
        ? "it needs no values"
        : `it takes ${known.join(", ")}; a credential is for modelforge auth login ${provider}`,
    details: { field: "values", value: name, known },
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

function withoutCredential(provider: string, { credentials }: ProviderTemplate): string {
  const ways = credentials.map((names) => names.join(" and "));
  const or = ways.length === 0 ? "" : `, or set ${ways.join(", or ")}`;
  return `no credential for ${provider} is at hand: modelforge auth login ${provider}${or}`;
}
