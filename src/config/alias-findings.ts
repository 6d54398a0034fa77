import { type AliasParts, aliasesOf, type NamedPart } from "./alias-parts.ts";
import { idleFallback, noModel, noName, ofAnother } from "./alias-words.ts";
import { aliasPattern } from "./aliases.ts";
import type { Finding } from "./finding.ts";
import type { Leaf } from "./layers.ts";
import type { ConfigFile } from "./read-file.ts";

/** What is wrong with the names of one's own, whatever the catalog has. `idle`: fallbacks that do nothing. */
export function aliasFindings(
  leaves: readonly Leaf[],
  files: readonly ConfigFile[],
): { findings: Finding[]; idle: NamedPart[] } {
  const aliases = aliasesOf(leaves);
  const named = new Map(aliases.map((one) => [one.alias, one.models.map(({ name }) => name)]));
  const idle = aliases.flatMap(idleIn);
  const findings = aliases.flatMap((one): Finding[] => {
    if (!aliasPattern.test(one.alias)) return [noName(one, files)];
    const others = one.models.flatMap((part) =>
      named.has(part.name) ? [ofAnother(one.alias, part, named, files)] : [],
    );
    return one.leaves.model === undefined ? [...others, noModel(one, files)] : others;
  });
  return { findings: [...findings, ...idle.map((one) => idleFallback(one, files))], idle };
}

/** What the same file has it stand for already, and what stands in the list before. */
function idleIn({ models }: AliasParts): NamedPart[] {
  return models.filter(({ name, leaf, index }) => {
    const isBefore = (one: NamedPart): boolean =>
      one.name === name &&
      one.leaf.file === leaf.file &&
      (one.index === undefined || one.index < (index ?? 0));
    return index !== undefined && models.some(isBefore);
  });
}
