import type { Configuration } from "../config/configuration.ts";
import { wasToday } from "../config/said-file.ts";
import type { Warning } from "../failure.ts";
import { configurationOf } from "./configuration-of.ts";
import type { OperationContext, OperationOptions } from "./operation.ts";

/** The model in use: as the configuration calls it, what that comes to, and in which catalog. */
export interface CurrentModel {
  name: string;
  ref: string;
  /** Absent where none was asked. */
  digest?: string | undefined;
}

/**
 * What whoever uses the model in use is to be told of it, as `options.aboutCurrent` wants it. Within a day of a look nothing
 * is looked at again while configuration, variables and catalog stay as they are.
 */
export async function toldOfCurrent(
  context: OperationContext,
  model: CurrentModel,
  options: OperationOptions,
): Promise<Warning[]> {
  const { aboutCurrent } = options;
  if (aboutCurrent === "never") return [];
  const isDaily = aboutCurrent === "daily";
  const look = isDaily ? lookOf(context, configurationOf(context), model) : undefined;
  if (look !== undefined && wasToday(context.machine, look)) return [];
  const { notesOfCurrent } = await import("./current-model.ts");
  const notes = await notesOfCurrent(context, model, options);
  if (look === undefined) return notes;
  const { unsaidToday } = await import("../config/said-today.ts");
  // a word more or less in it makes no other note
  const nameOf = ({ code }: Warning): string => `${code} ${model.ref}`;
  const unsaid = new Set(await unsaidToday(context.machine, notes.map(nameOf), [look]));
  return notes.filter((note) => unsaid.has(nameOf(note)));
}

/** All that what is found rests on, as far as it costs nothing to tell. */
function lookOf(
  { machine }: Pick<OperationContext, "machine">,
  { leaves }: Pick<Configuration, "leaves">,
  model: CurrentModel,
): string {
  const { get, names } = machine.environment;
  const isThere = (name: string): boolean => (get(name) ?? "").trim() !== "";
  const said = leaves.map(({ path, value, scope }) => [path, value, scope]);
  return `looked ${JSON.stringify([model, said, names().filter(isThere).sort()])}`;
}
