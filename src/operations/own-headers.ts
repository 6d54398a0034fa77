import { whyNoHeader } from "../catalog/words/header-name.ts";
import { nameOf } from "../config/layers.ts";
import type { Leaf } from "../config/layers.ts";
import { shownName } from "../config/secrets.ts";
import type { OwnHeader } from "../credentials/check/own-headers.ts";
import type { Warning } from "../failure.ts";
import { keysOf } from "./declared-by.ts";

/** What a configuration has sent besides to a provider, and that it wants more than may be. `own`: what it says of providers. */
export function ownHeaders(
  own: readonly Leaf[],
  provider: string,
): { headers: OwnHeader[]; warnings: Warning[] } {
  const keys = keysOf(own, provider);
  const all = own.filter(({ path }) => path[1] === provider && path[2] === "headers");
  const warnings: Warning[] = [];
  const headers = all.flatMap(({ path, value, scope, file }): OwnHeader[] => {
    const name = path[3] ?? "";
    const why = whyNoHeader(name);
    if (why === undefined)
      return [{ name, value: String(value), isProjects: scope === "project", keys }];
    const message = `${file}: ${shownName(nameOf(path))} is not sent: it ${why}`;
    warnings.push({ code: "config.bad-header", message });
    return [];
  });
  return { headers, warnings };
}
