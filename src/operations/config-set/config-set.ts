import { readCapability } from "../../catalog/query/filter-words.ts";
import { splitRef } from "../../catalog/words/ref.ts";
import { whyNoHeader } from "../../catalog/words/header-name.ts";
import { beginningOf, said } from "../../catalog/words/said.ts";
import { shellWord } from "../../catalog/words/shell-word.ts";
import { editedText } from "../../config/edit.ts";
import { exampleOf } from "../../config/key-meanings.ts";
import type { ConfigKey } from "../../config/keys.ts";
import { kindWords } from "../../config/kind-words.ts";
import { keptBefore, type Leaf, maySay, nameOf } from "../../config/layers.ts";
import { keyAt } from "../../config/paths.ts";
import { refuseSecretPlace } from "../../config/secret-places.ts";
import { refuseSecret } from "../../config/secrets.ts";
import { ModelForgeError } from "../../failure.ts";
import { changeConfig, type ConfigChanged } from "../config-change.ts";
import { parseSource } from "../../modelsdev/source.ts";
import { isAddress } from "../../providers/own-address.ts";
import { checkAlias, checkAliasName } from "../alias-checks.ts";
import { configurationOf } from "../configuration-of.ts";
import type { Operation, OperationContext } from "../operation.ts";
import { refuseAnySecret } from "../refuse-secret.ts";
import { ofSetting } from "../source-setting.ts";
import type { ConfigSetInput } from "./input.ts";

/** Sets one value of a file; the rest of it stays as it is written. */
export const configSet: Operation<ConfigSetInput, ConfigChanged> = async (
  context,
  { key: name, value, ...how },
  options,
) => {
  await refuseAnySecret(context, value);
  const { path, key } = keyAt(name);
  const read = valueOf(key, path, value);
  // a part of an address or of a name, too
  refuseSecret([...path, ...value.split(/[/?&=@:.]+/)].join(" "));
  refuseSecretPlace({ path, value: read });
  if (how.project === true) checkProject(key, path, read);
  checkMeant(context, key.key, path, read);
  return changeConfig(context, how, options, {
    command: `config set ${nameOf(path)} ${value}`,
    change: (text, file) => editedText(text ?? "", path, read, file),
    notes: goesOnCounting(context, path, read, how.project === true),
  });
};

function valueOf({ key, kind }: ConfigKey, path: readonly string[], value: string): unknown {
  // other words for one are taken, and a word for none has one that is near
  const text = kind === "capabilities" ? capabilitiesIn(value) : value;
  const read = kindWords[kind].read(text);
  if (read !== undefined) return read;
  throw new ModelForgeError("usage.bad-value", {
    message: `${nameOf(path)} takes ${kindWords[kind].takes}: ${said(beginningOf(value))}`,
    hint: `for example modelforge config set ${shellWord(nameOf(path))} ${exampleOf(key)}`,
    details: { key: nameOf(path), value },
  });
}

function capabilitiesIn(value: string): string {
  return value
    .split(",")
    .map((one) => readCapability(one.trim(), "value"))
    .join(",");
}

/** What its kind alone does not tell. Throws `usage.bad-value`, `network.insecure`. */
function checkMeant(
  context: OperationContext,
  key: string,
  path: readonly string[],
  value: unknown,
): void {
  const text = String(value);
  const models = key === "aliases.*.fallback" ? (value as string[]) : [text];
  if (key === "aliases.*.model" || key === "aliases.*.fallback")
    for (const model of models) checkAlias(configurationOf(context), path[1] ?? "", model);
  else if (key.startsWith("aliases.")) checkAliasName(path[1] ?? "");
  if (key.startsWith("catalog.overrides.") && splitRef(path[2] ?? "") === undefined)
    throw noRef(path[2] ?? "");
  if (key === "providers.*.baseUrl") checkBaseUrl(text, path);
  if (key === "providers.*.headers.*") checkHeader(path);
  if (key !== "catalog.source") return;
  try {
    parseSource(text, context.machine);
  } catch (error) {
    throw ofSetting(error);
  }
}

/** What a project's file may not say would be written for nothing. */
function checkProject({ project }: ConfigKey, path: readonly string[], value: unknown): void {
  if (maySay(project, value)) return;
  throw new ModelForgeError("usage.bad-value", {
    message: `${nameOf(path)} is not for a project to say`,
    hint: "leave --project out: then it is set for you alone",
    details: { key: nameOf(path), value },
  });
}

/** What several sell is several rows. */
function noRef(name: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `${said(beginningOf(name))} is no ref, and what is said of a row is said by its ref`,
    hint: "for example modelforge config set catalog.overrides.openai/gpt-5.price.input 1",
    details: { key: name },
  });
}

function checkHeader(path: readonly string[]): void {
  const why = whyNoHeader(path[3] ?? "");
  if (why === undefined) return;
  throw new ModelForgeError("usage.bad-value", {
    message: `${nameOf(path)} would not be sent: it ${why}`,
    hint: "modelforge help config set",
    details: { key: nameOf(path) },
  });
}

/** Of what both files may say: that the other one's value counts here all the same. */
function goesOnCounting(
  context: OperationContext,
  path: readonly string[],
  value: unknown,
  isProject: boolean,
): string[] {
  const leaf = configurationOf(context).find(...path);
  if (leaf === undefined || leaf.value === value) return [];
  const own: Leaf = { path, value, scope: isProject ? "project" : "user", file: "" };
  if (leaf.scope === own.scope) return [];
  const isOtherKept = isProject
    ? keptBefore(own, [leaf]) !== undefined
    : keptBefore(leaf, [own]) === undefined;
  if (!isOtherKept) return [];
  const where = isProject ? "" : "in this project ";
  return [`${where}${nameOf(path)} stays ${String(leaf.value)}: ${leaf.file} says so`];
}

/** Its variables are filled when it is used. */
function checkBaseUrl(text: string, path: readonly string[]): void {
  const address = text.trim();
  const isWhole = /^\$\{\w+\}(?:\/|$)/.test(address);
  const looksRight = /^https?:\/\/[^\s/?#@\\]+(?:\/[^\s?#@\\]*)?$/i.test(address);
  if (isWhole || (looksRight && isAddress(address))) return;
  throw new ModelForgeError("usage.bad-value", {
    message: `${nameOf(path)} takes an address without name, password or query: ${said(beginningOf(text))}`,
    hint: `for example modelforge config set ${shellWord(nameOf(path))} https://llm.example.com/v1`,
    details: { key: nameOf(path) },
  });
}
