import type { ModelInfo } from "../../../catalog/words/model.ts";
import type { Values } from "../../../catalog/words/lost-values.ts";
import { showPrice, showTokens } from "./numbers.ts";
import type { Style } from "./style.ts";
import type { TableColumn } from "./table.ts";

/** The columns of a list of models; the ref and the price never go. What is asked about stands first in its cell. */
export function modelColumns(style: Style, about: readonly Values[]): TableColumn<ModelInfo>[] {
  const asked = about.flat();
  const right = "right" as const;
  const { unknown } = style;
  return [
    {
      title: "model",
      shows: ["ref", "provider", "id"],
      value: ({ ref }) => ref,
      paint: (text, { status }) => (status === "deprecated" ? style.dim(text) : style.bold(text)),
    },
    {
      title: "$/M in",
      shows: ["price.input"],
      value: ({ price }) => showPrice(price?.input, unknown),
      align: right,
    },
    {
      title: "$/M out",
      shows: ["price.output"],
      value: ({ price }) => showPrice(price?.output, unknown),
      align: right,
      importance: 8,
    },
    {
      title: "context",
      shows: ["limits.context"],
      value: ({ limits }, more) => showTokens(limits.context, unknown, more),
      amountIfAsked: ({ limits }) => limits.context,
      align: right,
      importance: 7,
    },
    {
      title: "output",
      shows: ["limits.output"],
      value: ({ limits }, more) => showTokens(limits.output, unknown, more),
      amountIfAsked: ({ limits }) => limits.output,
      align: right,
      importance: 3,
    },
    {
      title: "released",
      shows: ["releaseDate"],
      value: ({ releaseDate }) => releaseDate ?? unknown,
      importance: 6,
    },
    {
      title: "status",
      shows: ["status"],
      value: ({ status }) => status ?? "",
      importance: 5,
      paint: (text) => style.yellow(text),
    },
    {
      title: "capabilities",
      shows: ["capabilities"],
      value: ({ capabilities }) => inOrder(capabilities, asked).join(" "),
      least: ({ capabilities }) => widthOfAsked(capabilities, asked),
      importance: 2,
    },
  ];
}

const capability = "capabilities.";

function inOrder(capabilities: readonly string[], asked: Values): string[] {
  const shown = capabilities.filter((one) => one !== "temperature");
  if (asked.length === 0) return shown;
  const isAsked = (one: string): boolean => asked.includes(`${capability}${one}`);
  return [...shown.filter(isAsked), ...shown.filter((one) => !isAsked(one))];
}

/** Of those that were asked for, and the sign that there are more. */
function widthOfAsked(capabilities: readonly string[], asked: Values): number {
  const shown = capabilities.filter((one) => asked.includes(`${capability}${one}`));
  return shown.join(" ").length + 2;
}
