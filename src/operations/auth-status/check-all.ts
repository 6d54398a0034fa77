import {
  cannotTell,
  type Checked,
  checkCredential,
} from "../../credentials/check/check-credential.ts";
import { listingOf, type Reached } from "../../credentials/check/listing.ts";
import { fillAddress, whyUnfit } from "../../credentials/hosts/template.ts";
import { ownAddress } from "../../providers/own-address.ts";
import { leftOut } from "../left-out.ts";
import { holderOf } from "../../credentials/find.ts";
import type { Holder, Trusting } from "../../credentials/hosts/may-go-to.ts";
import { openFound } from "../../credentials/open-credential.ts";
import { keepOutSecretsOf } from "../../credentials/secrets-at-hand.ts";
import type { Secret } from "../../credentials/secret.ts";
import type { StoreDocument } from "../../credentials/store/document.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import type { Leaf } from "../../config/layers.ts";
import { secretIn } from "../../config/secrets.ts";
import { ofProviders } from "../at-hand.ts";
import { configurationOf } from "../configuration-of.ts";
import { ownHeaders } from "../own-headers.ts";
import { calledAt } from "../where-they-may-go.ts";
import type { OperationContext, OperationOptions, Outcome } from "../operation.ts";
import type { CredentialStatus, StatusRow } from "./auth-status.ts";
import type { AuthStatusInput } from "./input.ts";

interface Checking {
  document: StoreDocument;
  trusting: Trusting;
  input: AuthStatusInput;
  options: OperationOptions;
}

/** Asks the providers of all rows that would be used, of all others only where that is wanted. */
export async function checkAll(
  context: OperationContext,
  rows: readonly StatusRow[],
  { document, trusting, input, options }: Checking,
): Promise<Outcome<CredentialStatus[]>> {
  if (options.offline === true || context.access.settings.offline) throw offline();
  const { machine } = context;
  // of those in other providers' variables, too, none may stand in an address
  keepOutSecretsOf(machine.environment);
  const ids = rows.map(({ status }) => status.provider);
  const { reached, warnings } = await reachedBy(context, ids, options);
  const untrusted: Warning[] = [];
  const own = ofProviders(configurationOf(context));
  const isOff = (provider: string): boolean =>
    own.some(({ path, value }) => path[1] === provider && path[2] === "enabled" && value === false);
  const check = async ({ status, found, isLeft }: StatusRow): Promise<Checked | undefined> => {
    if (found === undefined || isLeft === true || (!status.active && input.all !== true))
      return undefined;
    if (found.chain !== null) return cannotTell(ofCloud);
    if (isOff(status.provider)) return cannotTell("it is switched off");
    const { provider } = status;
    const one = {
      holder: holderOf(found),
      open: () => openFound(machine, document, found, async () => input.passphrase, options.signal),
      reached: reached.get(provider),
      trusting,
      own,
    };
    return checkOne(machine, one, untrusted, options.signal);
  };
  const checked = await Promise.all(rows.map(check));
  const result = rows.map(({ status }, at) => ({ ...status, ...checked[at] }));
  return { result, warnings: [...warnings, ...untrusted] };
}

export const ofCloud = "its cloud's own programs sign in with it";

/** A credential to check: whose it is, how it is opened, and where its provider is. */
interface ToCheck {
  holder: Holder;
  open(): Promise<Secret>;
  reached: Reached | undefined;
  trusting: Trusting;
  /** What the configuration says of providers. */
  own: readonly Leaf[];
}

/** Asks one provider; what is not sent, and a host that nobody trusts, is said in `untrusted`. */
export async function checkOne(
  machine: Pick<OperationContext["machine"], "http" | "installation">,
  { holder, open, reached, trusting, own }: ToCheck,
  untrusted: Warning[],
  signal: AbortSignal | undefined,
): Promise<Checked> {
  const against = whyNotAsked(own, holder, trusting);
  if (against !== undefined) return cannotTell(against);
  // a catalog says nothing of the host that somebody signed in at
  const [only] = holder.only ?? [];
  const there = only === undefined ? reached : { npm: null, api: only };
  const listing = listingOf(holder.provider, there, trusting.trusted);
  if (listing === undefined) return cannotTell("no list of its models is known");
  try {
    const { headers, warnings } = ownHeaders(own, holder.provider);
    untrusted.push(...warnings);
    const carried = { secret: await open(), holder, style: listing.style, trusting, headers };
    return await checkCredential(machine, listing, carried, signal);
  } catch (error) {
    if (!(error instanceof ModelForgeError) || !/^(?:credential|network)\./.test(error.code))
      throw error;
    const { code, message, hint, details } = error;
    if (code === "credential.refused") return { check: "refused", why: message };
    if (code === "credential.host-untrusted") {
      untrusted.push({ code, message: `${message}; ${hint}`, details });
    }
    return cannotTell(message);
  }
}

/** What is wrong with the address that the person's own file says, so that nothing is asked: nothing else is asked instead. */
function whyNotAsked(own: readonly Leaf[], holder: Holder, trusting: Trusting): string | undefined {
  const { provider } = holder;
  const address = calledAt(byThePerson(own)).get(provider);
  if (address === undefined) return undefined;
  const { url, verdict } = ownAddress(holder, address, trusting);
  const name = `providers.${provider}.baseUrl`;
  if (verdict === "names-somebody") return `${name} holds a name or a password`;
  const secret = secretIn(address);
  if (secret !== undefined) return `${name} holds ${secret}`;
  if (url === undefined) {
    const { unfit } = fillAddress(provider, address, trusting);
    return unfit.length > 0 ? `${name}: ${whyUnfit(unfit)}` : `${name} is no address`;
  }
  // of any other host it is said how it is trusted
  if (verdict !== "elsewhere" && verdict !== "not-http") return undefined;
  return leftOut([{ provider, why: "address", missing: [] }]).join();
}

/** How the catalog at hand says that providers are reached; without one, what is known must do. */
export async function reachedBy(
  context: OperationContext,
  providers: readonly string[],
  options: OperationOptions,
): Promise<{ reached: Map<string, Reached>; warnings: Warning[] }> {
  try {
    const { result, warnings } = await context.access.ask(options, (view) =>
      providers.flatMap((id) => {
        const provider = view.findProvider(id)?.provider;
        return provider?.id === id ? [[id, { api: provider.api, npm: provider.npm }] as const] : [];
      }),
    );
    return { reached: asSaid(context, providers, new Map(result)), warnings };
  } catch (error) {
    if (!(error instanceof ModelForgeError) || error.code === "cancelled") throw error;
    const warnings = [{ code: error.code, message: error.message }];
    return { reached: asSaid(context, providers, new Map()), warnings };
  }
}

/** Where the person's own file says that a provider is called it is asked, and nowhere else; a project's word moves no credential. */
function asSaid(
  context: OperationContext,
  providers: readonly string[],
  reached: Map<string, Reached>,
): Map<string, Reached> {
  for (const [id, api] of calledAt(byThePerson(ofProviders(configurationOf(context))))) {
    if (providers.includes(id))
      reached.set(id, { npm: null, ...reached.get(id), api, isSaid: true });
  }
  return reached;
}

function byThePerson(own: readonly Leaf[]): Leaf[] {
  return own.filter(({ scope }) => scope === "user");
}

function offline(): ModelForgeError {
  return new ModelForgeError("network.offline", {
    message: "a check needs the network, and offline was asked for",
    hint: "leave out --check to see what is at hand",
  });
}
