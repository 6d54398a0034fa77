import { ModelForgeError } from "../failure.ts";
import type { Environment } from "../system/ports.ts";
import { valueIn } from "./find.ts";
import { ownersOf } from "./hosts/may-go-to.ts";
import { findProgram, keyIn, keyOfCommand, type RunningMachine } from "./key-command.ts";
import { Secret } from "./secret.ts";

/** Where a key is: a variable, or an entry that a tool gives out; of several commands the first that answers. */
export type KeyReference = { env: string } | { commands: readonly (readonly string[])[] };

/** What is kept in the place of a key, and the key it leads to now. */
export interface Referred {
  kept: { env: string } | { command: readonly string[] };
  secret: Secret;
}

const example = "op://vault/item/field, keychain:service/account or env:NAME";

/** Reads `op://vault/item/field`, `keychain:service/account`, `env:NAME`. Throws `usage.bad-value`. */
export function readReference(given: string, platform: string): KeyReference {
  const text = given.trim();
  // they are words of a program, which all of this machine sees
  if (text.length > 1024 || /[^\x20-\x7e\u00a0-\uffff]/.test(text)) throw unfit("is none");
  if (/^op:\/\//i.test(text)) {
    if (!/^op:\/\/[^/]+(?:\/[^/?]+){2,3}(?:\?[^/]*)?$/i.test(text))
      throw unfit("names no field of an item");
    return { commands: [["op", "read", text]] };
  }
  const [, variable] = /^env:(.*)$/i.exec(text) ?? [];
  if (variable !== undefined) {
    if (!/^[A-Za-z_]\w*$/.test(variable)) throw unfit("names no variable");
    return { env: variable };
  }
  // a service may have slashes in its name, as addresses do
  const [, service, account] = /^keychain:(.+)\/([^/]+)$/i.exec(text) ?? [];
  if (service === undefined || account === undefined) throw unfit("is none that is understood");
  // a tool would take it for a flag
  if (service.startsWith("-") || account.startsWith("-")) throw unfit("names no entry");
  return { commands: inKeychain(service, account, platform) };
}

function inKeychain(service: string, account: string, platform: string): string[][] {
  if (platform === "darwin")
    return [["security", "find-generic-password", "-s", service, "-a", account, "-w"]];
  if (platform === "win32") throw unfit("cannot be resolved: Windows has no tool for that");
  // most programs that keep keys there call an account so; whoever used the tool by hand chose the word
  return ["username", "account"].map((word) => [
    "secret-tool",
    "lookup",
    "service",
    service,
    word,
    account,
  ]);
}

/** What is to be kept of a reference, which is followed once. Throws `credential.missing`. */
export async function follow(
  machine: RunningMachine,
  provider: string,
  reference: KeyReference,
): Promise<Referred> {
  if ("env" in reference) {
    const secret = keyInVariable(machine.environment, provider, reference.env);
    return { kept: reference, secret };
  }
  let failed: unknown;
  for (const [tool = "", ...words] of reference.commands) {
    const command = [toolIn(machine, provider, tool), ...words];
    try {
      return { kept: { command }, secret: await keyOfCommand(machine, provider, command) };
    } catch (error) {
      failed ??= error;
    }
  }
  throw failed;
}

/** The key that is in a variable now. Throws `credential.missing`. */
export function keyInVariable(
  environment: Pick<Environment, "get">,
  provider: string,
  name: string,
): Secret {
  const value = valueIn(environment, name);
  if (value !== undefined) return new Secret(keyIn(provider, value, `what ${name} says`));
  throw new ModelForgeError("credential.missing", {
    message: `the key of ${provider} is to be in ${name}, which is not set`,
    hint: `set ${name}, or modelforge auth login ${provider} keeps another`,
    details: { provider, variable: name },
  });
}

/** The other provider whose variable it is; undefined where it is nobody's, or this one's. */
export function othersVariable(provider: string, variable: string): string | undefined {
  const owners = ownersOf({ provider, variable });
  return owners.includes(provider) ? undefined : owners[0];
}

function toolIn(machine: RunningMachine, provider: string, name: string): string {
  try {
    return findProgram(machine, name);
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    throw new ModelForgeError("credential.missing", {
      message: error.message,
      hint: `install ${name}, which is asked for the key of ${provider}, or keep the key itself`,
      details: { provider, program: name },
    });
  }
}

function unfit(what: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `the reference ${what}`,
    hint: `write where the key is, and not the key: ${example}`,
    details: { field: "reference" },
  });
}
