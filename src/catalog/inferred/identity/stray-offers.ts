import { Cluster, haveSameWords, weaken } from "./cluster.ts";
import { isDerivedWord, mayBeDerived } from "./derived-words.ts";
import type { Member } from "./forms.ts";
import type { NameIndex } from "./name-index.ts";
import { confidenceOf, type ReasonCode } from "./reasons.ts";
import { daysApart } from "./stamps.ts";

/** A cluster of at most so many sellers may be a way of writing that only they have. */
const fewSellers = 3;
const longestWait = 120;
/** How near a release must be to count as evidence. */
const sameRelease = 45;

/** Evidence that supposes a word or a date to be left out; a name that says otherwise outweighs it. */
const suppositions: ReadonlySet<ReasonCode> = new Set([
  "speed",
  "serving",
  "thinking",
  "effort",
  "preview",
  "latest",
  "dated",
]);

interface Verdict {
  member: Member;
  from: Cluster;
  /** Where it belongs; undefined where that is not known, or where it stays. */
  home?: Cluster;
  reason: ReasonCode;
}

/**
 * Looks at offers whose name means another cluster than their id. Some are moved there; where id and name contradict
 * each other, the offer is doubted, or set apart if its id was weak evidence. Gives the clusters set apart.
 */
export function settleStrayOffers(index: NameIndex): Cluster[] {
  // judged before any is moved, so that the order of moves does not matter
  const verdicts = index.clusters.flatMap((from) => judgeCluster(from, index));
  const heirs = findHeirs(verdicts);
  const apart: Cluster[] = [];
  for (const { member, from, home, reason } of verdicts) {
    if (home !== undefined) (heirs.get(home) ?? home).adopt([member], from, reason);
    else if (reason === "name-differs") from.replace(member, weaken(member, reason, []));
    else {
      const own = new Cluster({ ...member.form, official: [] }, []);
      const alone = { ...member, reason, variants: [] };
      from.replace(member, alone);
      own.adopt([alone], from, reason);
      apart.push(own);
    }
  }
  return apart;
}

/** Where all offers of a cluster go; who is sent there follows them. */
function findHeirs(verdicts: readonly Verdict[]): Map<Cluster, Cluster> {
  const leaving = new Map<Cluster, Verdict[]>();
  for (const verdict of verdicts) {
    if (verdict.home === undefined) continue;
    const moves = leaving.get(verdict.from);
    if (moves === undefined) leaving.set(verdict.from, [verdict]);
    else moves.push(verdict);
  }
  const heirs = new Map<Cluster, Cluster>();
  for (const [from, moves] of leaving) {
    const home = moves[0]?.home;
    if (home === undefined || moves.length < from.members.length) continue;
    if (moves.every((move) => move.home === home)) heirs.set(from, home);
  }
  return heirs;
}

function judgeCluster(from: Cluster, index: NameIndex): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const member of from.members) {
    const verdict = judge(member, from, index);
    if (verdict !== undefined) verdicts.push({ member, from, ...verdict });
  }
  return verdicts.length === 0 ? verdicts : withFollowers(from, verdicts);
}

/** Who writes the same id as most who are moved means the same by it, even if the name does not say it. */
function withFollowers(from: Cluster, verdicts: Verdict[]): Verdict[] {
  const moved = verdicts.filter(({ reason }) => reason === "name");
  const home = moved[0]?.home;
  if (home === undefined || moved.length !== verdicts.length) return verdicts;
  if (moved.some((one) => one.home !== home) || moved.length * 2 <= from.members.length) {
    return verdicts;
  }
  return from.members.map((member) => ({ member, from, home, reason: "name" }));
}

function judge(
  member: Member,
  from: Cluster,
  index: NameIndex,
): Pick<Verdict, "home" | "reason"> | undefined {
  const { name } = member.model;
  if (index.saysTheSame(name, member.bareId)) return undefined;
  if (isDerivedByName(member, from, index)) return { reason: "alone" };
  const meaning = index.meant(name);
  if (meaning === undefined || meaning.cluster === from) return undefined;
  const home = meaning.cluster;
  const fits = index.fits(member.form, home);
  if (fits && isHome(member, from, home)) return { home, reason: "name" };
  const isSameStem = haveSameWords(home, from);
  // an id with a date is more exact than a name without
  const isMoreExact = isSameStem && member.form.stamps.length > 0;
  if (meaning.isExact && !isMoreExact && isReleasedWith(member, home, from)) {
    if (home.isOfficial || home.providers.size > 1) return { home, reason: "name-and-date" };
  }
  if (fits && confidenceOf(member.reason) < confidenceOf("plain-variant")) {
    return { home, reason: "name" };
  }
  if (suppositions.has(member.reason)) return { reason: "alone" };
  return isSameStem ? undefined : { reason: "name-differs" };
}

/**
 * Called Tiny 8B Uncensored under the plain id of open weights. Of closed ones it is a way to ask, for nobody else can
 * train them.
 */
function isDerivedByName(member: Member, from: Cluster, index: NameIndex): boolean {
  if (from.members.length < 2 || !mayBeDerived(member.model.name)) return false;
  if (member.form.words.some(isDerivedWord)) return false;
  const saysSo = ({ model }: Member): boolean => index.wordsOfName(model.name).some(isDerivedWord);
  if (!saysSo(member) || from.mostly(saysSo)) return false;
  return from.mostly(({ model }) => model.openWeights === true);
}

function isHome(member: Member, from: Cluster, home: Cluster): boolean {
  if (from.isOfficial) return false;
  const { sizes, words } = member.form;
  // qwen3-coder, called Qwen3 Coder 480B A35B: the name is the fuller one
  const isFuller = sizes.length === 0 && home.sizes.length > 0;
  if (!isFuller && (from.providers.size > fewSellers || from.makers.length > 0)) return false;
  if (!home.isOfficial && home.providers.size < from.providers.size * 2) return false;
  const { released } = home;
  const { releaseDate } = member.model;
  if (released === null || releaseDate === null) return true;
  // gpt-52-codex: a version or a size in the id tells more than a date
  if (sizes.length > 0 || words.some((word) => /\d/.test(word))) return true;
  return daysApart(released, releaseDate) <= longestWait;
}

function isReleasedWith(member: Member, home: Cluster, from: Cluster): boolean {
  const { releaseDate } = member.model;
  if (releaseDate === null || home.released === null) return false;
  if (daysApart(home.released, releaseDate) > sameRelease) return false;
  return from.released === null || daysApart(from.released, releaseDate) > sameRelease;
}
