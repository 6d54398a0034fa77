import { type Cluster, isStronger } from "./cluster.ts";
import type { NameIndex } from "./name-index.ts";
import type { NamedVersion } from "./named-version.ts";
import { haveSameSizes } from "./sizes-rule.ts";
import { hasMark, marksText, sortedText, stemOf } from "./spelling.ts";
import { stampFits } from "./stamps.ts";

/**
 * Joins what one seller dates and another gives a version: `ministral-8b-2512`, which is called Ministral 3 8B, and
 * `ministral-3:8b`. The version is surer than the release dates beside it, which resellers copy from the model before.
 */
export function joinDatedVersions(index: NameIndex): void {
  const claims = new Map<Cluster, Set<Cluster>>();
  for (const dated of index.clusters) {
    if (dated.stamps.length === 0) continue;
    for (const versioned of versionedFormsOf(dated, index)) {
      claims.set(versioned, (claims.get(versioned) ?? new Set()).add(dated));
    }
  }
  for (const [versioned, dated] of claims) {
    // two releases of one version: which of them is meant cannot be told
    if (new Set([...dated].map(({ stamps }) => sortedText(stamps))).size > 1) continue;
    for (const one of dated) join(index.heirOf(one), index.heirOf(versioned), index);
  }
}

function join(a: Cluster, b: Cluster, index: NameIndex): void {
  if (a === b) return;
  const [winner, loser] = givesItsName(a, b) ? [a, b] : [b, a];
  winner.take(loser, "version");
  index.redirect(loser, winner);
}

/** The maker's own spelling is the model's, unless models.json says otherwise. */
function givesItsName(a: Cluster, b: Cluster): boolean {
  const isMakers = a.makers.length > 0;
  const isOpen = a.isOfficial === b.isOfficial && isMakers !== b.makers.length > 0;
  return isOpen ? isMakers : isStronger(a, b);
}

function versionedFormsOf(dated: Cluster, index: NameIndex): Cluster[] {
  const named = dated.members.flatMap((member) => index.namedVersion(member) ?? []);
  const [first] = named;
  if (first === undefined || named.some(({ version }) => version !== first.version)) return [];
  const found = index
    .clustersOfStem(stemOf([...first.words, first.version]))
    .filter((other) => mayBeVersioned(other, dated, first));
  // the 3B and the 8B cannot both be meant
  const isOne = found.every((a) => found.every((b) => haveSameSizes(a.sizes, b.sizes)));
  return isOne ? found : [];
}

function mayBeVersioned(other: Cluster, dated: Cluster, { words }: NamedVersion): boolean {
  if (other === dated || (other.isOfficial && dated.isOfficial)) return false;
  // its maker sells both
  if (other.makers.length > 0 && dated.makers.length > 0) return false;
  if (!dated.sizes.every((size) => other.sizes.includes(size))) return false;
  if (marksOf(other) !== marksOf(dated)) return false;
  if (other.stamps.length > 0) return sortedText(other.stamps) === sortedText(dated.stamps);
  // a word of the id that the name leaves out asks for a date that fits
  const isWhole = dated.forms.some((form) => stemOf(form.words) === stemOf(words));
  const { released } = other;
  return isWhole || (released !== null && dated.stamps.every((one) => stampFits(one, released)));
}

function marksOf({ marks }: Cluster): string {
  return marksText(marks.filter((mark) => !hasMark([mark], "tuned")));
}
