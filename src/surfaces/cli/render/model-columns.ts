import type { ModelInfo } from "../../../catalog/words/model.ts";
import { showPrice, showTokens } from "./numbers.ts";
import type { Style } from "./style.ts";
import type { TableColumn } from "./table.ts";

/** The fields that the columns show. */
export const modelColumnFields = [
  "ref",
  "price.input",
  "price.output",
  "limits.context",
  "limits.output",
  "releaseDate",
  "status",
  "capabilities",
] as const;

/** The columns of a list of models, the ref first and never dropped. */
export function modelColumns(style: Style): TableColumn<ModelInfo>[] {
  const right = "right" as const;
  const { unknown } = style;
  return [
    {
      title: "model",
      value: ({ ref }) => ref,
      paint: (text, { status }) => (status === "deprecated" ? style.dim(text) : style.bold(text)),
    },
    {
      title: "$/M in",
      value: ({ price }) => showPrice(price?.input, unknown),
      align: right,
      importance: 9,
    },
    {
      title: "$/M out",
      value: ({ price }) => showPrice(price?.output, unknown),
      align: right,
      importance: 8,
    },
    {
      title: "context",
      value: ({ limits }) => showTokens(limits.context, unknown),
      align: right,
      importance: 7,
    },
    {
      title: "output",
      value: ({ limits }) => showTokens(limits.output, unknown),
      align: right,
      importance: 3,
    },
    { title: "released", value: ({ releaseDate }) => releaseDate ?? unknown, importance: 6 },
    {
      title: "status",
      value: ({ status }) => status ?? "",
      importance: 5,
      paint: (text) => style.yellow(text),
    },
    {
      title: "capabilities",
      value: ({ capabilities }) => capabilities.filter((one) => one !== "temperature").join(" "),
      importance: 2,
    },
  ];
}
