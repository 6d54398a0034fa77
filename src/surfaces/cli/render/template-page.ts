import type { ProviderDetails } from "../../../operations/provider-info/provider-info.ts";
import type { CliContext } from "../context.ts";
import type { Drawn } from "./drawn.ts";
import { Page } from "./page.ts";

/** How a provider is called, as far as that can be filled in. */
export async function renderTemplate(
  { id, name, configured, template }: ProviderDetails,
  { style }: CliContext,
): Promise<Drawn> {
  const { baseUrl, url, values, credentials, isLocal, why } = template;
  const page = new Page(style);
  page.title(name, id);
  page.fields([
    ["package", template.package],
    ["base URL", baseUrl ?? style.unknown],
    ["filled", url === baseUrl ? null : (url ?? style.unknown)],
    ...values.map(({ name: one, value }): [string, string] => [one, value ?? style.unknown]),
    ["why not", why],
    ["credential", isLocal ? "none needed" : configured ? "at hand" : "none found"],
    ["variables", credentials.map((names) => names.join(" and ")).join(", or ")],
  ]);
  return page.draw();
}
