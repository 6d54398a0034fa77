import { aliasPattern } from "../../config/aliases.ts";
import { kindWords } from "../../config/kind-words.ts";
import { allKeys } from "../../config/keys.ts";
import { nameOf } from "../../config/layers.ts";
import { shownName } from "../../config/secrets.ts";
import { valuesIn } from "../../config/values-in.ts";
import { ownModelPath } from "../own-models.ts";
import { struck } from "./found-secrets.ts";
import type { KnownModels } from "./known-models.ts";
import { isUnderstood, type PythonConfig } from "./python-config.ts";
import type { Edit } from "./with-edits.ts";

/** What our file says already, by name; it grows with what is added. */
type Said = Map<string, unknown>;

export interface MovedSettings {
  edits: Edit[];
  notes: string[];
}

interface Moving {
  known: KnownModels;
  said: Said;
}

/** What a file of the Python ModelForge comes to in ours. What ours says already stays, and is said where it differs. */
export function movedSettings(config: PythonConfig, { known, said }: Moving): MovedSettings {
  const edits: Edit[] = [];
  const notes: string[] = [];
  const set = (path: readonly string[], value: string): void => {
    const name = nameOf(path);
    const before = said.get(name);
    if (before === undefined) {
      said.set(name, value);
      edits.push([path, value]);
    } else if (before !== value && path.at(-1) !== "name") {
      notes.push(
        `${shownName(name)} stays ${shownName(textOf(before))}, and is not ${shownName(value)}`,
      );
    }
  };
  for (const name of config.unnamed) {
    notes.push(
      `${shownName(`providers.${name}`)} cannot be the name of a provider, and is left out`,
    );
  }
  const named: Named[] = [];
  for (const provider of config.providers) {
    const { id } = provider;
    if (id !== provider.name) notes.push(`${shownName(provider.name)} is called ${id} here`);
    const { base_url: address } = provider.said;
    if (typeof address === "string" && address.trim() !== "" && address !== struck) {
      if (!isSameAddress(address, known.address(id)))
        set(["providers", id, "baseUrl"], address.trim());
    }
    for (const model of provider.models) {
      const meant = known.model(id, model.id) ?? { id: model.id, name: model.id };
      if (kindWords.name.read(meant.id) === undefined || model.id === struck) {
        notes.push(
          `${shownName(model.alias)} of ${id} cannot be the name of a model, and is left out`,
        );
        continue;
      }
      set([...ownModelPath(id, meant.id), "name"], meant.name);
      named.push({ ...model, provider: provider.name, owner: id, ref: `${id}/${meant.id}` });
    }
  }
  moveAliases(named, { said, known, notes }, set);
  moveCurrent(config, named, notes, set);
  return { edits, notes };
}

/** A model of ours with the name that it was called by. */
interface Named {
  alias: string;
  id: string;
  provider: string;
  owner: string;
  ref: string;
}

type Setting = (path: readonly string[], value: string) => void;

/** A name that is the model's id needs no alias, unless two models have it. */
function moveAliases(
  named: readonly Named[],
  { said, known, notes }: Pick<Moving, "said" | "known"> & { notes: string[] },
  set: Setting,
): void {
  const refs = new Map<string, Set<string>>();
  for (const { alias, ref } of named) {
    const name = aliasOf(alias);
    refs.set(name, (refs.get(name) ?? new Set()).add(ref));
  }
  const target = (name: string): string[] => ["aliases", name, "model"];
  const saidOf = (name: string): unknown => said.get(nameOf(target(name)));
  for (const one of named) {
    const alias = aliasOf(one.alias);
    const isShared = (refs.get(alias)?.size ?? 0) > 1;
    if (one.alias === one.id && !isShared) continue;
    if (alias === "") {
      notes.push(`${shownName(one.alias)} cannot be an alias; the model is ${shownName(one.ref)}`);
      continue;
    }
    const isFree = (name: string): boolean => [undefined, one.ref].includes(saidOf(name) as string);
    const name = freeName(alias, one.owner, isFree);
    const keeper = saidOf(alias);
    const isNew = saidOf(name) === undefined;
    set(target(name), one.ref);
    if (!isNew) continue;
    if (name !== alias) {
      notes.push(
        `two models are called ${alias}: ${shownName(textOf(keeper))} keeps the name, and ${shownName(one.ref)} is ${name}`,
      );
    } else if (alias !== one.alias) {
      notes.push(`the alias ${shownName(one.alias)} is written ${alias}`);
    }
    if (name === alias && known.isId(one.alias) && one.alias !== one.id) {
      notes.push(`${alias} is the id of a model, too: alone it means the alias`);
    }
  }
}

/** `fast`, `openai-fast`, `openai-fast-2` */
function freeName(alias: string, owner: string, isFree: (name: string) => boolean): string {
  if (isFree(alias)) return alias;
  const name = `${owner}-${alias}`.slice(0, 58);
  for (let number = 1; ; number += 1) {
    const next = number === 1 ? name : `${name}-${number}`;
    if (isFree(next)) return next;
  }
}

/** As ours are written: small, and without what could be a ref, a flag or a path. */
function aliasOf(name: string): string {
  const alias = name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+/, "")
    .slice(0, 64);
  return aliasPattern.test(alias) ? alias : "";
}

function moveCurrent(
  { current }: PythonConfig,
  named: readonly Named[],
  notes: string[],
  set: Setting,
): void {
  if (current === undefined) return;
  const { provider, model } = current;
  const found = named.find((one) => one.provider === provider && one.alias === model);
  if (found !== undefined) return set(["current"], found.ref);
  notes.push(
    `current_model names ${shownName(`${provider}/${model}`)}, which is not among the models, and is left out`,
  );
}

function isSameAddress(one: string, other: string | undefined): boolean {
  const plain = (address: string): string => address.trim().replace(/\/+$/, "");
  return other !== undefined && plain(one) === plain(other);
}

/** The names of what has no place in ours. */
export function notTaken(text: string, isInPlace: boolean): string[] {
  const left = valuesIn(text).filter(
    ({ path }) => !isUnderstood(path) && !(isInPlace && isOurs(path)),
  );
  const names = left.map(({ path: [section = "", ...path] }) =>
    nameOf([section, ...path.slice(0, stepsOf(section, path[1]))]),
  );
  return [...new Set(names)].map(shownName);
}

/** How deep a name goes that tells people what it is. */
function stepsOf(section: string, field: string | undefined): number {
  if (section !== "providers") return 1;
  return field === "models" ? 4 : 2;
}

/** Whether our own file could say it. */
function isOurs(path: readonly string[]): boolean {
  if (path.length === 1 && (path[0] === "$schema" || path[0] === "version")) return true;
  return allKeys.some(({ key, kind }) => {
    const steps = key.split(".");
    const isLong =
      kind === "object" || kind === "names"
        ? path.length >= steps.length
        : path.length === steps.length;
    return isLong && steps.every((step, at) => step === "*" || step === path[at]);
  });
}

/** What stands in a place of a name or an address, as it is written. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
