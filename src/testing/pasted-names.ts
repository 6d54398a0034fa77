/** One model of a catalog, as far as names are made of it. */
export interface Nameable {
  provider: string;
  id: string;
  releaseDate: string | null;
}

export interface PastedName {
  rule: string;
  name: string;
}

type Rule = (model: Nameable, last: string) => string | undefined;

const dateBehind = /[-@](?:20\d\d-\d\d-\d\d|20\d{6})(?!\d)/;

function day({ releaseDate }: Nameable, last: string): string | undefined {
  const isDated = /\d{4,}$|\d\d-\d\d$/.test(last) || dateBehind.test(last);
  return isDated || releaseDate?.length !== 10 ? undefined : releaseDate;
}

/** What people and tools make of an id: how releases, hosts, routers, clouds and hands write it. */
const rules: Readonly<Record<string, Rule>> = {
  "dated, 2025-08-07": (model, last) => joined(last, "-", day(model, last)),
  "dated, 20250807": (model, last) => joined(last, "-", day(model, last)?.replaceAll("-", "")),
  "dated, @20250807": (model, last) => joined(last, "@", day(model, last)?.replaceAll("-", "")),
  "without its date": (_, last) => changed(last, last.replace(dateBehind, "")),
  "dotted for hyphens": (_, last) => changed(last, last.replace(/(\d)-(?=\d(?!\d))/, "$1.")),
  "hyphens for dots": (_, last) => changed(last, last.replaceAll(/(\d)\.(?=\d)/g, "$1-")),
  "its maker before a slash": ({ provider }, last) => `${provider}/${last}`,
  "a router before all": ({ provider }, last) => `somerouter/${provider}/${last}`,
  "models/": (_, last) => `models/${last}`,
  "a cloud's region and maker": ({ provider }, last) => `us.${provider}.${last}`,
  "a seller and a hyphen": ({ provider }, last) => `${provider}-${last}`,
  ":nitro": (_, last) => `${last}:nitro`,
  ":free": (_, last) => `${last}:free`,
  "-v1:0": (_, last) => (last.includes(":") ? undefined : `${last}-v1:0`),
  "@default": (_, last) => (last.includes("@") ? undefined : `${last}@default`),
  "-latest": (model, last) => (last.includes("latest") ? undefined : `${last}-latest`),
  "-preview": (model, last) => (last.includes("preview") ? undefined : `${last}-preview`),
  "without preview": (_, last) => changed(last, last.replace(/-preview(?=$|-)/, "")),
  glued: (_, last) => changed(last, last.replaceAll(/[^a-z0-9]/gi, "")),
  "glued at its number": (_, last) => changed(last, last.replace(/([a-z])[-_](?=\d)/i, "$1")),
  "spaces and capitals": (_, last) => changed(last, last.replaceAll(/[-_]/g, " ").toUpperCase()),
  underscores: (_, last) => changed(last, last.replaceAll(/[-.]/g, "_")),
};

/** All names that the rules make of a model; none that is the id itself. */
export function pastedNames(model: Nameable): PastedName[] {
  const last = model.id.slice(model.id.lastIndexOf("/") + 1);
  return Object.entries(rules).flatMap(([rule, make]) => {
    const name = make(model, last);
    return name === undefined || name === model.id ? [] : [{ rule, name }];
  });
}

function joined(last: string, between: string, date: string | undefined): string | undefined {
  return date === undefined ? undefined : `${last}${between}${date}`;
}

function changed(last: string, made: string): string | undefined {
  return made === last ? undefined : made;
}
