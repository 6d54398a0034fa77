import { diffOf } from "../../config/diff.ts";
import { editedText } from "../../config/edit.ts";
import { type Leaf, nameOf } from "../../config/layers.ts";
import type { Scope } from "../../config/places.ts";
import { writeConfig } from "../../config/write.ts";
import type { Warning } from "../../failure.ts";
import type { OperationContext, OperationOptions } from "../operation.ts";

/** A value in place of another that means the same; undefined: it is taken out. */
export interface Correction {
  leaf: Leaf;
  /** Of a list the one at this place alone. */
  index?: number | undefined;
  value: string | undefined;
}

interface Settled {
  leaf: Leaf;
  value: string | string[] | undefined;
}

/** One for each value: what is corrected of a list is corrected at once. */
function settled(corrections: readonly Correction[]): Settled[] {
  const whole = corrections.filter(({ index }) => index === undefined);
  const lists = new Map<Leaf, (string | undefined)[]>();
  for (const { leaf, index, value } of corrections) {
    if (index === undefined) continue;
    const list = lists.get(leaf) ?? [...(leaf.value as string[])];
    list[index] = value;
    lists.set(leaf, list);
  }
  const shortened = Array.from(lists, ([leaf, list]): Settled => {
    const left = [...new Set(list.filter((one) => one !== undefined))];
    return { leaf, value: left.length === 0 ? undefined : left };
  });
  return [...whole, ...shortened];
}

/** Makes the corrections, each file at once, and says each. */
export async function corrected(
  { machine }: Pick<OperationContext, "machine">,
  corrections: readonly Correction[],
  dryRun: boolean,
  { signal }: Pick<OperationOptions, "signal">,
): Promise<{ warnings: Warning[]; isChanged: boolean }> {
  const warnings: Warning[] = [];
  let isChanged = false;
  for (const scope of ["user", "project"] as const satisfies Scope[]) {
    const own = settled(corrections).filter(({ leaf }) => leaf.scope === scope);
    if (own.length === 0) continue;
    const { written, notes } = await writeConfig(
      machine,
      { scope, command: "config validate --fix", dryRun, signal },
      (text, file) =>
        own.reduce(
          (edited, { leaf, value }) => editedText(edited, leaf.path, value, file),
          text ?? "",
        ),
    );
    isChanged ||= !dryRun && written.length > 0;
    for (const change of written) {
      const values = own.map(({ leaf, value }) => `${nameOf(leaf.path)} ${became(value, dryRun)}`);
      const message = `${change.file}: ${values.join(", ")}`;
      warnings.push({ code: "config.corrected", message, details: { diff: diffOf(change) } });
    }
    warnings.push(...notes);
  }
  return { warnings, isChanged };
}

function became(value: Settled["value"], dryRun: boolean): string {
  if (value === undefined) return dryRun ? "would be taken out" : "is taken out";
  return `${dryRun ? "would be" : "is now"} ${[value].flat().join(", ")}`;
}
