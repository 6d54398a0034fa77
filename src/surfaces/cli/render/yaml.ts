import { Document, type ScalarTag, visit } from "yaml";
import { escapeUnseen } from "../../../catalog/words/json-text.ts";
import { clean } from "../../../catalog/words/clean.ts";
import { type Drawn, drawnLines } from "./drawn.ts";

/**
 * Exact, as JSON is, for readers of YAML 1.1 and 1.2 alike: text that either takes for something else stands in quotes,
 * and what must not reach a terminal in double quotes, escaped.
 */
export function renderYaml(value: unknown): Drawn {
  const document = new Document(value, {
    compat: "yaml-1.1",
    // the same twice is written twice: not every reader follows an alias
    aliasDuplicateObjects: false,
    customTags: (tags) => [exponent, ...tags],
  });
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value !== "string") return;
      if (!isFit(scalar.value)) scalar.type = "QUOTE_DOUBLE";
      else if (isMisread.test(scalar.value)) scalar.type = "QUOTE_SINGLE";
    },
  });
  const text = document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Infinity });
  return drawnLines(escapeUnseen(text));
}

function isFit(text: string): boolean {
  return clean(text) === text && escapeUnseen(text) === text;
}

/** What readers of YAML 1.1 have for keys of their own, and dates and numbers that the writer does not know as such. */
const isMisread =
  /^(?:<<|=|[-+]?[\d._][\d._,:+-]*(?:[eE][-+]?\d*)?|\d{4}-\d.*|[-+]?\.(?:inf|nan)|0[box].*)$/i;

/** YAML 1.1 knows no exponent without a point. */
const exponent: ScalarTag = {
  tag: "tag:yaml.org,2002:float",
  identify: (value) => typeof value === "number" && /e/.test(String(value)),
  default: true,
  test: /^(?!)/,
  resolve: (text) => text,
  stringify: ({ value }) => String(value).replace(/^(-?\d+)e/, "$1.0e"),
};
