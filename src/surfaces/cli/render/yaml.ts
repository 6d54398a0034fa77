import { Document, visit } from "yaml";
import { escapeUnseen } from "../../../catalog/words/json-text.ts";
import { clean } from "./clean.ts";
import { type Drawn, drawnLines } from "./drawn.ts";

/** Exact, as JSON is: what must not reach a terminal stands in double quotes, escaped. */
export function renderYaml(value: unknown): Drawn {
  const document = new Document(value);
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === "string" && !isFit(scalar.value)) scalar.type = "QUOTE_DOUBLE";
    },
  });
  const text = document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Infinity });
  return drawnLines(escapeUnseen(text));
}

function isFit(text: string): boolean {
  return clean(text) === text && escapeUnseen(text) === text;
}
