import type { ModelFacts } from "../../words/facts.ts";
import { makerNameOf } from "../maker-name.ts";
import { Makers } from "../maker.ts";
import { OtherNames } from "../other-names.ts";
import type { ModelRow } from "../../words/model.ts";
import { compareText } from "../../words/ref.ts";
import type { Cluster } from "./cluster.ts";
import { clusterForms } from "./clusters.ts";
import { joinDatedVersions } from "./dated-versions.ts";
import { doubtOddOffers } from "./doubts.ts";
import { Forms, type Member } from "./forms.ts";
import { keyOf, referenceOf } from "./group-keys.ts";
import type { Identities } from "./identities.ts";
import { NameIndex } from "./name-index.ts";
import { reasonNumber } from "./reasons.ts";
import { namesOfGroups } from "./spelled.ts";
import { sortedText } from "./spelling.ts";
import { settleStrayOffers } from "./stray-offers.ts";
import { joinByUsualNames } from "./usual-names.ts";

/**
 * Infers which rows of a catalog are the same underlying model; the wire does not say. Worked out once when a catalog
 * is prepared, in time linear in its rows. The groups do not depend on the order of the rows.
 */
export function identify(
  models: readonly ModelRow[],
  facts: readonly ModelFacts[],
  makers = new Makers(models, facts),
): Identities {
  const forms = new Forms(models, facts, makers);
  const clusterOf = clusterForms(forms);
  const index = new NameIndex(forms, clusterOf);
  joinDatedVersions(index);
  joinByUsualNames(index);
  const apart = settleStrayOffers(index);
  const clusters = [...index.clusters, ...apart].filter(({ members }) => members.length > 0);
  for (const cluster of clusters) doubtOddOffers(cluster);
  return tabulate(models.length, clusters, makers);
}

// two bytes a row, of which 0 is none
const mostVariants = 65_535;

function tabulate(rows: number, clusters: readonly Cluster[], makers: Makers): Identities {
  const named = nameGroups(clusters);
  const variants = new Map<string, number>([["", 0]]);
  const identities: Identities = {
    group: new Uint32Array(rows),
    variant: new Uint16Array(rows),
    reason: new Uint8Array(rows),
    referenceRow: new Uint32Array(named.length),
    keys: named.map(({ key }) => key),
    variants: [],
    names: namesOfGroups(named.map(({ cluster }) => cluster)),
  };
  for (const [group, reference] of referencesOf(named, makers).entries()) {
    if (reference !== undefined) identities.referenceRow[group] = reference.row + 1;
  }
  for (let group = 0; group < named.length; group += 1) {
    const { members } = (named[group] as NamedCluster).cluster;
    for (let at = 0; at < members.length; at += 1) {
      const member = members[at] as Member;
      const variant = sortedText(member.variants);
      const number = variants.get(variant) ?? (variants.size > mostVariants ? 0 : variants.size);
      if (number === variants.size) variants.set(variant, number);
      identities.group[member.row] = group;
      identities.variant[member.row] = number;
      identities.reason[member.row] = reasonNumber(member.reason);
    }
  }
  identities.variants = [...variants.keys()];
  return identities;
}

interface NamedCluster {
  cluster: Cluster;
  key: string;
}

/** By group, the maker's own offer. A maker that others call by another name is known by what else they call so. */
function referencesOf(named: readonly NamedCluster[], makers: Makers): (Member | undefined)[] {
  const references = named.map(({ cluster, key }) => referenceOf(cluster, makers, key));
  const otherNames = new OtherNames();
  for (const [group, { cluster, key }] of named.entries()) {
    const maker = makerNameOf(key, references[group]?.model);
    if (maker === null) continue;
    for (const { namespace } of cluster.members) otherNames.note(namespace, maker, group);
  }
  const makerOf = otherNames.found();
  return named.map(({ cluster, key }, group) => {
    const called = makerNameOf(key, undefined);
    const maker = references[group] === undefined && called !== null && makerOf.get(called);
    if (typeof maker !== "string") return references[group];
    const own = cluster.members.filter(
      ({ model, namespace }) => model.provider === maker && ["", maker, called].includes(namespace),
    );
    return referenceOf(cluster, makers, key, own);
  });
}

/** In the order of their keys. Where hosts call different things auto, each is called by its first ref. */
function nameGroups(clusters: readonly Cluster[]): NamedCluster[] {
  const clustersOf = new Map<string, Cluster[]>();
  for (const cluster of clusters) {
    const key = keyOf(cluster);
    const sharing = clustersOf.get(key);
    if (sharing === undefined) clustersOf.set(key, [cluster]);
    else sharing.push(cluster);
  }
  const named = [...clustersOf].flatMap(([key, sharing]) =>
    sharing.map((cluster) => ({ cluster, key: sharing.length > 1 ? firstRef(cluster) : key })),
  );
  return named.sort((a, b) => compareText(a.key, b.key));
}

function firstRef({ members }: Cluster): string {
  return members.map(({ model }) => model.ref).sort(compareText)[0] ?? "";
}
