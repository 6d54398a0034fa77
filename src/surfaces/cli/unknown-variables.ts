import { nearest } from "../../catalog/words/nearest.ts";
import { ownVariables, unknownVariables } from "../../system/own-variables.ts";
import type { CliContext } from "./context.ts";
import { drawn } from "./render/drawn.ts";

// nobody reads more of them, nor a longer name
const mostNoted = 3;
const longestShown = 60;

/** Says of each variable with our name that means nothing which one was meant. */
export function noteUnknownVariables(context: CliContext): void {
  if (context.options.quiet === true) return;
  const unknown = unknownVariables(context.machine.environment);
  for (const name of unknown.slice(0, mostNoted)) {
    const shown = name.slice(0, longestShown);
    const close = closest(shown);
    const end = close === undefined ? "" : `; did you mean ${close}?`;
    context.note(drawn`${shown} is no variable of ModelForge${end}`);
  }
  const more = unknown.length - mostNoted;
  if (more === 1) context.note(drawn`nor is 1 more that begins with MODELFORGE_`);
  if (more > 1) context.note(drawn`nor are ${more} more that begin with MODELFORGE_`);
}

// what all of them begin with makes none of them alike
const prefix = "MODELFORGE_".length;

function closest(name: string): string | undefined {
  const rests = ownVariables.map((known) => known.slice(prefix));
  const rest = name.slice(prefix);
  // CACHE_DIRECTORY, TIMEOUT_MS
  const [close = rests.find((known) => rest.startsWith(known))] = nearest(rest, rests, 1);
  return close === undefined ? undefined : `MODELFORGE_${close}`;
}
