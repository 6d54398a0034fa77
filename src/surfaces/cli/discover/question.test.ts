import { describe, expect, it } from "vitest";
import type { ModelFilter } from "../../../catalog/query/filter-fields.ts";
import { facetsOf, filterOf } from "./question.ts";

const flags: ModelFilter = {
  provider: ["openai"],
  capability: ["tools"],
  maxPrice: 2,
  minContext: 200_000,
  status: ["all"],
  family: ["gpt"],
  releasedAfter: "2025-01",
};

describe("filterOf", () => {
  it("is what the flags asked for, as long as no key changes it", () => {
    expect(filterOf(flags, facetsOf(flags))).toEqual(flags);
    expect(filterOf({}, facetsOf({}))).toEqual({});
    expect(filterOf({ free: true }, facetsOf({ free: true }))).toEqual({ free: true });
  });

  it("forgets what keys take away, and keeps the flags they do not reach", () => {
    const nothing = facetsOf({});
    expect(filterOf(flags, nothing)).toEqual({ family: ["gpt"], releasedAfter: "2025-01" });
    expect(filterOf(flags, { ...nothing, price: "free" })).toMatchObject({ free: true });
    expect(filterOf({ free: true }, { ...nothing, price: 3 })).toEqual({ maxPrice: 3 });
  });
});
