import type { ProviderInfo } from "../../../catalog/words/provider.ts";
import type { ProviderDetails } from "../../../operations/provider-info/provider-info.ts";
import type { CliContext } from "../context.ts";
import type { Drawn } from "./drawn.ts";
import { showCount } from "./numbers.ts";
import { Page } from "./page.ts";
import type { Style } from "./style.ts";
import type { TableColumn } from "./table.ts";

export const providerFields = ["id", "name", "models", "auth", "env", "npm", "api", "doc"] as const;

export function providerColumns(style: Style): TableColumn<ProviderInfo>[] {
  return [
    { title: "provider", shows: ["id"], value: ({ id }) => id, paint: (text) => style.bold(text) },
    { title: "name", shows: ["name"], value: ({ name }) => name, importance: 4 },
    {
      title: "models",
      shows: ["models"],
      value: ({ models }) => String(models),
      align: "right",
      importance: 5,
    },
    { title: "auth", shows: ["auth"], value: ({ auth }) => auth.join(" "), importance: 2 },
    { title: "variables", shows: ["env"], value: ({ env }) => env.join(" "), importance: 3 },
    { title: "docs", shows: ["doc"], value: ({ doc }) => doc ?? style.unknown, importance: 1 },
  ];
}

export async function renderProviderPage(
  provider: ProviderDetails,
  { style, machine }: CliContext,
): Promise<Drawn> {
  const page = new Page(style);
  const isSet = (name: string): string =>
    machine.environment.get(name) === undefined ? "not set" : "set";
  page.title(provider.name, provider.id);
  const statuses = Object.entries(provider.statuses)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([status, count]) => `${showCount(count)} ${status}`);
  page.say(`${showCount(provider.models)} models (${statuses.join(", ") || "none"})`);
  page.section("How to call it");
  page.fields([
    ["credential", provider.configured ? "at hand" : "none found"],
    ["way in", provider.auth.join(", ") || "not listed"],
    ["API", provider.api],
    ["package", provider.npm],
    ["docs", provider.doc],
  ]);
  page.section("Variables it reads");
  page.fields([
    ...provider.env.map((name): [string, string] => [name, isSet(name)]),
    ...provider.ownVariables.map((name): [string, string] => [
      name,
      `${isSet(name)} (ModelForge's own)`,
    ]),
  ]);
  return page.draw();
}
