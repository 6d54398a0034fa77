import { whyNoHeader } from "../../catalog/words/header-name.ts";
import { isSecretVariable } from "../../catalog/words/secret-variable.ts";
import { shellWord } from "../../catalog/words/shell-word.ts";
import { type Finding, finding } from "../../config/finding.ts";
import { placeOf } from "../../config/findings.ts";
import { nameOf } from "../../config/layers.ts";
import { isKeyOf, settingIn } from "../../credentials/check/own-headers.ts";
import { keysOf } from "../declared-by.ts";
import type { Around, Spoken } from "./spoken.ts";

/** What is to be sent besides and is not, or lacks something. */
export function headerFindings({ id, own, files }: Spoken, { trusting }: Around): Finding[] {
  const keys = keysOf(own, id);
  return own.flatMap((leaf): Finding[] => {
    const [, , part, name = ""] = leaf.path;
    if (part !== "headers") return [];
    const at = placeOf(leaf, files);
    const shown = nameOf(leaf.path);
    const why = whyNoHeader(name);
    if (why !== undefined)
      return [finding("config.bad-header", at, `${shown} is not sent: it ${why}`, "take it out")];
    const named = [...String(leaf.value).matchAll(/\$\{(\w+)\}/g)].map(([, one = ""]) => one);
    return [...new Set(named)].flatMap((variable): Finding[] => {
      if (isKeyOf(id, variable, keys)) return [];
      const found = settingIn(id, variable, trusting);
      if (found.value !== undefined) return [];
      const setting = shellWord(`providers.${id}.values.${variable}`);
      if (found.why === "missing") {
        const fix = `modelforge config set ${setting} <value>`;
        return [finding("config.incomplete-provider", at, `${shown} lacks ${variable}`, fix)];
      }
      const message = `${shown} is not sent: ${variable} is neither a key nor a setting of ${id}`;
      const without = `write it without ${variable}`;
      // what is a key by its name is no value
      const isKey = isSecretVariable(variable) || found.why === "secret";
      const fix = isKey ? without : `${without}, or modelforge config set ${setting} <value>`;
      return [finding("config.bad-header", at, message, fix)];
    });
  });
}
