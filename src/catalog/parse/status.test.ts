import { describe, expect, it } from "vitest";
import type { Wire } from "../../testing/catalog-builders.ts";
import { Notebook } from "./findings.ts";
import { readStatus } from "./status.ts";

function read(wire: Wire, now = Date.UTC(2027, 0, 15)) {
  const notebook = new Notebook(now);
  const status = readStatus(wire, notebook);
  const { notUnderstood = [] } = notebook.addNotUnderstood<{ notUnderstood?: string[] }>({});
  return { status, notUnderstood, odd: Object.keys(notebook.findings().oddValues) };
}

describe("the status of a model", () => {
  it.each(["alpha", "beta", "deprecated"])("is %s as models.dev writes it", (status) => {
    expect(read({ status })).toEqual({ status, notUnderstood: [], odd: [] });
  });

  it.each([
    ["DEPRECATED", "deprecated"],
    [" deprecated ", "deprecated"],
    ["retired", "deprecated"],
    ["Sunset", "deprecated"],
    ["end-of-life", "deprecated"],
    ["shut_down", "deprecated"],
    ["active", null],
    ["GA", null],
    ["Generally Available", null],
    ["stable", null],
    ["Experimental", "beta"],
    ["public-preview", "beta"],
    ["early_access", "alpha"],
  ])("reads %j as %s", (word, status) => {
    const found = read({ status: word });
    expect(found).toMatchObject({ status, notUnderstood: [] });
  });

  it("keeps a word nobody knows, and says so", () => {
    expect(read({ status: "Sleeping" })).toEqual({
      status: "sleeping",
      notUnderstood: ["status"],
      odd: ["model.status: not a known status"],
    });
  });

  it("is unknown where it is no word", () => {
    expect(read({ status: { is: "gone" } })).toMatchObject({
      status: null,
      notUnderstood: ["status"],
    });
  });

  it("is deprecated where a flag or a day that is over says so, whatever the status", () => {
    expect(read({ deprecated: true }).status).toBe("deprecated");
    expect(read({ deprecated: "yes", status: "active" }).status).toBe("deprecated");
    expect(read({ deprecation_date: "2027-01-15", status: "beta" }).status).toBe("deprecated");
    expect(read({ deprecation_date: "2025-01-01T00:00:00Z" }).status).toBe("deprecated");
  });

  it("is what it was until the day is over", () => {
    expect(read({ deprecation_date: "2027-01-16", status: "beta" }).status).toBe("beta");
    const planned = read({ deprecation_date: "2031-01-01" });
    expect(planned).toEqual({ status: null, notUnderstood: [], odd: [] });
    expect(read({ deprecated: false, deprecation_date: null })).toEqual({
      status: null,
      notUnderstood: [],
      odd: [],
    });
  });

  it("is not known where the day cannot be read", () => {
    expect(read({ deprecation_date: "next spring" })).toMatchObject({
      status: null,
      notUnderstood: ["status"],
    });
  });

  it("does not take an unset clock for the past", () => {
    expect(read({ deprecation_date: "2025-01-01" }, 0).status).toBe("deprecated");
  });
});
