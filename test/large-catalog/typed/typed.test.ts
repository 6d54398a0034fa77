import { join } from "node:path";
import { describe, it } from "vitest";
import { openLargeCatalog } from "../../../src/testing/real-catalog.ts";
import { createCommand } from "../../cli/command.ts";
import { expectTyped, type Typed } from "../../cli/typed.ts";
import { advice } from "./advice.ts";
import { configured } from "./configured.ts";
import { fit } from "./fit.ts";
import { names } from "./names.ts";
import { smallRights } from "./small-rights.ts";
import { words } from "./words.ts";

const command = createCommand({ MODELFORGE_URL: join(openLargeCatalog().directory, "api.json") });

/** Lines as a new user types them. */
const typed: Readonly<Record<string, readonly Typed[]>> = {
  "names as people paste them": names,
  "advice and tables": advice,
  "configured means callable": configured,
  "words, numbers, dates, streams": words,
  "fit, batches and how often": fit,
  "small rights and JSON": smallRights,
};

describe.each(Object.entries(typed))("typed on the whole catalog: %s", (_, lines) => {
  it.each(lines)("%s", (...line) => {
    expectTyped(command, line);
  });
});
