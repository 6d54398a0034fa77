import { originOf } from "../../../credentials/hosts/may-go-to.ts";
import { fillAddress } from "../../../credentials/hosts/template.ts";
import { trustedIn } from "../../../credentials/store/document.ts";
import { readStore } from "../../../credentials/store/read-store.ts";
import { trustingOf, whereTo } from "../../../credentials/where-to.ts";
import { withVariables } from "../../../credentials/with-variables.ts";
import { withValues } from "../../../operations/at-hand.ts";
import { readOnTheWay } from "../../../operations/read-on-the-way.ts";
import { readUrl } from "../../../system/url.ts";
import type { BodyLine } from "../picker/asking/contract.ts";
import { type Move, refusalOf, type Wizard } from "./wizard.ts";

/** The variables of the address that nothing at hand says. */
async function lacking(wizard: Wizard): Promise<readonly string[]> {
  return (await wizard.details([])).template.missing;
}

export async function lacksValues(wizard: Wizard): Promise<boolean> {
  return (await lacking(wizard)).length > 0;
}

/** One after the other, as `config add` asks for them. */
export async function askValues(wizard: Wizard, isBack: boolean): Promise<Move> {
  const names = await lacking(wizard);
  let at = isBack ? names.length - 1 : 0;
  while (at >= 0 && at < names.length) {
    const isGiven = await askValue(wizard, names[at] as string);
    at += isGiven ? 1 : -1;
  }
  return at < 0 ? "back" : "next";
}

async function askValue(wizard: Wizard, name: string): Promise<boolean> {
  const { own, provider } = wizard.draft;
  let typed = own.values.get(name) ?? "";
  let message = "";
  for (;;) {
    const { template } = await wizard.details([]);
    const answer = await wizard.ask("value", {
      question: `${name}:`,
      body: [{ text: `A part of the address of ${provider}: ${template.baseUrl}`, tone: "dim" }],
      typed,
      message,
    });
    if (answer.kind !== "typed") return false;
    typed = answer.text.trim();
    const whyNot = await refused(wizard, name, typed);
    if (whyNot === undefined) {
      own.values.set(name, typed);
      return true;
    }
    message = whyNot;
  }
}

/** Why it cannot stand there. */
async function refused(wizard: Wizard, name: string, value: string): Promise<string | undefined> {
  if (value === "") return "without it nobody can be called";
  try {
    const others = wizard.draft.values.filter((one) => !one.startsWith(`${name}=`));
    const { template } = await wizard.details([...others, `${name}=${value}`]);
    return template.missing.includes(name) ? (template.why ?? "it cannot stand there") : undefined;
  } catch (error) {
    return refusalOf(error);
  }
}

/** Where a project's file wants the provider to be called. */
function projectLeaf({ context, draft }: Wizard) {
  const leaf = context.configuration.find("providers", draft.provider, "baseUrl");
  return leaf?.scope === "project" ? leaf : undefined;
}

/** The same said: no credential goes there for that. */
export function projectAddress(wizard: Wizard): BodyLine[] {
  const leaf = projectLeaf(wizard);
  if (leaf === undefined) return [];
  const text = `${leaf.file} names another address, ${String(leaf.value)}: no credential goes there for that`;
  return [{ text, tone: "yellow" }];
}

/** Where the provider is called, and its credentials may not go yet; `nowhere`: only a project says where that is. */
async function unknownAddress(wizard: Wizard): Promise<URL | "nowhere" | undefined> {
  const { context, browsing, draft } = wizard;
  const { provider, own } = draft;
  if ((own.credential?.kind ?? "none") === "none") return undefined;
  const { machine, configuration } = context;
  const { document } = await readStore(machine);
  const environment = withVariables(withValues(machine.environment, configuration), {
    before: own.values,
  });
  const trusting = trustingOf(environment, trustedIn(document));
  const { host, missing } = whereTo({ provider }, trusting);
  if (host !== null || missing.length > 0) return undefined;
  const { template } = await wizard.details();
  const ofCatalog = browsing.view.findProvider(provider)?.provider.api ?? null;
  const ofProject = projectLeaf(wizard)?.value;
  const address = ofProject === undefined ? template.baseUrl : ofCatalog;
  // of a provider that the catalog lacks the configuration's address stands in its place
  if (address === null || address.trim() === String(ofProject).trim()) return "nowhere";
  const { text } = fillAddress(provider, address, trusting);
  return (text === undefined ? undefined : readUrl(text)) ?? "nowhere";
}

export async function needsTrust(wizard: Wizard): Promise<boolean> {
  return (await unknownAddress(wizard)) !== undefined;
}

/** Nobody has looked at such an address: whoever has the key decides. */
export async function askHost(wizard: Wizard): Promise<Move> {
  const { draft } = wizard;
  const url = await unknownAddress(wizard);
  if (url === undefined) return "next";
  if (url === "nowhere") return askNowhere(wizard);
  const origin = originOf(url);
  const isTrusted = await wizard.choose(
    "host",
    {
      question: `Let credentials of ${draft.provider} go to ${origin}?`,
      at: draft.own.trustHost === origin ? 1 : 0,
      body: [
        {
          text: "No list of ours says where they belong; the catalog or your configuration names this address.",
        },
        ...projectAddress(wizard),
        ...readOnTheWay(origin).map(({ message }) => ({ text: message, tone: "yellow" }) as const),
      ],
    },
    [
      { label: "no", about: "go on without a credential", value: false },
      { label: "yes", about: "and nowhere else", value: true },
    ],
  );
  if (isTrusted === undefined) return "back";
  if (isTrusted) {
    draft.own.trustHost = origin;
    return "next";
  }
  goWithout(wizard);
  return "next";
}

async function askNowhere(wizard: Wizard): Promise<Move> {
  const { provider } = wizard.draft;
  const isGoing = await wizard.choose(
    "host",
    {
      question: `Nobody knows where credentials of ${provider} belong.`,
      body: projectAddress(wizard),
    },
    [{ label: "go on without a credential", value: true }],
  );
  if (isGoing === undefined) return "back";
  goWithout(wizard);
  return "next";
}

/** What may go nowhere is not kept. */
function goWithout({ draft }: Wizard): void {
  delete draft.own.trustHost;
  if (draft.own.credential?.kind === "typed") draft.own.credential = { kind: "none" };
}
