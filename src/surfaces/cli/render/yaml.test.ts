import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { renderYaml } from "./yaml.ts";

describe("YAML", () => {
  it("is read back as what went in", () => {
    const rows = [{ ref: "a/b", price: { input: 0.5, output: null }, tags: ["x", "yes", "1.0"] }];
    expect(parse(renderYaml(rows))).toEqual(rows);
    expect(renderYaml([])).toBe("[]\n");
  });

  it("is cleaned, names too, and leaves long lines whole", () => {
    const long = "word ".repeat(60).trim();
    const text = renderYaml([{ "na\u001b[1mme": "x\u202ey", long }]);
    expect(parse(text)).toEqual([{ name: "xy", long }]);
    expect(text.split("\n")).toHaveLength(3);
  });
});
